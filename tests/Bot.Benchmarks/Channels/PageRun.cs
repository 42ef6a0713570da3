using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Benchmarks.Channels;

/// <summary>How long the server takes for a page: one person after the other answers a survey, no two at a time.</summary>
internal static partial class PageRun
{
    private const string Link = "/s/svc_2602001_e_astana";
    private const int Pages = 24;
    private static readonly string[] Answers = ["Русский", "Даю согласие", "Услуга получена полностью", "Отправить", "Пропустить все", "5", "Нет, не понадобилось", "Нет", "Оценить другую услугу"];

    public static async Task RunAsync(int people, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await using var app = BotProcess.Build(
            ["--urls", "http://127.0.0.1:0", "--ConnectionStrings:Bot", $"Data Source={Path.Combine(folder, "bot.db")}"], builder => builder.Logging.ClearProviders());
        await app.StartAsync(cancellationToken);
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        await AnswerAsync(address, people / 5 + 1, cancellationToken); // until the program is warm
        var before = Environment.CpuUsage.TotalTime;
        var times = await AnswerAsync(address, people, cancellationToken);
        var spent = Environment.CpuUsage.TotalTime - before;
        foreach (var (kind, milliseconds) in times)
        {
            milliseconds.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{kind}: {milliseconds.Count} in all, median {milliseconds[milliseconds.Count / 2]:0.00} ms, p99 {milliseconds[milliseconds.Count * 99 / 100]:0.00} ms"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor, client and jobs included: {spent.TotalMilliseconds / times.Values.Sum(t => t.Count):0.00} ms a request"));
        await app.StopAsync(cancellationToken);
    }

    private static async Task<Dictionary<string, List<double>>> AnswerAsync(Uri address, int people, CancellationToken cancellationToken)
    {
        Dictionary<string, List<double>> times = new() { ["GET"] = [], ["POST"] = [] };
        for (var i = 0; i < people; i++)
        {
            using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
            var path = Link;
            for (var page = 0; page < Pages; page++)
            {
                var html = await TimeAsync(times["GET"], async () => await browser.GetStringAsync(new Uri(path, UriKind.Relative), cancellationToken));
                var choices = Choice().Matches(html);
                var choice = choices.FirstOrDefault(c => Answers.Contains(c.Groups["label"].Value)) ?? choices[0];
                using var form = new FormUrlEncodedContent([new("at", At().Match(html).Groups[1].Value), new("data", choice.Groups["data"].Value)]);
                using var led = await TimeAsync(times["POST"], () => browser.PostAsync(new Uri(path, UriKind.Relative), form, cancellationToken));
                path = led.Headers.Location!.ToString();
            }
        }

        return times;
    }

    private static async Task<T> TimeAsync<T>(List<double> times, Func<Task<T>> act)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await act();
        times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return result;
    }

    [GeneratedRegex("""<button name="data" value="(?<data>[^"]*)"[^>]*>(?<label>[^<]*)</button>|<input type="radio" name="data" value="(?<data>[^"]*)"[^>]*><span>(?<label>[^<]*)</span>""")]
    private static partial Regex Choice();

    [GeneratedRegex("""<input type="hidden" name="at" value="([^"]*)">""")]
    private static partial Regex At();
}
