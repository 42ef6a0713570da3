namespace Bot.Survey.Localization;

/// <summary>Something wrong with the texts, for whoever wrote them.</summary>
/// <param name="File">The file to mend: «kk.json».</param>
/// <param name="Key">The key of the text, empty where the whole file is meant.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record TextFault(string File, string Key, string Problem)
{
    /// <summary>One line: file, key, problem.</summary>
    public override string ToString() => Key.Length == 0 ? $"{File}: {Problem}" : $"{File}: {Key}: {Problem}";
}
