using Bot.Conversations;
using Bot.Jobs;
using Bot.Managers;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Dialogs;
using Bot.Tests.Channels.Telegram;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Managers;

/// <summary>A program with a clock, which folds when the test says so, and the acts of a person in one conversation with it.</summary>
internal sealed class StaffDesk : IAsyncDisposable
{
    private readonly StringWriter _console;

    private StaffDesk(BotHost host, FakeTimeProvider time, StringWriter console) => (Host, Time, _console) = (host, time, console);

    public BotHost Host { get; }

    public FakeTimeProvider Time { get; }

    /// <summary>What the program said on the console.</summary>
    public string Console => _console.ToString();

    public StaffCodes Codes => Host.Get<StaffCodes>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="folder">Data to go on with; null: new.</param>
    /// <param name="telegram">Where the program polls; null: nowhere.</param>
    public static async Task<StaffDesk> OpenAsync(string? folder = null, FakeBotApi? telegram = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        var console = new StringWriter();
        var host = await BotHost.StartAsync(new BotHostOptions
        {
            Time = time,
            Folder = folder,
            Settings = telegram is null ? [] : new() { ["Telegram:Token"] = FakeBotApi.Token, ["Telegram:ApiBaseUrl"] = telegram.Address },
            AllowOutgoing = address => telegram is not null && address.AbsoluteUri.StartsWith(telegram.Address, StringComparison.Ordinal),
            Configure = builder =>
            {
                builder.Services.AddSingleton(new OperatorConsole(console));
                foreach (var folding in (Type[])[typeof(FoldTicker), typeof(RecurringJobs)])
                    builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == folding));
            },
        });
        return new StaffDesk(host, time, console);
    }

    public Task<string> IssueAsync(StaffRole role = StaffRole.Manager, string scope = "") =>
        Codes.IssueAsync(role, StaffScope.Of(scope.Split(',')), "test", Cancellation);

    /// <summary>What the bot says to a typed text, where it takes it for a code.</summary>
    public async Task<string?> TypeAsync(string text, string conversation = "chat", string language = "ru")
    {
        var result = await Host.Get<IStaffSignIn>().TrySignInAsync(Context(conversation, language), text, Cancellation);
        return result?.Card?.Text;
    }

    public async Task<string?> CommandAsync(string name, string arguments, string conversation = "chat", string language = "ru", bool pressed = false)
    {
        var command = Host.Services.GetServices<ICommand>().Single(c => c.Name == name);
        var result = await command.ExecuteAsync(Context(conversation, language) with { Arguments = arguments, Pressed = pressed, Staff = await StaffAsync(conversation) }, Cancellation);
        return result.Card?.Text;
    }

    /// <summary>Signs the conversation in and gives back what /scores or one of its buttons shows to it.</summary>
    public async Task<Card> ScoresAsync(StaffRole role, string scope, string words = "", string? press = null) =>
        (await ScoresResultAsync(role, scope, words, press)).Card!;

    /// <summary>The same with what comes beside the card.</summary>
    public async Task<CommandResult> ScoresResultAsync(StaffRole role, string scope, string words = "", string? press = null)
    {
        await TypeAsync(await IssueAsync(role, scope));
        var context = Context("chat", "ru") with { Arguments = press ?? words, Pressed = press is not null, Staff = await StaffAsync() };
        return await Host.Services.GetServices<ICommand>().Single(c => c.Name == "scores").ExecuteAsync(context, Cancellation);
    }

    /// <summary>Counts responses that rate every item alike.</summary>
    public async Task RateAsync(string service, string form, string region, int count, int rating = 5)
    {
        var ids = Host.Get<IdSource>();
        var items = Host.Get<ScoringForms>().Find(form)!.Layout.Items;
        await using (var context = Host.Open())
        {
            context.ScoreDeltas.AddRange(Enumerable.Range(0, count).Select(_ => new ScoreDeltaRow
            {
                Id = ids.Next(),
                ServiceId = service,
                Form = form,
                RegionId = region,
                Day = 20261125,
                Sign = 1,
                Ratings = RatingText.Write(items.Select(item => KeyValuePair.Create(item, rating))),
            }));
            await context.SaveChangesAsync(Cancellation);
        }

        await Host.Get<ScoreFold>().RunAsync(Cancellation);
    }

    public async Task<Staff?> StaffAsync(string conversation = "chat")
    {
        await using var context = Host.Open();
        var member = await context.StaffMembers.SingleOrDefaultAsync(m => m.ConversationId == conversation && m.RevokedAt == null, Cancellation);
        return member is null ? null : new Staff(member.Id, Enum.Parse<StaffRole>(member.Role), member.Scope.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The roles of the first changes that the channels were told.</summary>
    public async Task<IReadOnlyList<StaffRole?>> ToldAsync(int count) =>
        await Host.Get<StaffChanges>().ReadAllAsync(Cancellation).Take(count).Select(change => change.Role).ToListAsync(Cancellation);

    public async Task<IReadOnlyList<string>> AuditAsync()
    {
        await using var context = Host.Open();
        var entries = await context.AuditEntries.OrderBy(a => a.Id).ToListAsync(Cancellation);
        return [.. entries.Select(a => $"{a.Actor}: {a.Action} {a.Subject}")];
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _console.DisposeAsync();
    }

    private static CommandContext Context(string conversation, string language) =>
        new(new ConversationKey(ChannelNames.Web, conversation), conversation, language, "", Pressed: false, Staff: null);
}
