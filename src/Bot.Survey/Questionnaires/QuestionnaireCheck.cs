using System.Text;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Survey.Questionnaires;

/// <summary>The static check of definitions against texts and catalogue: after it, no path through a survey can fail.</summary>
public static class QuestionnaireCheck
{
    /// <summary>Every fault of the questionnaires; empty where all is well.</summary>
    /// <param name="questionnaires">What was read.</param>
    /// <param name="catalogue">Services, providers, regions.</param>
    /// <param name="texts">Texts in every language.</param>
    public static IReadOnlyList<QuestionnaireFault> Faults(QuestionnaireSet questionnaires, ServiceCatalogue catalogue, TextCatalogue texts)
    {
        var faults = new List<QuestionnaireFault>();
        foreach (var questionnaire in questionnaires.All)
            new OneCheck(questionnaire, catalogue, texts, faults).Run();
        foreach (var form in catalogue.Services.SelectMany(s => s.Forms).Distinct().Where(f => questionnaires.Find(f.Id()) is null))
            faults.Add(new("dialogs", form.Id(), "the catalogue has services of this form, but there is no questionnaire for it"));
        CheckCatalogue(catalogue, texts, faults);
        return [.. faults.Distinct()];
    }

    private static void CheckCatalogue(ServiceCatalogue catalogue, TextCatalogue texts, List<QuestionnaireFault> faults)
    {
        foreach (var service in catalogue.Services)
        {
            foreach (var language in texts.Languages)
                Button(service.ShortName[language.Code], $"services.json: {service.Id}", language.Code, faults);
            Data(ButtonData.Control, Controls.Service + service.Id, $"services.json: {service.Id}", faults);
        }
        foreach (var region in catalogue.Regions)
        {
            foreach (var language in texts.Languages)
                Button($"✓ {region.Name[language.Code]}", $"regions.json: {region.Id}", language.Code, faults);
            Data(Answers.Region, region.Id, $"regions.json: {region.Id}", faults);
        }
    }

    private static void Button(string label, string where, string language, List<QuestionnaireFault> faults)
    {
        if (label.Length > CardLimits.ButtonText)
            faults.Add(new("buttons", where, $"the {language} button «{label}» has {label.Length} characters, at most {CardLimits.ButtonText} fit"));
    }

    private static void Data(string question, string value, string where, List<QuestionnaireFault> faults)
    {
        var data = new ButtonData(long.MaxValue / 4, 36 * 36 * 36, question, value).ToString();
        if (Encoding.UTF8.GetByteCount(data) > CardLimits.ButtonData)
            faults.Add(new("buttons", where, $"the button's data «{data}» has {Encoding.UTF8.GetByteCount(data)} bytes, at most {CardLimits.ButtonData} fit"));
    }

    private sealed class OneCheck(Questionnaire questionnaire, ServiceCatalogue catalogue, TextCatalogue texts, List<QuestionnaireFault> faults)
    {
        private readonly string _file = $"{questionnaire.Id}.questionnaire.json";
        private readonly HashSet<string> _reachable = new(StringComparer.Ordinal);

        public void Run()
        {
            foreach (var needed in (string[])[Answers.Outcome, Answers.Channel, Answers.Region])
                if (questionnaire.IndexOf(needed) is var at && (at < 0 || at >= questionnaire.SubmitIndex))
                    Fault(needed, "is not asked before the ratings");
            if (questionnaire.Version < 1)
                Fault("version", "is less than 1");
            for (var i = 0; i < questionnaire.Questions.Count; i++)
                Check(questionnaire.Questions[i], i);
        }

        private void Check(Question question, int at)
        {
            if (questionnaire.IndexOf(question.Key) != at)
                Fault(question.Key, "the key stands twice");
            if (!question.Key.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '_'))
                Fault(question.Key, "a key has only a–z, 0–9 and _");
            if (Reachability.CanHold(question.When, question, questionnaire, _reachable, Fault))
                _reachable.Add(question.Key);
            else
                Fault(question.Key, "no path reaches it");
            Texts(question, at);
            Options(question);
            Limits(question);
            if (question.Counted)
                Zone(question);
        }

        private void Texts(Question question, int at)
        {
            List<string> keys = [question.Text, .. question.Variants.Select(v => v.Text)];
            if (at < questionnaire.SubmitIndex)
                keys.Add(question.Label);
            keys.AddRange(OptionKeys(question));
            if (question.Criterion is { } criterion)
                keys.Add($"criteria.{criterion}");
            foreach (var key in keys.Where(k => !texts.Has(k)))
                Fault(question.Key, $"there is no text «{key}» in any language");
        }

        private IEnumerable<string> OptionKeys(Question question) => question.Source switch
        {
            OptionSource.Channels => catalogue.Services.SelectMany(s => s.Channels).Distinct().Select(o => $"{question.OptionTexts}.{o}"),
            OptionSource.Listed or OptionSource.LowCriteria => question.Options.Select(o => $"{question.OptionTexts}.{o}"),
            _ => [],
        };

        private void Options(Question question)
        {
            var listed = question.Kind is QuestionKind.Choice or QuestionKind.MultiChoice && question.Source is OptionSource.Listed or OptionSource.LowCriteria;
            if (listed && question.Options.Count == 0)
                Fault(question.Key, "a choice without options");
            foreach (var foreign in question.Exclusive.Concat(question.OnlyIn.Values.SelectMany(o => o)).Where(o => !question.Options.Contains(o, StringComparer.Ordinal)))
                Fault(question.Key, $"«{foreign}» is not among its options");
            if (question.Kind is QuestionKind.Text or QuestionKind.Number && question.Maximum <= question.Minimum)
                Fault(question.Key, "\"maximum\" must be greater than \"minimum\"");
        }

        private void Limits(Question question)
        {
            var where = $"{questionnaire.Id}: {question.Key}";
            foreach (var option in OptionKeys(question).Where(texts.Has))
            {
                foreach (var language in texts.Languages)
                    Button($"✓ {Get(language.Code, option)}", where, language.Code, faults);
                Data(question.Key, option[(question.OptionTexts.Length + 1)..], where, faults);
            }
            if (question.Kind == QuestionKind.Rating)
                Data(question.Key, Answers.NotApplicable, where, faults);
            Data(ButtonData.Control, Controls.Change + question.Key, where, faults);
            foreach (var language in texts.Languages.Where(_ => texts.Has(question.Label)))
                Button($"{Get(language.Code, question.Label)}: 5", where, language.Code, faults);
        }

        private string Get(string language, string key)
        {
            try
            {
                return texts.Get(language, key);
            }
            catch (KeyNotFoundException)
            {
                return ""; // reported by the check of the texts
            }
        }

        private void Zone(Question question)
        {
            if (!ServiceForms.TryParse(questionnaire.Form, out var form))
            {
                Fault("form", $"«{questionnaire.Form}» is none of {string.Join(", ", ServiceForms.All.Select(f => f.Id()))}");
                return;
            }
            foreach (var service in catalogue.Services.Where(s => s.Has(form) && s.ProviderOf(form, question.Zone ?? "") is null))
                Fault(question.Key, $"service {service.Id} has no provider answerable for the zone «{question.Zone}»");
        }

        private void Fault(string where, string what) => faults.Add(new(_file, where, what));
    }
}
