using Bot.Invitations;

namespace Bot.Tests;

/// <summary>For tests that need an invitation and no service system.</summary>
internal static class SingleReceipt
{
    public static async Task<ReceiptResult> TakeAsync(this ReceiptDesk desk, Receipt receipt, CancellationToken cancellationToken) =>
        (await desk.TakeAsync([receipt], apiKeyId: null, cancellationToken))[0];
}
