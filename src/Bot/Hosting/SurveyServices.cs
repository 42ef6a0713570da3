using Bot.Conversations;
using Bot.Invitations;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;
using Bot.Survey.Questionnaires;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

internal static class SurveyServices
{
    /// <summary>The rules, over the definitions in <c>dialogs/</c> and the texts in <c>localization/</c>.</summary>
    public static void AddSurvey(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SurveyOptions>().BindConfiguration(SurveyOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SurveyOptions>, SurveyOptionsValidator>();
        services.AddSingleton(s => Checked(s.GetRequiredService<IOptions<SurveyOptions>>().Value));
        services.AddSingleton(s => s.GetRequiredService<SurveyFiles>().Texts);
        services.AddSingleton(s => s.GetRequiredService<SurveyFiles>().Catalogue);
        services.AddSingleton(s => s.GetRequiredService<SurveyFiles>().Questionnaires);
        services.AddSingleton(s => s.GetRequiredService<SurveyFiles>().Comments);
        services.AddSingleton(s => s.GetRequiredService<SurveyFiles>().Holidays);
        services.AddSingleton(s => new ServiceSearch(s.GetRequiredService<ServiceCatalogue>().Services));
        services.AddSingleton(s => new RegionSearch(s.GetRequiredService<ServiceCatalogue>()));
        services.AddSingleton(s => new ProviderSearch(s.GetRequiredService<ServiceCatalogue>().Providers));
        services.AddSingleton(s => new DialogEngine(
            s.GetRequiredService<QuestionnaireSet>(), s.GetRequiredService<ServiceCatalogue>(), s.GetRequiredService<TextCatalogue>(),
            new DialogSettings(
                s.GetRequiredService<IOptions<SurveyOptions>>().Value.Operator,
                s.GetRequiredService<IOptions<RetentionOptions>>().Value.LinkDays,
                LinkAddress: s.GetRequiredService<InvitationLinks>().Address)));
    }

    private static SurveyFiles Checked(SurveyOptions options)
    {
        var files = SurveyFiles.Read(options.Dialogs, options.Localization);
        return files.Faults.Count == 0 ? files : throw new OptionsValidationException(SurveyOptions.Section, typeof(SurveyOptions), files.Faults);
    }
}
