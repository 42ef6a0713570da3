using System.Text;
using Bot.Hosting.Keys;
using Bot.Webhooks;
using Xunit;

namespace Bot.Tests.Webhooks;

public sealed class WebhookSecretTests
{
    [Fact]
    public void The_signature_is_that_of_standard_webhooks()
    {
        var secret = new WebhookSecret(Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", secret.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, Encoding.UTF8.GetBytes("""{"test": 2432232314}""")));
        Assert.Equal("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", secret.ToString());
    }

    [Fact]
    public void A_hidden_secret_opens_for_its_own_key_only_and_while_the_ring_has_what_hid_it()
    {
        var (ring, secret) = (new KeyRing(KeyText.NewRing()), WebhookSecret.New());
        var hidden = secret.Hide(ring, 5);
        Assert.Equal(secret.ToString(), WebhookSecret.Open(hidden, ring, 5)?.ToString());
        Assert.Null(WebhookSecret.Open(hidden, ring, 6));
        Assert.Null(WebhookSecret.Open(hidden, new KeyRing(KeyText.NewRing()), 5));
        Assert.NotEqual(secret.ToString(), WebhookSecret.New().ToString());
    }
}
