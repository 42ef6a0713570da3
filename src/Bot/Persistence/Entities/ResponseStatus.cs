namespace Bot.Persistence.Entities;

internal enum ResponseStatus
{
    Open,
    Submitted,
    Waiting,
    Withdrawn,
    Expired,
}
