namespace Bot.Persistence.Entities;

internal enum DigestRhythm
{
    None,
    Daily,
    Weekly,
}
