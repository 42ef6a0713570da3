using System.Text;
using System.Text.RegularExpressions;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Channels.Page;

public sealed partial class PageSizeTests
{
    private const int Most = 15_000;

    [Fact]
    public async Task No_page_with_all_that_it_loads_has_more_than_15_kB()
    {
        await using var person = new PagePerson(await QuietHost.StartAsync());
        await person.ComeAsync();
        List<string> pages = [person.Html];
        foreach (var label in (string[])["Русский", "Подробнее", "Даю согласие", "Все услуги"])
        {
            if (person.Buttons.Any(b => b.Label == label))
                await person.TapAsync(label);
            pages.Add(person.Html);
        }

        await person.TypeAsync("апостиль судебных документов");
        for (var step = 0; !person.Text.Contains("Спасибо", StringComparison.Ordinal); step++)
        {
            Assert.True(step < 40);
            pages.Add(person.Html);
            var labels = new[] { "Отправить", "5", "Услуга получена полностью", "Нет, не понадобилось", "Нет" };
            await person.PressAsync(person.Buttons.FirstOrDefault(b => labels.Contains(b.Label)) ?? person.Buttons[0]);
        }

        pages.Add(person.Html);
        foreach (var page in pages)
        {
            var size = Encoding.UTF8.GetByteCount(page);
            foreach (Match file in File().Matches(page))
                size += (await person.Host.Client.GetByteArrayAsync(new Uri(file.Groups[1].Value, UriKind.Relative), TestContext.Current.CancellationToken)).Length;
            Assert.True(size <= Most, $"{size} bytes: {page}");
        }
    }

    [GeneratedRegex("(?:href|src)=\"(/assets/[^\"]*)\"")]
    private static partial Regex File();
}
