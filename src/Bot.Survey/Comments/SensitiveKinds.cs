namespace Bot.Survey.Comments;

/// <summary>Why a comment goes to the separate queue instead of to those who answer for the service.</summary>
public static class SensitiveKinds
{
    /// <summary>Somebody asked for or took an unlawful payment or favour.</summary>
    public const string Corruption = "corruption";

    /// <summary>A person's illness, disability or other state of health.</summary>
    public const string Diagnosis = "diagnosis";

    /// <summary>A child is spoken of.</summary>
    public const string Child = "child";

    /// <summary>All kinds, in the order in which they are named.</summary>
    public static IReadOnlyList<string> All { get; } = [Corruption, Diagnosis, Child];
}
