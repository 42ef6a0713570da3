namespace Bot.Survey.Scoring;

/// <summary>The verbal level of a mean as displayed, by the method of the 2025 monitoring of public services.</summary>
public enum Level
{
    /// <summary>4.80–5.00, <c>high</c>.</summary>
    High,

    /// <summary>4.50–4.79, <c>above_average</c>.</summary>
    AboveAverage,

    /// <summary>4.00–4.49, <c>average</c>.</summary>
    Average,

    /// <summary>3.00–3.99, <c>satisfactory</c>.</summary>
    Satisfactory,

    /// <summary>1.00–2.99, <c>unsatisfactory</c>.</summary>
    Unsatisfactory,
}
