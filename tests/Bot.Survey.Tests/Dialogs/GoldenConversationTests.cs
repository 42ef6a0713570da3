using Bot.Survey.Dialogs;
using Xunit;

namespace Bot.Survey.Tests.Dialogs;

/// <summary>Whole conversations as a translator can read them. With GOLDEN=write in the environment the files are written anew; read the difference.</summary>
public sealed class GoldenConversationTests
{
    public static TheoryData<string, string> Conversations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in (string[])["electronic", "paper", "proactive", "refused", "not-yet", "withdrawn", "typed", "change-and-resume", "after-submit"])
                foreach (var language in (string[])["kk", "ru"])
                    data.Add(name, language);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Conversations))]
    public void The_conversation_reads_as_agreed(string name, string language)
    {
        var transcript = Play(name, new Words(language)).Transcript;
        var file = Path.Combine(SourceFolder(), "Golden", $"{name}.{language}.txt");
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
            File.WriteAllText(file, transcript);
        Assert.Equal(File.ReadAllText(file), transcript);
    }

    private static Citizen Play(string name, Words w) => name switch
    {
        "electronic" => w.Start().Tap(w["start.consent_yes"]).Tap(w.Service("2602001")).Tap(w.Option("outcome", "granted")).Tap(w.Option("channel", "egov_mobile"))
            .Tap(w.Region("astana")).RateAll("5").Tap(w["flow.submit"]),
        "paper" => w.Start().Tap(w["start.consent_yes"]).Type("3102008").Tap(w.Option("outcome", "granted")).Tap(w.Option("channel", "con_desk"))
            .Tap(w.Region("shymkent")).RateAll("5", ("building", "2"), ("wait_on_site", "na")).Tap(w["flow.submit"])
            .Tap(w.Option("went_wrong", "access.parking")).Tap(w.Option("went_wrong", "common.other")).Tap(w["flow.done"]).Tap(w["flow.skip_all"]),
        "proactive" => w.Start(new SurveyLink("receipt", "402016", "proactive", "turkistan")).Tap(w["start.consent_yes"]).Tap(w.Option("outcome", "granted"))
            .RateAll("4").Tap(w["flow.submit"]).Tap(w["flow.skip_all"]),
        "refused" => w.Start(new SurveyLink("receipt", "1403024", "electronic", "astana")).Tap(w["start.consent_yes"]).Tap(w.Option("outcome", "refused"))
            .RateAll("4", ("result_ok", "1")).Tap(w["flow.submit"]).Tap(w["scale.skip"]).Type("Тест: пікір / комментарий").Tap(w["criteria.result"]).Tap(w["scale.skip"])
            .Tap(w.Option("ask_again", "yes")).Tap(w["flow.skip_all"]),
        "not-yet" => w.Start(new SurveyLink("open", "1403024", null, "astana")).Tap(w["start.consent_yes"]).Tap(w.Option("outcome", "not_yet")).Tap(w["flow.later_deadline"])
            .Do(new DialogInput.AskAgain()).Tap(w.Option("outcome", "granted")),
        "withdrawn" => w.Start(new SurveyLink("open", "1403024")).Tap(w["start.consent_more"]).Tap(w["start.consent_yes"]).Tap(w.Option("outcome", "withdrawn"))
            .Tap(w["flow.back"]).Tap(w.Option("outcome", "granted")),
        "typed" => Typed(w),
        "change-and-resume" => ChangeAndResume(w),
        _ => AfterSubmit(w),
    };

    private static Citizen Typed(Words w)
    {
        var kk = w.Language == "kk";
        return w.Start().Type(kk ? "иә" : "да").Type(w["start.consent_yes"]).Type(kk ? "жоқ нәрсе" : "чего-то нет").Type(kk ? "емхана тіркелу" : "прикрепление к поликлинике")
            .Type(w.Option("outcome", "granted")).Type(w.Option("channel", "egov_web")).Type("Алматы").Tap(w.Region("almaty-city"))
            .Type("5️⃣").Type("4-5").Type(kk ? "төрт" : "четвёрка").Type("5.").Type(kk ? "бес" : "пять").Type(w["scale.not_applicable"]).Type("6").Type("3")
            .Type("").Do(new DialogInput.Unsupported()).Type(w["flow.back"]);
    }

    private static Citizen ChangeAndResume(Words w) =>
        w.Start(new SurveyLink("invitation", "702001", "electronic", "abai")).Tap(w["start.consent_yes"]).Tap(w.Option("outcome", "granted"))
            .RateAll("5", ("paid", "yes"), ("sum_ok", "2"), ("used_assistant", "yes"), ("help", "call_1414"), ("help_kind", "help"))
            .Tap(w["criteria.cost"]).Tap(w["questions.paid.label"]).Tap(w.Option("paid", "no")).Tap(w["flow.no"]).Tap(w.Option("paid", "no")).Tap(w["flow.yes"])
            .Do(new DialogInput.Stop()).Do(new DialogInput.Open()).Tap(w["flow.resume_yes"])
            .Tap(w.Language == "kk" ? "Русский" : "Қазақша");

    private static Citizen AfterSubmit(Words w) =>
        w.Start(new SurveyLink("open", "601001", "paper", "jambyl")).Tap(w["start.consent_yes"]).Tap(w.Option("outcome", "granted")).RateAll("5").Tap(w["flow.submit"])
            .Type("Тест: өте жақсы / очень хорошо").Tap(w["criteria.staff"]).Tap(w["scale.skip"]).Tap(w["flow.yes"]).Type("1000").Type("3").Tap(w.Option("days_taken", "working"))
            .Tap(w.Option("red_tape", "none")).Tap(w.Option("extra_expenses", "transport")).Tap(w["flow.done"]).Tap(w.Option("extra_sum", "acceptable"))
            .Tap(w.Option("on_behalf", "self")).Tap(w["flow.back"]).Tap(w.Option("on_behalf", "child")).Tap(w.Option("sex", "female")).Tap(w.Option("age", "30-39"))
            .Tap(w.Option("status", "individual")).Tap(w.Option("citizenship", "kz")).Tap(w.Option("access_needs", "none"))
            .Tap(w["flow.change"]).Tap(w["criteria.staff"]).Tap("4").Tap(w["flow.submit"]);

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
