using Bot.Conversations;
using Bot.Survey.Dialogs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Conversations;

public sealed class ReplyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_press_is_answered_on_its_own_card_and_a_text_below_itself()
    {
        await using var host = await QuietHost.StartAsync();
        var talk = await new Talk(host).BeginAsync();
        var shown = talk.CardRef;
        await talk.TapAsync("5");
        Assert.Equal((shown, null), (talk.Reply.EditRef, talk.Reply.RetireRef));
        await talk.TypeAsync("4");
        Assert.Equal((null, shown), (talk.Reply.EditRef, talk.Reply.RetireRef));
    }

    [Fact]
    public async Task A_press_on_an_older_card_is_answered_below_and_the_newer_card_loses_its_buttons()
    {
        await using var host = await QuietHost.StartAsync();
        var talk = await new Talk(host).BeginAsync();
        var (old, older) = (talk.Data("1"), talk.CardRef);
        await talk.TypeAsync("4");
        var newer = talk.CardRef;
        await talk.PressAsync(old, older);
        Assert.Equal((null, newer), (talk.Reply.EditRef, talk.Reply.RetireRef));
        Assert.StartsWith("Эта кнопка устарела", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_comes_once_with_the_card_of_its_command_and_not_with_a_repeated_update()
    {
        await using var host = await WithFileAsync(new byte[3]);
        var talk = await new Talk(host).BeginAsync();
        await talk.TypeAsync("/file", "f1");
        Assert.Equal(("The file", 3), (talk.Card.Text, talk.Reply.Attachment?.Content.Length));
        await talk.TypeAsync("/file", "f1");
        Assert.Null(talk.Reply.Attachment);
        await talk.LookAsync();
        Assert.Null(talk.Reply.Attachment);
    }

    [Fact]
    public async Task Of_a_file_that_no_channel_takes_only_that_is_said()
    {
        await using var host = await WithFileAsync(new byte[Attachment.MostBytes + 1]);
        var talk = await new Talk(host).BeginAsync();
        await talk.TypeAsync("/file");
        Assert.Null(talk.Reply.Attachment);
        Assert.StartsWith("Файл больше 50 МБ", talk.Card.Text, StringComparison.Ordinal);
        Assert.Equal("c.file", talk.Data("Again"));
    }

    [Fact]
    public async Task A_repeated_start_begins_one_survey_and_gives_the_same_card()
    {
        await using var host = await QuietHost.StartAsync();
        var talk = await new Talk(host).TypeAsync("/start svc_2602001_e_astana", "s1");
        var first = talk.Card;
        await talk.TypeAsync("/start svc_2602001_e_astana", "s1");
        Assert.Equal(first.Text, talk.Card.Text);
        Assert.Equal(first.Rows.SelectMany(r => r), talk.Card.Rows.SelectMany(r => r));
        await using var db = host.Open();
        Assert.Equal(1, await db.Responses.CountAsync(Stop));
    }

    [Fact]
    public async Task A_repeated_command_gives_its_card_again_and_runs_once()
    {
        await using var host = await QuietHost.StartAsync();
        var talk = await new Talk(host).BeginAsync();
        await talk.TypeAsync("/help", "h1");
        var help = talk.Card.Text;
        var version = await VersionAsync(host);
        await talk.TypeAsync("/help", "h1");
        Assert.Equal((help, version), (talk.Card.Text, await VersionAsync(host)));
    }

    [Fact]
    public async Task Updates_that_overtake_each_other_count_once_each_and_never_for_another_question()
    {
        await using var host = await QuietHost.StartAsync();
        var talk = await new Talk(host).BeginAsync();
        var (first, cardRef) = (talk.Data("4"), talk.CardRef);
        await talk.PressAsync(first, cardRef, "20");
        var second = talk.Data("3");
        await talk.PressAsync(second, cardRef, "19"); // A smaller id is not an old update.
        await talk.PressAsync(first, cardRef, "20");
        await talk.PressAsync(second, cardRef, "19");
        await talk.PressAsync(first, cardRef, "18"); // A new update of an old card.
        await talk.RateAsync();
        await talk.TapAsync("Отправить");
        await using var db = host.Open();
        var counted = (await db.Responses.SingleAsync(Stop)).Counted!.Split(';');
        Assert.Equal(["bilingual=3", "info_clear=4"], counted.Where(r => !r.EndsWith("=5", StringComparison.Ordinal)));
        Assert.Equal(9, counted.Length);
    }

    [Fact]
    public async Task Looking_at_a_conversation_changes_nothing_and_an_unknown_one_has_no_card()
    {
        await using var host = await QuietHost.StartAsync();
        var talk = await new Talk(host).BeginAsync();
        var (card, version) = (talk.Card.Text, await VersionAsync(host));
        await talk.LookAsync();
        Assert.Equal((card, version), (talk.Card.Text, await VersionAsync(host)));
        Assert.Equal(TurnReply.Nothing, (await new Talk(host, "7002").LookAsync()).Reply);
    }

    private static async Task<(int Conversation, int Response)> VersionAsync(BotHost host)
    {
        await using var db = host.Open();
        return ((await db.Conversations.SingleAsync(Stop)).Version, (await db.Responses.SingleAsync(Stop)).Revision);
    }

    private static Task<BotHost> WithFileAsync(byte[] content) =>
        QuietHost.StartAsync(configure: builder => builder.Services.AddSingleton<ICommand>(new FileCommand(content)));

    private sealed class FileCommand(byte[] content) : ICommand
    {
        public string Name => "file";

        public StaffRole? Role => null;

        public bool IsListed => false;

        public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
            Task.FromResult(new CommandResult(new Card("The file", [[new("Again", "c.file")]], "ru"), Attachment: new Attachment("file.csv", "text/csv", content, "File")));
    }
}
