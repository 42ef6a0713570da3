using Bot.Persistence.Entities;

namespace Bot.Cases;

/// <summary>A step of a case.</summary>
/// <param name="Act">What its button carries.</param>
/// <param name="Name">As the audit log says it.</param>
/// <param name="From">The states in which it is possible.</param>
/// <param name="To">The state after it.</param>
/// <param name="ByOwner">Whether only who works on the case can do it.</param>
internal sealed record CaseMove(string Act, string Name, IReadOnlyList<CaseState> From, CaseState To, bool ByOwner)
{
    public static readonly CaseMove Take = new(CaseView.Take, "case.take", [CaseState.Open, CaseState.Taken, CaseState.Answered], CaseState.Taken, ByOwner: false);

    /// <summary>All that can be done by button.</summary>
    public static readonly IReadOnlyList<CaseMove> All =
    [
        Take,
        new(CaseView.Release, "case.release", [CaseState.Taken], CaseState.Open, ByOwner: true),
        new(CaseView.Answer, "case.answer", [CaseState.Taken], CaseState.Answered, ByOwner: true),
        new(CaseView.Done, "case.done", [CaseState.Taken, CaseState.Answered], CaseState.Done, ByOwner: true),
    ];

    /// <summary>Whether a person can do it to a case now. Taking is for those who do not work on it already.</summary>
    public bool Fits(CaseRow row, string conversationId) => From.Contains(row.State) && (row.OwnerId == conversationId) == ByOwner;
}
