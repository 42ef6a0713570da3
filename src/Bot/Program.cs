using Bot.Hosting;

return Verbs.AreMeant(args)
    ? await Verbs.RunAsync(args)
    : await BotProcess.RunAsync(args);
