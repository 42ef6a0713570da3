using System.Text.Json.Nodes;
using Bot.Tests.Channels.DirectLine;

namespace Bot.Tests.Walkthrough;

/// <summary>Somebody who opens an invitation in the web chat, in Russian, and answers by typing what a button says.</summary>
internal static class WebPerson
{
    private const int LongestSurvey = 60;
    private static readonly string[] Ways = ["Русский", "Даю согласие", "Услуга получена полностью", "5", "Нет, не понадобилось", "Нет", "Отправить"];

    /// <summary>Rates everything with 5 and submits.</summary>
    public static async Task AnswerAsync(Uri address, string token)
    {
        using var chat = await DirectLineClient.BeginAsync(address, token);
        for (var said = 0; said < LongestSurvey; said++)
        {
            var buttons = Buttons(await chat.ReadActivitiesAsync());
            if (Array.Find(Ways, buttons.Contains) is not { } way)
                throw new InvalidOperationException($"None of these leads on: {string.Join(" | ", buttons)}");
            await chat.SayAsync(way);
            if (way == Ways[^1])
                return;
        }

        throw new InvalidOperationException("The survey does not end.");
    }

    private static List<string> Buttons(JsonObject set)
    {
        var card = set["activities"]!.AsArray().Last(a => a!["suggestedActions"] is not null)!;
        return [.. card["suggestedActions"]!["actions"]!.AsArray().Select(a => (string)a!["title"]!)];
    }
}
