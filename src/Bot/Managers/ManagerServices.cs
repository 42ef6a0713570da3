using Bot.Conversations;
using Bot.Managers.Pictures;

namespace Bot.Managers;

internal static class ManagerServices
{
    public static void AddManagers(this IServiceCollection services)
    {
        services.AddSingleton<StaffCodes>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<StaffTexts>();
        services.AddSingleton<StaffSignIn>();
        services.AddSingleton<IStaffSignIn>(s => s.GetRequiredService<StaffSignIn>());
        services.AddSingleton<ICommand, LoginCommand>();
        services.AddSingleton<ICommand, LogoutCommand>();
        AddStaffCommand(services);
        services.AddSingleton<StaffScores>();
        services.AddSingleton<StaffSearch>();
        services.AddSingleton<OverviewCards>();
        services.AddSingleton<ServiceScoreCards>();
        services.AddSingleton<PictureFrames>();
        services.AddSingleton<OverviewPictures>();
        services.AddSingleton<ServicePictures>();
        services.AddSingleton<ScorePictures>();
        services.AddSingleton<ICommand, ScoresCommand>();
        services.AddSingleton(new OperatorConsole(Console.Out));
        services.AddHostedService<FirstStart>();
    }

    private static void AddStaffCommand(IServiceCollection services)
    {
        services.AddSingleton<StaffDrafts>();
        services.AddSingleton<StaffGrants>();
        services.AddSingleton<CatalogueSearch>();
        services.AddSingleton<StaffCards>();
        services.AddSingleton<StaffScopeCards>();
        services.AddSingleton<ICommand, StaffCommand>();
    }
}
