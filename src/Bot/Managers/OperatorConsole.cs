namespace Bot.Managers;

/// <summary>Where whoever starts the program looks.</summary>
internal sealed record OperatorConsole(TextWriter Out);
