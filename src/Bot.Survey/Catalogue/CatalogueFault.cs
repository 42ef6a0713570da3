namespace Bot.Survey.Catalogue;

/// <summary>Something wrong with the catalogue, for whoever wrote it.</summary>
/// <param name="File">The file to mend: «services.json».</param>
/// <param name="Where">The place in it: «601001.providers.paper.whole»; empty where the whole file is meant.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record CatalogueFault(string File, string Where, string Problem)
{
    /// <summary>One line: file, place, problem.</summary>
    public override string ToString() => Where.Length == 0 ? $"{File}: {Problem}" : $"{File}: {Where}: {Problem}";
}
