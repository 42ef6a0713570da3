namespace Bot.Persistence.Entities;

internal enum CaseState
{
    Open,
    Taken,
    Answered,
    Done,
}
