using System.Text;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Conversations.Commands;

/// <summary>Says what is stored of the person, and until when.</summary>
internal sealed class MyDataCommand(PersonalData data, TextCatalogue texts) : ICommand
{
    public string Name => "mydata";

    public StaffRole? Role => null;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var language = context.Language;
        var found = await data.FindAsync(context.ConversationId, cancellationToken);
        if (found.IsEmpty)
            return new CommandResult(new Card(texts.Get(language, "data.mydata_empty"), [[Button(language, "flow.start", "c.start")]], language));
        var text = new StringBuilder(texts.Get(language, "data.mydata_title"));
        text.Append("\n\n").Append(texts.Format(language, "data.mydata_responses", ("n", found.Submitted)));
        text.Append('\n').Append(texts.Format(language, "data.mydata_unfinished", ("n", found.Unfinished)));
        text.Append('\n').Append(texts.Format(language, "data.mydata_comments", ("n", found.Comments)));
        text.Append('\n').Append(texts.Get(language, found.HasContact ? "data.mydata_contact" : "data.mydata_no_contact"));
        if (found.Until is { } until)
            text.Append('\n').Append(texts.Format(language, "data.mydata_until", ("date", texts.DateWithYear(language, AlmatyTime.Day(until)))));
        return new CommandResult(new Card(text.ToString(), [[Button(language, "commands.forget", "c.forget")], [Button(language, "commands.invite", "c.invite")], [Button(language, "commands.start", "c.start")]], language));
    }

    private CardButton Button(string language, string key, string data) => new(texts.Get(language, key), data);
}
