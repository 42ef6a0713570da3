using Bot.Alerts;
using Bot.Api;
using Bot.Campaigns;
using Bot.Cases;
using Bot.Channels.DirectLine;
using Bot.Channels.Page;
using Bot.Channels.Telegram;
using Bot.Comments;
using Bot.Conversations;
using Bot.Exports;
using Bot.Hosting.Keys;
using Bot.Invitations;
using Bot.Invitations.Funnels;
using Bot.Jobs;
using Bot.Managers;
using Bot.Persistence;
using Bot.Quarantine;
using Bot.Responses;
using Bot.Scores;
using Bot.Webhooks;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace Bot.Hosting;

/// <summary>Puts the areas of the program together. Each brings its own <c>AddX</c> and <c>MapX</c>.</summary>
internal static class BotProcess
{
    private const string DefaultUrl = "http://localhost:5080";

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception wrong) when (StartFaults.Explain(wrong) is { } explained)
        {
            await Console.Error.WriteLineAsync(explained);
        }
        return 1;
    }

    /// <summary>Builds the program without starting it; verbs use its services.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // No change of the settings is followed, and watching their files takes one of the 128 inotify instances that Linux gives a user: where they are used up nothing would start.
        var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
        // The program's own settings come with it, wherever it is started from.
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource { Path = "appsettings.json", FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory), Optional = true });
        builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = o.ValidateScopes = true);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(DefaultUrl);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddSurvey();
        builder.AddPersistence();
        builder.AddKeys();
        builder.AddConversations();
        builder.AddTelegram();
        builder.AddDirectLine();
        builder.Services.AddPage();
        builder.Services.AddManagers();
        builder.Services.AddComments();
        builder.Services.AddAlerts();
        builder.Services.AddCases();
        builder.Services.AddScores();
        builder.Services.AddJobs();
        builder.Services.AddResponseFiles();
        builder.Services.AddQuarantine();
        builder.Services.AddExports();
        builder.Services.AddInvitations();
        builder.Services.AddFunnels();
        builder.Services.AddCampaigns();
        builder.Services.AddWebhooks();
        builder.Services.AddApi();
        builder.Services.AddHealth();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.MapTelegram();
        app.MapDirectLine();
        app.MapApi();
        app.MapExports();
        app.MapPage();
        app.MapInvitations();
        app.MapCampaigns();
        app.MapJobs();
        app.MapHealth();
        return app;
    }
}
