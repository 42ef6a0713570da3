using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Bot.Channels.Telegram;
using Bot.Survey.Dialogs;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Benchmarks.Channels.Telegram;

/// <summary>What the hot path costs by hand, against Telegram.Bot as the baseline: one press read, one edit written.</summary>
[MemoryDiagnoser, ShortRunJob]
public class TelegramBenchmarks
{
    private static readonly byte[] Press = Encoding.UTF8.GetBytes(
        """
        {"update_id":100001,"callback_query":{"id":"4382bfdwdsb323b2d9","from":{"id":1000042,"is_bot":false,"first_name":"U42","username":"user42","language_code":"ru"},
        "message":{"message_id":1365,"from":{"id":42,"is_bot":true,"first_name":"Test","username":"bot"},"chat":{"id":1000042,"first_name":"U42","username":"user42","type":"private"},
        "date":1700000000,"text":"Процедура 3 из 9. Сбор документов прошел без хождения по инстанциям и кабинетам. Насколько это верно в Вашем случае?",
        "reply_markup":{"inline_keyboard":[[{"text":"1","callback_data":"17.5.1"},{"text":"2","callback_data":"17.5.2"},{"text":"3","callback_data":"17.5.3"},{"text":"4","callback_data":"17.5.4"},{"text":"5","callback_data":"17.5.5"}],[{"text":"Назад","callback_data":"17.5.b"}]]}},
        "chat_instance":"-7584950","data":"17.5.5"}}
        """);

    private readonly Card _card = new(
        "Процедура 4 из 9. При загрузке документов трудностей не было. Насколько это верно в Вашем случае?",
        [[.. Enumerable.Range(1, 5).Select(value => new CardButton($"{value}", $"17.6.{value}"))], [new CardButton("Назад", "17.6.b")]],
        "ru");

    [Benchmark(Baseline = true)]
    public int WithTelegramBot()
    {
        var update = JsonSerializer.Deserialize<Update>(Press, JsonBotAPI.Options);
        var request = new EditMessageTextRequest
        {
            ChatId = update!.CallbackQuery!.Message!.Chat.Id,
            MessageId = update.CallbackQuery.Message.MessageId,
            Text = _card.Text,
            LinkPreviewOptions = LinkPreviewOptions.Disabled,
            ReplyMarkup = new InlineKeyboardMarkup(_card.Rows.Select(row => row.Select(button => InlineKeyboardButton.WithCallbackData(button.Text, button.Data)))),
        };
        return JsonSerializer.SerializeToUtf8Bytes(request, JsonBotAPI.Options).Length;
    }

    [Benchmark]
    public int ByHand()
    {
        var update = UpdateReader.Read(Press);
        return RequestWriter.Edit(update.ChatId, update.MessageId ?? 0, _card).Length;
    }
}
