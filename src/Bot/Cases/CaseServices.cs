using Bot.Conversations;

namespace Bot.Cases;

internal static class CaseServices
{
    public static void AddCases(this IServiceCollection services)
    {
        services.AddSingleton<RatingRequests>();
        services.AddSingleton<WorkingDays>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<CaseCards>();
        services.AddSingleton<IAnnouncements, ReminderSender>();
        services.AddSingleton<IAnnouncements, RequestSender>();
        services.AddSingleton<ICommand, CasesCommand>();
        services.AddSingleton<ICommand, AgainCommand>();
    }
}
