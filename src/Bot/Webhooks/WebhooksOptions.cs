namespace Bot.Webhooks;

/// <summary>Section <c>Webhooks</c>.</summary>
internal sealed class WebhooksOptions
{
    public const string Section = "Webhooks";

    /// <summary>Whether service systems may be told by http and at addresses of a closed network or of this machine; false by default.</summary>
    public bool AllowHttp { get; set; }
}
