using System.Globalization;

namespace Bot.Survey.Localization;

/// <summary>A language that the texts are in.</summary>
/// <param name="Code">Its code, as in the file's name: «kk», «ru».</param>
/// <param name="Name">What it calls itself: «Қазақша».</param>
/// <param name="Culture">Gives its dates and numbers.</param>
public sealed record Language(string Code, string Name, CultureInfo Culture);
