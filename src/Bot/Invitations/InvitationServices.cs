namespace Bot.Invitations;

internal static class InvitationServices
{
    private const int LongestToken = 64;

    public static void AddInvitations(this IServiceCollection services)
    {
        services.AddSingleton<BotName>();
        services.AddSingleton<InvitationLinks>();
        services.AddSingleton<FiledReceipts>();
        services.AddSingleton<ReceiptDesk>();
    }

    /// <summary>Opens the chat with the invitation. Programs that look into links for a preview use nothing up by it.</summary>
    public static void MapInvitations(this WebApplication app) =>
        app.MapGet("/s/{token}", (string token) => IsToken(token) ? Results.Redirect("/chat?start=" + token) : Results.NotFound()).ExcludeFromDescription();

    private static bool IsToken(string token) => token.Length <= LongestToken && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
