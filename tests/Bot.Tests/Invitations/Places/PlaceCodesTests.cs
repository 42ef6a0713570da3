using Bot.Hosting;
using Bot.Hosting.Keys;
using Bot.Invitations.Places;
using Bot.Survey.Catalogue;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Invitations.Places;

public sealed class PlaceCodesTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private static readonly ServiceCatalogue Catalogue = SurveyFiles.Read("dialogs", "localization").Catalogue;
    private static readonly string Old = "old:" + KeyText.NewKey();
    private static readonly string New = "new:" + KeyText.NewKey();
    private static readonly PlaceCode Office = new("2602001", "electronic", "astana", PlaceCode.PlaceOf("ЦОН № 3"), new DateOnly(2027, 11, 25));

    [Fact]
    public void Every_service_form_and_region_is_read_back_from_36_characters_that_a_link_may_hold()
    {
        var codes = Codes(Old);
        List<PlaceCode> all =
        [
            new(null, null, null, "00000000"), Office, Office with { GoodThrough = null },
            .. Catalogue.Services.SelectMany(s => s.Forms.Select(f => new PlaceCode(s.Id, f.Id(), null, "ffffffff"))),
            .. Catalogue.Regions.Select(r => new PlaceCode(null, null, r.Id, "12345678")),
        ];
        var tokens = all.ConvertAll(codes.Write);
        Assert.Equal(all, tokens.Select(codes.Read));
        Assert.All(tokens, token => Assert.Matches("^[A-Za-z0-9_-]{36}$", token));
        Assert.Equal(tokens.Count, tokens.Distinct().Count());
        Assert.Equal(tokens[1], codes.Write(Office));
    }

    [Fact]
    public void Of_a_thousand_random_mutations_none_is_accepted()
    {
        var codes = Codes(Old);
        var token = codes.Write(Office);
        var random = new Random(20261126);
        for (var i = 0; i < 1000; i++)
        {
            var mutated = Mutated(token, random);
            Assert.True(codes.Read(mutated) is null, $"Accepted: {mutated} for {token}");
        }
    }

    [Fact]
    public void Every_single_character_and_every_cut_counts()
    {
        var codes = Codes(Old);
        var token = codes.Write(Office);
        for (var at = 0; at < token.Length; at++)
        {
            Assert.Null(codes.Read(token[..at]));
            Assert.Null(codes.Read(token[at..] is var rest && at > 0 ? rest : ""));
            Assert.All(Alphabet.Where(c => c != token[at]), c => Assert.Null(codes.Read($"{token[..at]}{c}{token[(at + 1)..]}")));
        }

        Assert.All(new[] { token + "A", "A" + token, token + "=", token[..^1] + "=", token[..^1] + " ", token.Replace(token[3], '\n') }, bad => Assert.Null(codes.Read(bad)));
    }

    [Fact]
    public void A_foreign_key_is_refused_and_a_new_one_takes_over_without_a_pause()
    {
        var token = Codes(Old).Write(Office);
        Assert.Null(Codes(New).Read(token));
        var during = Codes($"{New},{Old}");
        Assert.Equal(Office, during.Read(token));
        Assert.Equal(Office, Codes(New).Read(during.Write(Office)));
        Assert.Null(Codes(Old).Read(during.Write(Office)));
        // Another key under the same id: the mark in the token fits, the signature does not.
        Assert.Null(Codes("old:" + KeyText.NewKey()).Read(token));
    }

    [Fact]
    public void The_last_day_ends_at_midnight_in_almaty()
    {
        var midnight = new DateTimeOffset(2027, 11, 26, 0, 0, 0, TimeSpan.FromHours(5));
        Assert.False(Office.IsOver(midnight.AddTicks(-1)));
        Assert.True(Office.IsOver(midnight));
        Assert.False((Office with { GoodThrough = null }).IsOver(midnight.AddYears(100)));
    }

    [Fact]
    public void A_service_that_has_left_the_catalogue_is_chosen_by_the_person()
    {
        var token = Codes(Old).Write(Office with { ServiceId = "9999999" });
        Assert.Equal(Office with { ServiceId = null }, Codes(Old).Read(token));
    }

    private static PlaceCodes Codes(string keys) => new(new KeyRings(Options.Create(new KeyOptions
    {
        InvitationKeys = keys,
        PrivacyKeys = KeyText.NewRing(),
        WebKeys = KeyText.NewRing(),
    })), Catalogue);

    private static string Mutated(string token, Random random)
    {
        var text = token.ToList();
        do
        {
            for (var changes = random.Next(1, 4); changes > 0 && text.Count > 0; changes--)
            {
                var at = random.Next(text.Count);
                switch (random.Next(4))
                {
                    case 0:
                        text[at] = Alphabet[random.Next(Alphabet.Length)];
                        break;
                    case 1:
                        text.RemoveAt(at);
                        break;
                    case 2:
                        text.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
                        break;
                    default:
                        var other = random.Next(text.Count);
                        (text[at], text[other]) = (text[other], text[at]);
                        break;
                }
            }
        }
        while (text.SequenceEqual(token));
        return string.Concat(text);
    }
}
