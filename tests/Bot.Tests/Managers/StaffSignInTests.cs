using System.Globalization;
using Bot.Conversations;
using Bot.Managers;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Managers;

public class StaffSignInTests
{
    private const string Wrong = "Код не подходит: он неверный, уже использован или устарел. Попросите у администратора новый.";
    private const string TooMany = "Слишком много неверных кодов. Повторите через 15 мин.";

    [Fact]
    public async Task A_typed_code_signs_its_conversation_in_with_role_and_scope()
    {
        await using var desk = await StaffDesk.OpenAsync();
        var said = await desk.TypeAsync(await desk.IssueAsync(scope: "service:1403024,provider:egov,region:shymkent"));

        Assert.Equal("Вы вошли как сотрудник. Роль: менеджер. Доступные данные: Лицензия на импорт РЭС и ВЧУ, Портал eGov, город Шымкент.", said);
        var staff = await desk.StaffAsync();
        Assert.Equal(StaffRole.Manager, staff?.Role);
        Assert.Equal(["service:1403024", "provider:egov", "region:shymkent"], staff!.Scope);
        Assert.Null(await desk.StaffAsync("another chat"));
    }

    [Fact]
    public async Task Letters_that_look_alike_and_small_ones_are_taken_for_what_was_meant()
    {
        await using var desk = await StaffDesk.OpenAsync();
        var code = await desk.IssueAsync();

        Assert.StartsWith("Вы вошли", await desk.TypeAsync($" {code.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l')} "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Добрый день")]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("svc_1403024")]
    public async Task Other_texts_are_none_of_its_business(string text)
    {
        await using var desk = await StaffDesk.OpenAsync();
        Assert.Null(await desk.TypeAsync(text));
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        await using var desk = await StaffDesk.OpenAsync();
        var code = await desk.IssueAsync();

        await desk.TypeAsync(code, "first");
        Assert.Equal(Wrong, await desk.TypeAsync(code, "second"));
        Assert.Null(await desk.StaffAsync("second"));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task A_code_is_good_for_less_than_fifteen_minutes(int microseconds, bool good)
    {
        await using var desk = await StaffDesk.OpenAsync();
        var code = await desk.IssueAsync();

        desk.Time.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromMicroseconds(microseconds));
        await desk.TypeAsync(code);
        Assert.Equal(good, await desk.StaffAsync() is not null);
    }

    [Fact]
    public async Task Five_wrong_codes_close_the_conversation_for_fifteen_minutes_even_for_a_right_one()
    {
        await using var desk = await StaffDesk.OpenAsync();
        for (var i = 1; i <= 4; i++)
            Assert.Equal(Wrong, await desk.TypeAsync("STAFF-WRONG"));
        Assert.Equal(TooMany, await desk.TypeAsync("STAFF-WRONG"));
        Assert.Equal(TooMany, await desk.TypeAsync(await desk.IssueAsync()));
        Assert.NotNull(await desk.TypeAsync(await desk.IssueAsync(), "another chat"));
        Assert.NotNull(await desk.StaffAsync("another chat"));

        desk.Time.Advance(SignInAttempts.Window);
        await desk.TypeAsync(await desk.IssueAsync());
        Assert.NotNull(await desk.StaffAsync());
    }

    [Fact]
    public async Task The_login_command_takes_any_words_for_a_code_and_says_how_without_one()
    {
        await using var desk = await StaffDesk.OpenAsync();
        Assert.Equal("Отправьте одноразовый код, полученный от администратора: /login КОД.", await desk.CommandAsync("login", ""));
        Assert.Equal(Wrong, await desk.CommandAsync("login", "ABC"));
        Assert.Equal(
            "Код жарамсыз: қате, пайдаланылған немесе мерзімі өткен. Әкімшіден жаңа код сұраңыз.", await desk.CommandAsync("login", "ABC", language: "kk"));
        await desk.CommandAsync("login", await desk.IssueAsync());
        Assert.NotNull(await desk.StaffAsync());
    }

    [Fact]
    public async Task Who_signs_in_again_has_the_new_rights_alone()
    {
        await using var desk = await StaffDesk.OpenAsync();
        await desk.TypeAsync(await desk.IssueAsync(StaffRole.Administrator));
        await desk.TypeAsync(await desk.IssueAsync(scope: "region:astana"));

        var staff = await desk.StaffAsync();
        Assert.Equal(StaffRole.Manager, staff?.Role);
        Assert.Single(await desk.Codes.ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Logging_out_ends_the_rights_and_says_so_once()
    {
        await using var desk = await StaffDesk.OpenAsync();
        await desk.TypeAsync(await desk.IssueAsync());

        Assert.Equal("Вы вышли. Чтобы войти снова, нужен новый код.", await desk.CommandAsync("logout", ""));
        Assert.Equal("Вы не входили как сотрудник.", await desk.CommandAsync("logout", ""));
        Assert.Null(await desk.StaffAsync());
    }

    [Fact]
    public async Task The_last_administrator_is_asked_before_leaving_and_may_stay()
    {
        await using var desk = await StaffDesk.OpenAsync();
        await desk.TypeAsync(await desk.IssueAsync(StaffRole.Administrator));
        Assert.Contains("staff code --role administrator", await desk.CommandAsync("logout", ""), StringComparison.Ordinal);
        Assert.Equal("Вы остались в системе.", await desk.CommandAsync("logout", "n", pressed: true));
        Assert.NotNull(await desk.StaffAsync());
        await desk.TypeAsync(await desk.IssueAsync(StaffRole.Administrator), "other");
        Assert.Equal("Вы вышли. Чтобы войти снова, нужен новый код.", await desk.CommandAsync("logout", "", "other"));
        Assert.Equal("Вы вышли. Чтобы войти снова, нужен новый код.", await desk.CommandAsync("logout", "y", pressed: true));
        Assert.Null(await desk.StaffAsync());
    }

    [Fact]
    public async Task Channels_are_told_who_became_staff_and_who_ceased_to_be()
    {
        await using var desk = await StaffDesk.OpenAsync();
        await desk.TypeAsync("STAFF-WRONG");
        await desk.CommandAsync("logout", "");
        await desk.TypeAsync(await desk.IssueAsync());
        await desk.CommandAsync("logout", "");

        Assert.Equal([StaffRole.Manager, null], await desk.ToldAsync(2));
    }

    [Fact]
    public async Task Every_grant_and_its_end_is_in_the_audit_log_and_no_code_or_chat_is()
    {
        await using var desk = await StaffDesk.OpenAsync();
        var before = (await desk.AuditAsync()).Count;
        var code = await desk.IssueAsync(scope: "region:astana");
        await desk.TypeAsync(code);
        var id = (await desk.StaffAsync())!.Id.ToString(CultureInfo.InvariantCulture);
        await desk.Codes.RevokeAsync((await desk.StaffAsync())!.Id, "cli", TestContext.Current.CancellationToken);

        Assert.Equal(
            ["test: staff.code Manager region:astana", $"staff:{id}: staff.signin Manager region:astana", $"cli: staff.revoke staff:{id}"],
            (await desk.AuditAsync()).Skip(before));
    }

    [Fact]
    public async Task Only_a_hash_of_a_code_is_stored()
    {
        await using var desk = await StaffDesk.OpenAsync();
        var code = await desk.IssueAsync();

        await using var context = desk.Host.Open();
        var hashes = await context.StaffCodes.Select(c => c.Hash).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains(StaffCode.Hash(code), hashes);
        Assert.DoesNotContain(hashes, hash => code.Contains(hash, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(10, code.Length - StaffCode.Prefix.Length);
    }
}
