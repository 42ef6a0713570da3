using Xunit;

namespace Bot.Tests.Channels;

/// <summary>A person on a channel of the real program, reading Russian: what is on the screen, and what can be done there.</summary>
internal abstract class ContractPerson(BotHost host) : IAsyncDisposable
{
    public BotHost Host { get; } = host;

    /// <summary>The card, notices above it included.</summary>
    public abstract string Text { get; }

    public abstract IReadOnlyList<ContractButton> Buttons { get; }

    /// <summary>Follows a link with this payload.</summary>
    public abstract Task OpenAsync(string payload);

    /// <summary>Comes by themselves, without a link.</summary>
    public abstract Task ComeAsync();

    /// <summary>Presses a button of the card, or of an older one that is still at hand.</summary>
    public abstract Task PressAsync(ContractButton button);

    /// <summary>The last act arrives once more, as after a lost answer.</summary>
    public abstract Task RepeatAsync();

    public abstract Task TypeAsync(string text);

    /// <summary>Asks for «erase my data», up to the question whether it is meant.</summary>
    public abstract Task AskToForgetAsync();

    public ContractButton Button(string label) => Buttons.FirstOrDefault(b => b.Label == label)
        ?? throw new InvalidOperationException($"No «{label}» on: {Text} [{string.Join("] [", Buttons.Select(b => b.Label))}]");

    public Task TapAsync(string label) => PressAsync(Button(label));

    /// <summary>Begins, up to the first rating.</summary>
    public async Task BeginAsync(string payload)
    {
        await OpenAsync(payload);
        foreach (var label in (string[])["Русский", "Даю согласие", "Услуга получена полностью"])
            await TapAsync(label);
    }

    /// <summary>Rates all that is asked, shuts the gates, and stops at the review.</summary>
    public async Task RateAsync(string rating, int? only = null)
    {
        for (var rated = 0; (only is null || rated < only) && !Text.Contains("Проверьте свои ответы", StringComparison.Ordinal); rated++)
        {
            Assert.True(rated < 40, "The survey does not end.");
            await TapAsync(new[] { rating, "Нет, не понадобилось", "Нет" }.First(label => Buttons.Any(b => b.Label == label)));
        }
    }

    public virtual ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>A button as the person has it.</summary>
/// <param name="At">Names the card on which it stands.</param>
internal sealed record ContractButton(string Label, string Data, string At);
