namespace Bot.Conversations;

/// <summary>A command of the chat («/help»), with the buttons of the cards it shows (data <c>c.NAME.ARGUMENTS</c>).</summary>
internal interface ICommand
{
    /// <summary>Latin name without the slash; its description is the text <c>commands.NAME</c>.</summary>
    string Name { get; }

    /// <summary>Role that may use it; null: everybody. A higher role includes the lower ones' scope only where the command says so.</summary>
    StaffRole? Role { get; }

    /// <summary>Whether it stands in the menu of those who may use it.</summary>
    bool IsListed => true;

    /// <summary>Whether words that are typed on its card, and are no button of it, are words behind the command.</summary>
    bool TakesWords => false;

    /// <summary>Whether words that somebody types who may use it, and that nothing on the screen waits for, are words behind the command.</summary>
    bool TakesQuestions => false;

    /// <summary>Whether it takes a file that somebody sends who may use it.</summary>
    bool TakesFiles => false;

    /// <param name="context">The conversation, the words behind the command or the button's arguments.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken);
}
