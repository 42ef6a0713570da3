using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace Bot.Tests.Channels.DirectLine;

public class ChatWindowTests(Browser browser) : IClassFixture<Browser>
{
    private readonly ScriptedRunner _runner = new();

    [Fact]
    public async Task Buttons_are_pressed_with_the_mouse_and_with_the_keyboard()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        await using var chat = await browser.OpenAsync(host);
        await chat.ShowsAsync("Портал жылдам");
        await chat.Button("5").ClickAsync();
        await chat.ShowsAsync("Басылды: a.1.5");
        await chat.SentAsync("5");

        await chat.Page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(chat.Button("1")).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await chat.ShowsAsync("Басылды: a.1.1");
        await chat.SentAsync("1 – мүлдем жоқ");

        await chat.Page.Keyboard.PressAsync("Shift+Tab");
        await chat.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(chat.Button("5")).ToBeFocusedAsync();
        await chat.PictureAsync("focus");
        await chat.Page.Keyboard.PressAsync("Enter");
        await chat.SentAsync("5");

        await chat.TypeAsync("бес");
        await chat.ShowsAsync("Жазылды: бес");
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task Buttons_are_large_enough_for_a_thumb_and_named_for_a_screen_reader()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        await using var chat = await browser.OpenAsync(host);
        await chat.ShowsAsync("Портал жылдам");
        foreach (var button in await chat.Buttons.AllAsync())
        {
            var box = (await button.BoundingBoxAsync())!;
            Assert.True(box.Width >= 44 && box.Height >= 44, $"{box.Width}×{box.Height}");
        }

        await Assertions.Expect(chat.Page.GetByRole(AriaRole.Toolbar)).ToHaveAccessibleNameAsync("Жауап нұсқалары");
        await Assertions.Expect(chat.Page.GetByRole(AriaRole.Textbox)).ToHaveAccessibleNameAsync("Хабар жазу өрісі");
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task A_reload_shows_the_same_conversation_again()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        await using var chat = await browser.OpenAsync(host, "/chat?start=svc_1403024");
        await chat.ShowsAsync("Портал жылдам");
        await chat.Button("5").ClickAsync();
        await chat.ShowsAsync("Басылды: a.1.5");
        await chat.Page.ReloadAsync();
        await chat.ShowsAsync("Басылды: a.1.5");
        await Assertions.Expect(chat.Messages).ToHaveTextAsync(["Портал жылдам жұмыс істеді.", "Басылды: a.1.5"]);
        await chat.Button("1").ClickAsync();
        await chat.ShowsAsync("Басылды: a.1.1");
        Assert.Equal(3, _runner.Messages.Count);
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task After_a_restart_of_the_program_the_window_goes_on_by_itself()
    {
        var address = ("urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}"));
        await using var first = await WebChatHost.StartAsync(_runner, settings: address);
        await using var chat = await browser.OpenAsync(first);
        await chat.ShowsAsync("Портал жылдам");
        await chat.Button("5").ClickAsync();
        await chat.ShowsAsync("Басылды: a.1.5");
        await first.StopAsync();
        await using var second = await WebChatHost.StartAsync(_runner, before: first, settings: address);
        await Assertions.Expect(chat.Messages).ToHaveCountAsync(3);
        await chat.Button("1").ClickAsync();
        await chat.ShowsAsync("Басылды: a.1.1");
        Assert.Equal(3, _runner.Messages.Count);
    }

    [Fact]
    public async Task A_new_conversation_is_begun_where_the_kept_token_is_no_good_any_more()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        await using var chat = await browser.OpenAsync(host);
        await chat.Button("5").ClickAsync();
        await chat.ShowsAsync("Басылды: a.1.5");
        await chat.Page.GotoAsync("about:blank");
        await chat.Page.AddInitScriptAsync("const kept = sessionStorage.getItem('chat'); if (kept) sessionStorage.setItem('chat', kept.replace(/.{6}\"}$/, 'AAAAAA\"}'));");
        await chat.Page.GoBackAsync();
        await Assertions.Expect(chat.Messages).ToHaveTextAsync(["Басылды: a.1.5"]);
    }

    [Fact]
    public async Task The_window_follows_the_language_of_the_dialog()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        await using var chat = await browser.OpenAsync(host);
        await chat.ShowsAsync("Портал жылдам");
        await Assertions.Expect(chat.Page).ToHaveTitleAsync("Мемлекеттік қызметті бағалау");
        await chat.TypeAsync("ru");
        await chat.ShowsAsync("Портал работал");
        await Assertions.Expect(chat.Page).ToHaveTitleAsync("Оценка государственной услуги");
        await Assertions.Expect(chat.Page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await Assertions.Expect(chat.Page.GetByPlaceholder("Напишите сообщение")).ToBeVisibleAsync();
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task What_was_refused_can_be_sent_again()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        await using var chat = await browser.OpenAsync(host);
        await chat.ShowsAsync("Портал жылдам");
        await chat.Page.RouteAsync("**/activities", route => route.FulfillAsync(new() { Status = 429 }));
        await chat.Button("5").ClickAsync();
        var again = chat.Page.GetByRole(AriaRole.Button, new() { Name = "Қайталау" });
        await Assertions.Expect(again).ToBeVisibleAsync();
        await chat.PictureAsync("refused");
        await chat.Page.UnrouteAllAsync();
        await again.ClickAsync();
        await chat.ShowsAsync("Басылды: a.1.5");
        Assert.Single(_runner.Messages, m => m.Payload is Bot.Conversations.MessagePayload.Press);
    }

    [Fact]
    public async Task A_browser_that_forbids_storage_still_shows_the_chat()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        await using var chat = await browser.OpenAsync(host);
        await chat.Page.AddInitScriptAsync("Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('No.', 'SecurityError'); } });");
        await chat.Page.ReloadAsync();
        await chat.ShowsAsync("Портал жылдам");
        await chat.Button("5").ClickAsync();
        await chat.ShowsAsync("Басылды: a.1.5");
        Assert.Empty(chat.Complaints);
    }
}
