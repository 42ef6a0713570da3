namespace Bot.Persistence.Entities;

internal enum CommentHandling
{
    New,
    Taken,
    Done,
}
