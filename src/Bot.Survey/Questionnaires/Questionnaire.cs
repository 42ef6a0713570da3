using Bot.Survey.Scoring;

namespace Bot.Survey.Questionnaires;

/// <summary>The questions of one form of a service, in order: what is asked before the ratings, the ratings by criterion, what is asked after submit.</summary>
public sealed record Questionnaire
{
    /// <summary>Id, the same as the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>Version; stored with each response and raised with each change of meaning.</summary>
    public required int Version { get; init; }

    /// <summary>The form it is for.</summary>
    public required string Form { get; init; }

    /// <summary>All questions in the order they are asked; those up to <see cref="SubmitIndex"/> come before submit.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Number of questions before submit.</summary>
    public required int SubmitIndex { get; init; }

    /// <summary>Criteria in order.</summary>
    public required IReadOnlyList<string> Criteria { get; init; }

    /// <summary>Finds a question by its key; null where there is none.</summary>
    public Question? Find(string key) => _index.TryGetValue(key, out var at) ? Questions[at] : null;

    /// <summary>Position of a question, or −1.</summary>
    public int IndexOf(string key) => _index.TryGetValue(key, out var at) ? at : -1;

    /// <summary>What the scores need to know of it: criteria with their items, and zones.</summary>
    public FormLayout Layout()
    {
        var items = Questions.Where(q => q.Counted).ToList();
        return new FormLayout(
            Form,
            Criteria.Select(c => new ItemGroup(c, [.. items.Where(q => q.Criterion == c).Select(q => q.Key)])),
            items.ToDictionary(q => q.Key, q => q.Zone!, StringComparer.Ordinal));
    }

    private Dictionary<string, int> _index = [];

    internal Questionnaire Indexed()
    {
        var map = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Questions.Count; i++)
            map.TryAdd(Questions[i].Key, i);
        return this with { _index = map };
    }
}
