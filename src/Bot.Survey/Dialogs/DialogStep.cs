namespace Bot.Survey.Dialogs;

/// <summary>The outcome of one step.</summary>
/// <param name="State">The new state; the same object where nothing changed.</param>
/// <param name="Facts">What the host has to store or do, in order; empty where nothing changed.</param>
/// <param name="Notice">Key of a text to be shown above the card this once («this button is old»); null: none.</param>
public sealed record DialogStep(DialogState State, IReadOnlyList<DialogFact> Facts, Notice? Notice = null);

/// <summary>A text shown above the card once.</summary>
/// <param name="Key">Key in the texts.</param>
/// <param name="Args">Its placeholders.</param>
public sealed record Notice(string Key, params (string Name, object Value)[] Args);
