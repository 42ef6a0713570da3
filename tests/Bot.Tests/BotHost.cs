using Bot.Hosting;
using Bot.Persistence;
using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests;

/// <summary>The real program, in this process, on a database file of its own and a free port. Outgoing HTTP that nobody allowed throws.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _ownsFolder;

    private BotHost(WebApplication app, string folder, bool ownsFolder, FakeTimeProvider? time)
    {
        (_app, Folder, _ownsFolder, Time) = (app, folder, ownsFolder, time);
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    /// <summary>The program's HTTP side, over a real socket.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Holds the database; give it to a second host to start the program again over the same data.</summary>
    public string Folder { get; }

    /// <summary>The program's clock, where the test moves it.</summary>
    public FakeTimeProvider? Time { get; }

    public static async Task<BotHost> StartAsync(BotHostOptions? options = null)
    {
        options ??= new BotHostOptions();
        var folder = options.Folder ?? Directory.CreateTempSubdirectory("bot-test-").FullName;
        string[] args =
        [
            "--urls", "http://127.0.0.1:0",
            "--ConnectionStrings:Bot", $"Data Source={Path.Combine(folder, "bot.db")}",
            "--environment", "Test",
            .. options.Settings.SelectMany(s => new[] { "--" + s.Key, s.Value }),
        ];
        var app = BotProcess.Build(args, builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            if (options.Time is { } time)
                builder.Services.AddSingleton<TimeProvider>(time);
            builder.Services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new OutgoingHttp(options));
            options.Configure?.Invoke(builder);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        GlobalConfiguration.Configuration.UseNoOpLogProvider(); // Hangfire has one for all programs of a process, and would go on with that of one that has ended.
        return new BotHost(app, folder, options.Folder is null, options.Time);
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A look into the database.</summary>
    public BotDbContext Open() => Get<IDbContextFactory<BotDbContext>>().CreateDbContext();

    /// <summary>Stops the program as a deployment does; its data stays.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Puts the test's answers in the place of the network, whatever handler a client was given.</summary>
    private sealed class OutgoingHttp(BotHostOptions options) : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.PrimaryHandler = new Guard(options, builder.PrimaryHandler);
        };
    }

    private sealed class Guard(BotHostOptions options, HttpMessageHandler network) : DelegatingHandler(network)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            options.Outgoing?.Invoke(request) is { } answer ? Task.FromResult(answer)
            : options.AllowOutgoing(request.RequestUri!) ? base.SendAsync(request, cancellationToken)
            : throw new InvalidOperationException($"Nobody allowed a request to {request.RequestUri!.Host}.");
    }
}
