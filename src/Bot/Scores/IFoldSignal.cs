namespace Bot.Scores;

/// <summary>Tells that there are new score deltas. Raise it after the commit that wrote them; losing it loses nothing, for a tick looks too.</summary>
internal interface IFoldSignal
{
    void Raise();
}
