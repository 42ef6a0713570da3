using Bot.Survey.Catalogue;

namespace Bot.Survey.Dialogs;

/// <summary>The cards of who has no result yet: when to ask again, and that it will be asked.</summary>
internal sealed class LaterCards(ServiceCatalogue catalogue, DialogSettings settings)
{
    private const string Tomorrow = "tomorrow";
    private const string Week = "week";
    private const string Deadline = "deadline";
    private const string Never = "never";
    private static readonly TimeOnly TimeOfDay = new(10, 0);

    public Card Choose(CardWriter writer, DialogState state)
    {
        writer.Paragraph(writer.Text("flow.later_ask"));
        string[] offered = DeadlineOf(state, state.ChangedAt) > AlmatyTime.Day(state.ChangedAt) ? [Tomorrow, Week, Deadline, Never] : [Tomorrow, Week, Never];
        foreach (var when in offered)
            writer.Row(writer.Control(writer.Text($"flow.later_{when}"), Controls.Later + when));
        return writer.Footer(back: true).Card();
    }

    /// <summary>When to ask by that choice; null: never.</summary>
    public DateTimeOffset? At(DialogState state, string choice, DateTimeOffset now)
    {
        var tomorrow = AlmatyTime.Day(now).AddDays(1);
        DateOnly? day = choice switch
        {
            Tomorrow => tomorrow,
            Week => tomorrow.AddDays(6),
            Deadline when DeadlineOf(state, now) is { } deadline => deadline > tomorrow ? deadline : tomorrow,
            _ => null,
        };
        return day is { } d ? AlmatyTime.At(d, TimeOfDay) : null;
    }

    /// <summary>Says what becomes of it, and lets those ask for the question who have the result before.</summary>
    public CardWriter Wait(CardWriter writer, DialogState state)
    {
        var text = state switch
        {
            { AskAt: null } => writer.Text("flow.later_none"),
            { AskAt: { } at, Channel: "telegram" } => writer.Format("flow.later", ("date", writer.Date(at))),
            { AskAt: { } at, Link.Token: { } token } when settings.LinkAddress is { } address => writer.Format("flow.later_link", ("date", writer.Date(at)), ("link", address + token)),
            { AskAt: { } at } => writer.Format("flow.later_web", ("date", writer.Date(at))),
        };
        return writer.Paragraph(text).Row(writer.Control(writer.Text("flow.later_now"), Controls.ResultNow));
    }

    /// <summary>Reminds those who are asked for the outcome again what it is about.</summary>
    public CardWriter Introduce(CardWriter writer, DialogState state) =>
        state.HasNoResult && !state.Answers.ContainsKey(Answers.Outcome) && state.ServiceId is { } id && catalogue.FindService(id) is { } service
            ? writer.Paragraph(writer.Format("invite.ask_again", ("service", service.ShortName[writer.Language])))
            : writer;

    /// <summary>The day on which the service's term ends, from filing where that is known; null where the term is not known.</summary>
    private DateOnly? DeadlineOf(DialogState state, DateTimeOffset now) =>
        state.ServiceId is { } id && catalogue.FindService(id)?.LongestDeadline is { } term
            ? AlmatyTime.Day(state.Link.Since < now ? state.Link.Since.Value : now).AddDays(term.CalendarDays)
            : null;
}
