using Bot.Conversations.Commands;
using Bot.Conversations.Sharing;
using Bot.Conversations.Turns;
using Bot.Jobs;
using Microsoft.Extensions.Options;

namespace Bot.Conversations;

internal static class ConversationServices
{
    public static void AddConversations(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>();
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<QuietHoursOptions>, QuietHoursOptionsValidator>();
        services.AddOptions<QuietHoursOptions>().BindConfiguration(QuietHoursOptions.Section).ValidateOnStart();
        services.AddSingleton<QuietHours>();
        services.AddSingleton<Announcer>();
        AddTurns(services);
        AddCommands(services);
        AddSharing(services, builder.Configuration.GetConnectionString("Redis"));
        services.AddSingleton<PersonalData>();
        services.AddSingleton<AskAgainJob>();
        services.AddSingleton<RetentionJob>();
        services.AddSingleton<DueCard>();
        services.AddSingleton<CardSweep>();
        services.AddHostedService(s => s.GetRequiredService<CardSweep>());
    }

    private static void AddTurns(IServiceCollection services)
    {
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<ConversationGates>();
        services.AddSingleton<ContactBook>();
        services.AddSingleton<CardRefs>();
        services.AddSingleton<StateColumns>();
        services.AddSingleton<ResponseRecorder>();
        services.AddSingleton<InvitationProgress>();
        services.AddSingleton<SurveySteps>();
        services.AddSingleton<SurveyOpening>();
        services.AddSingleton<CommandTurns>();
        services.AddSingleton<MessagePlayer>();
        services.AddSingleton<TurnCommitter>();
        services.AddSingleton<TurnFrame>();
        services.AddSingleton<TurnLoop>();
        services.AddSingleton<IConversationRunner, ConversationRunner>();
    }

    private static void AddCommands(IServiceCollection services)
    {
        services.AddSingleton<ICommand, StartCommand>();
        services.AddSingleton<ICommand, LanguageCommand>();
        services.AddSingleton<ICommand, StopCommand>();
        services.AddSingleton<ICommand, ContinueCommand>();
        services.AddSingleton<ICommand, MyDataCommand>();
        services.AddSingleton<ICommand, ForgetCommand>();
        services.AddSingleton<ICommand, HelpCommand>();
        services.AddSingleton<CommandSet>();
        services.AddSingleton<StaffChanges>();
    }

    private static void AddSharing(IServiceCollection services, string? redis)
    {
        if (string.IsNullOrWhiteSpace(redis))
        {
            services.AddSingleton<IConversationCache, MemoryConversationCache>();
            services.AddSingleton<IConversationBus, MemoryConversationBus>();
            return;
        }

        services.AddSingleton(s => ActivatorUtilities.CreateInstance<RedisConnection>(s, redis));
        services.AddSingleton<IConversationCache, RedisConversationCache>();
        services.AddSingleton<RedisConversationBus>();
        services.AddSingleton<IConversationBus>(s => s.GetRequiredService<RedisConversationBus>());
        services.AddHostedService(s => s.GetRequiredService<RedisConversationBus>());
    }
}
