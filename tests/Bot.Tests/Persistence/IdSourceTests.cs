using Bot.Persistence;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Persistence;

public class IdSourceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ids_grow_while_the_clock_stands_and_as_it_goes()
    {
        var time = new FakeTimeProvider(Start);
        var ids = new IdSource(time);
        var made = new List<long>();
        for (var i = 0; i < 1000; i++)
        {
            made.Add(ids.Next());
            if (i % 10 == 0)
                time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(made.Distinct().Order(), made);
        Assert.All(made, id => Assert.True(id > 0));
    }

    [Fact]
    public void Ids_grow_also_when_the_clock_goes_back()
    {
        var time = new SetTime { Now = Start };
        var ids = new IdSource(time);
        var before = ids.Next();
        time.Now = Start.AddHours(-1);
        Assert.Equal(before + 1, ids.Next());
    }

    [Fact]
    public async Task Threads_never_get_the_same_id_and_each_sees_them_grow()
    {
        var ids = new IdSource(new FakeTimeProvider(Start));
        var threads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, 5000).Select(_ => ids.Next()).ToList())));
        Assert.All(threads, made => Assert.Equal(made.Order(), made));
        Assert.Equal(20_000, threads.SelectMany(made => made).Distinct().Count());
    }

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
