using Bot.Conversations;
using Bot.Jobs;

namespace Bot.Campaigns;

/// <summary>Invitations that coordinators send together: from a file to a draft, from the draft to people.</summary>
internal static class CampaignServices
{
    public static void AddCampaigns(this IServiceCollection services)
    {
        services.AddSingleton<CampaignFileReader>();
        services.AddSingleton<CampaignImport>();
        services.AddSingleton<CampaignSending>();
        services.AddSingleton<CampaignDesk>();
        services.AddSingleton<CampaignViews>();
        services.AddSingleton<SendingPlan>();
        services.AddSingleton<CampaignForecast>();
        services.AddSingleton<SmsTexts>();
        services.AddSingleton<FaultTexts>();
        services.AddSingleton<CampaignTexts>();
        services.AddSingleton<CampaignLists>();
        services.AddSingleton<CampaignRuns>();
        services.AddSingleton<CampaignFiller>();
        services.AddHostedService(s => s.GetRequiredService<CampaignFiller>());
        services.AddSingleton<CampaignProgress>();
        services.AddTransient<CampaignJob>();
        services.AddSingleton<CampaignCards>();
        services.AddSingleton<CampaignWords>();
        services.AddSingleton<CampaignChatFiles>();
        services.AddSingleton<ICommand, CampaignsCommand>();
        services.AddSingleton<StaffPages>();
        services.AddSingleton<CampaignHtml>();
        services.AddSingleton<CampaignBody>();
        services.AddSingleton<CampaignForms>();
        services.AddSingleton<CampaignListPage>();
        services.AddSingleton<CampaignPage>();
        services.AddSingleton<CampaignPageFiles>();
        services.AddSingleton<CampaignPages>();
    }

    public static void MapCampaigns(this WebApplication app) => app.Services.GetRequiredService<CampaignPages>().Map(app);
}
