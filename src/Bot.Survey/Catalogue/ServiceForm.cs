namespace Bot.Survey.Catalogue;

/// <summary>The form in which a service is given. Each has its questionnaire.</summary>
public enum ServiceForm
{
    /// <summary>Through a portal or an application; a self-service zone counts as this.</summary>
    Electronic,

    /// <summary>At a counter.</summary>
    Paper,

    /// <summary>By the state's own initiative, confirmed by SMS.</summary>
    Proactive,
}
