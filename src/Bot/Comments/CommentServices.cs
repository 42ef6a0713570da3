using Bot.Conversations;
using Microsoft.Extensions.Options;

namespace Bot.Comments;

internal static class CommentServices
{
    public static void AddComments(this IServiceCollection services)
    {
        services.AddOptions<CommentsOptions>().BindConfiguration(CommentsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CommentsOptions>, CommentsOptionsValidator>();
        services.AddSingleton<CommentTagger>();
        services.AddSingleton<CommentRenewal>();
        services.AddSingleton<CommentTopics>();
        services.AddSingleton<CommentReader>();
        services.AddSingleton<CommentCards>();
        services.AddSingleton<CommentAudit>();
        services.AddSingleton<SensitiveQueue>();
        services.AddSingleton<SensitiveCards>();
        services.AddSingleton<ICommand, CommentsCommand>();
        services.AddSingleton<ICommand, SensitiveCommand>();
    }
}
