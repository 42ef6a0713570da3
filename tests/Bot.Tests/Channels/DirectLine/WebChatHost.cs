using Bot.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Channels.DirectLine;

internal static class WebChatHost
{
    /// <summary>The program with a scripted runner in the place of the survey.</summary>
    public static Task<BotHost> StartAsync(
        ScriptedRunner runner, FakeTimeProvider? time = null, BotHost? before = null, params (string Key, string Value)[] settings)
    {
        return BotHost.StartAsync(new BotHostOptions
        {
            Settings = settings.ToDictionary(s => s.Key, s => s.Value),
            Time = time,
            Folder = before?.Folder,
            Configure = builder => builder.Services.AddSingleton<IConversationRunner>(runner),
        });
    }
}
