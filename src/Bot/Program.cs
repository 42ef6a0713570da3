using Bot.Hosting;

return args is [var first, ..] && !first.StartsWith('-')
    ? await Verbs.RunAsync(args)
    : await BotProcess.RunAsync(args);
