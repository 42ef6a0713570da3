using Bot.Conversations;
using Bot.Managers;
using Bot.Responses;
using Bot.Survey.Localization;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Managers;

public sealed class ScoreWordsTests
{
    [Fact]
    public async Task Every_channel_and_source_of_a_response_has_a_name_in_every_language()
    {
        await using var host = await QuietHost.StartAsync();
        var texts = host.Get<TextCatalogue>();
        foreach (var part in (string[])[ChannelNames.Telegram, ChannelNames.Web, ChannelNames.Page, ResponseColumns.Imported, "receipt", "invitation", "place", "open", "again"])
            Assert.All(texts.Languages, language => Assert.Equal(texts.Get(language.Code, $"manager.part_{part}"), new ScoreWords(texts, language.Code).Part("source", part)));
    }
}
