using Bot.Conversations;
using Bot.Managers;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What is asked of the bot in the middle of a survey.</summary>
public class InFrontOfSurveyTests
{
    private const string GoOn = "Продолжить опрос";

    [Theory]
    [InlineData("/help")]
    [InlineData("/mydata")]
    [InlineData("/invite")]
    [InlineData("/forget")]
    public async Task A_command_leaves_the_question_one_tap_away(string command)
    {
        await using var host = await QuietHost.StartAsync();
        var talk = await new Talk(host).BeginAsync();
        await talk.RateAsync(only: 1);
        var asked = talk.Card.Text;
        await talk.TypeAsync(command);
        Assert.NotEqual(asked, talk.Card.Text);
        await talk.TapAsync(GoOn);
        Assert.Equal(asked, talk.Card.Text);
        await talk.TapAsync("5");
        Assert.DoesNotContain("устарела", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_survey_waits_there_is_none_to_go_on_with()
    {
        await using var host = await QuietHost.StartAsync();
        var talk = await new Talk(host).TypeAsync("/help");
        Assert.DoesNotContain(Labels(talk), label => label == GoOn);
        await talk.SubmitAsync();
        await talk.TypeAsync("/help");
        Assert.DoesNotContain(Labels(talk), label => label == GoOn);
    }

    [Theory]
    [InlineData("1403024", "Лицензия на импорт РЭС и ВЧУ\n1403024")]
    [InlineData("Шымкент", "Оценки услуг\nгород Шымкент")]
    public async Task Staff_ask_for_scores_in_the_middle_of_a_survey_of_their_own(string words, string answer)
    {
        await using var host = await QuietHost.StartAsync();
        var talk = await BegunAsync(host, StaffRole.Manager);
        var asked = talk.Card.Text;
        await talk.TypeAsync(words);
        Assert.StartsWith(answer, talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync(GoOn);
        Assert.Equal(asked, talk.Card.Text);
    }

    [Fact]
    public async Task Staff_ask_for_scores_where_nothing_is_on_the_screen()
    {
        await using var host = await QuietHost.StartAsync();
        var talk = await BegunAsync(host, StaffRole.Manager);
        await talk.RateAsync();
        await talk.TapAsync("Отправить");
        await talk.TapAsync("Пропустить все");
        await talk.TypeAsync("лицензия рэс");
        Assert.StartsWith("Лицензия на импорт РЭС и ВЧУ\n", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_survey_takes_is_an_answer_of_staff_too()
    {
        await using var host = await QuietHost.StartAsync();
        var talk = await BegunAsync(host, StaffRole.Manager);
        var asked = talk.Card.Text;
        await talk.TypeAsync("5");
        Assert.NotEqual(asked, talk.Card.Text);
        await talk.RateAsync("2");
        await talk.TapAsync("Отправить");
        await talk.TapAsync("Пропустить");
        await talk.TypeAsync("1403024");
        Assert.DoesNotContain("Лицензия на импорт", talk.Card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Coordinator")]
    public async Task Who_may_see_no_scores_is_asked_to_use_the_buttons(string? role)
    {
        await using var host = await QuietHost.StartAsync();
        var talk = await BegunAsync(host, role is null ? null : Enum.Parse<StaffRole>(role));
        await talk.TypeAsync("1403024");
        Assert.StartsWith("Нажмите", talk.Card.Text, StringComparison.Ordinal);
    }

    /// <summary>A survey at its first rating, begun by a member of the staff who has signed in meanwhile.</summary>
    private static async Task<Talk> BegunAsync(BotHost host, StaffRole? role)
    {
        var talk = await new Talk(host).BeginAsync();
        if (role is not { } staff)
            return talk;
        await talk.TypeAsync(await host.Get<StaffCodes>().IssueAsync(staff, StaffScope.Everything, "test", TestContext.Current.CancellationToken));
        return await talk.TapAsync(GoOn);
    }

    private static IEnumerable<string> Labels(Talk talk) => talk.Card.Rows.SelectMany(row => row).Select(button => button.Text);
}
