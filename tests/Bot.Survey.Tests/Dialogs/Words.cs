using Bot.Survey.Dialogs;

namespace Bot.Survey.Tests.Dialogs;

/// <summary>What the buttons say in one language.</summary>
internal sealed class Words(string language)
{
    public string Language => language;

    public string this[string key] => Shipped.Texts.Get(language, key);

    public string Option(string question, string option) => this[$"questions.{question}.options.{option}"];

    public string Service(string id) => Shipped.Catalogue.FindService(id)!.ShortName[language];

    public string Region(string id) => Shipped.Catalogue.FindRegion(id)!.Name[language];

    /// <summary>A citizen who has chosen the language.</summary>
    public Citizen Start(SurveyLink? link = null) => new Citizen(link).Tap(Shipped.Texts.Languages.Single(l => l.Code == language).Name);
}
