using Bot.Hosting.Keys;
using Bot.Invitations.Places;
using Bot.Survey.Localization;
using Bot.Tests.Channels.DirectLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Conversations.Turns;

public sealed class PlaceOpeningTests
{
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_code_of_a_place_leaves_nothing_to_ask_of_what_it_fixes()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).BeginAsync("/start " + Token(host));
        await talk.RateAsync("5");
        await talk.TapAsync("Отправить");
        await using var db = host.Open();
        var response = await db.Responses.SingleAsync(Stop);
        Assert.Equal(("2602001", "electronic", "astana", "place"), (response.ServiceId, response.Form, response.RegionId, response.Source));
        Assert.Equal($"place:2602001:electronic:astana:{PlaceCode.PlaceOf("ЦОН № 3")}", response.SourceLink);
    }

    [Fact]
    public async Task A_code_without_a_service_lets_the_person_choose_and_still_names_the_place()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).TypeAsync("/start " + Token(host, new PlaceCode(null, null, "astana", PlaceCode.PlaceOf("ЦОН"))));
        await talk.TapAsync("Русский");
        await talk.TapAsync("Даю согласие");
        Assert.StartsWith("Какую услугу Вы оцениваете?", talk.Card.Text, StringComparison.Ordinal);
        await using var db = host.Open();
        var response = await db.Responses.SingleAsync(Stop);
        Assert.Equal((null, "astana", "place", $"place:::astana:{PlaceCode.PlaceOf("ЦОН")}"), (response.ServiceId, response.RegionId, response.Source, response.SourceLink));
    }

    [Fact]
    public async Task Any_number_of_people_may_use_it_and_who_comes_back_goes_on()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var token = Token(host);
        var first = await new Talk(host).BeginAsync("/start " + token);
        await first.RateAsync("4", only: 2);
        await new Talk(host, "7002").BeginAsync("/start " + token);
        await first.TypeAsync("/start " + token);
        Assert.Contains("Это Вы?", first.Card.Text, StringComparison.Ordinal);
        await using var db = host.Open();
        Assert.Equal(2, await db.Responses.CountAsync(Stop));
    }

    [Fact]
    public async Task It_opens_the_same_survey_in_the_web_chat()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        using var client = await DirectLineClient.BeginAsync(host, Token(host));
        Assert.StartsWith("Тілді таңдаңыз", DirectLineClient.Texts(await client.ReadActivitiesAsync())[^1], StringComparison.Ordinal);
        await using var db = host.Open();
        Assert.Equal(("2602001", "place", "web"), await db.Responses.Select(r => ValueTuple.Create(r.ServiceId, r.Source, r.SurveyChannel)).SingleAsync(Stop));
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    public async Task An_altered_a_cut_a_foreign_and_an_old_code_are_refused_in_plain_words_and_leave_nothing(string language)
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var texts = host.Get<TextCatalogue>();
        var talk = new Talk(host);
        await talk.TypeAsync("/start");
        await talk.TapAsync(texts.Languages.Single(l => l.Code == language).Name);
        var token = Token(host);
        var altered = (token[0] == 'A' ? 'B' : 'A') + token[1..];
        var foreign = new PlaceCodes(new KeyRings(Microsoft.Extensions.Options.Options.Create(new KeyOptions
        {
            InvitationKeys = KeyText.NewRing(),
            PrivacyKeys = KeyText.NewRing(),
            WebKeys = KeyText.NewRing(),
        })), host.Get<Bot.Survey.Catalogue.ServiceCatalogue>()).Write(Code);
        foreach (var bad in new[] { altered, token[..^1], token[..16], foreign, token + token })
            Assert.Equal(texts.Get(language, "invite.invalid"), (await talk.TypeAsync("/start " + bad)).Card.Text);

        var old = Token(host, Code with { GoodThrough = new DateOnly(2026, 11, 24) });
        Assert.Equal(texts.Get(language, "invite.code_expired"), (await talk.TypeAsync("/start " + old)).Card.Text);
        await using var db = host.Open();
        Assert.Equal("open", (await db.Responses.SingleAsync(Stop)).Source);
    }

    private static PlaceCode Code => new("2602001", "electronic", "astana", PlaceCode.PlaceOf("ЦОН № 3"));

    private static string Token(BotHost host, PlaceCode? code = null) => host.Get<PlaceCodes>().Write(code ?? Code);
}
