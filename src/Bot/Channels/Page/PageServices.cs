using Microsoft.AspNetCore.Mvc;

namespace Bot.Channels.Page;

/// <summary>The survey as pages that need no JavaScript: <c>/s/TOKEN</c>, and <c>/s</c> for whoever has no link.</summary>
internal static class PageServices
{
    private const int BodyLimit = 16 * 1024;
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddPage(this IServiceCollection services)
    {
        services.AddSingleton<IChannel, PageChannel>();
        services.AddSingleton<PageLinks>();
        services.AddSingleton<PagePlaces>();
        services.AddSingleton<PageViews>();
        services.AddSingleton<PageTurns>();
        services.AddSingleton<PageCommands>();
        services.AddSingleton<PageNotices>();
        services.AddSingleton<CardHtml>();
        services.AddSingleton<PageHtml>();
        services.AddSingleton<PageAnswers>();
        services.AddSingleton<PageHandler>();
    }

    public static void MapPage(this WebApplication app)
    {
        var pages = app.Services.GetRequiredService<PageHandler>();
        var all = app.MapGroup(PagePlace.Root).ExcludeFromDescription();
        foreach (var address in (string[])["", "/{token}"])
        {
            all.MapMethods(address, Reading, (HttpContext http, string? token) => pages.GetAsync(http, token));
            all.MapPost(address, (HttpContext http, string? token) => pages.PostAsync(http, token))
                .AddEndpointFilter<FormFilter>().WithMetadata(new RequestSizeLimitAttribute(BodyLimit));
        }
    }
}
