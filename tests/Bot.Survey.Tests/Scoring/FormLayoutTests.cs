using Bot.Survey.Scoring;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

public sealed class FormLayoutTests
{
    [Fact]
    public void Keeps_the_order_of_criteria_and_items_and_gathers_the_zones()
    {
        var layout = Layouts.Of("electronic", "info a:portal b:authority\nresult c:portal");

        Assert.Equal("electronic", layout.Form);
        Assert.Equal(["info", "result"], layout.Criteria.Select(criterion => criterion.Id));
        Assert.Equal(["a", "b", "c"], layout.Items);
        Assert.Equal(["portal", "authority"], layout.Zones.Select(zone => zone.Id));
        Assert.Equal(["a", "c"], layout.Zones[0].Items);
        Assert.Equal("authority", layout.ZoneByItem["b"]);
    }

    [Fact]
    public void Refuses_what_cannot_be_scored_and_names_it()
    {
        var zones = new Dictionary<string, string> { ["a"] = "portal", ["b"] = "portal" };

        Refused("'paper' has no criterion.", [], []);
        Refused("'info' has no item.", [new("info", [])], []);
        Refused("'info' is a criterion twice.", [new("info", ["a"]), new("info", ["b"])], zones);
        Refused("'a' is an item twice.", [new("info", ["a", "b"]), new("result", ["a"])], zones);
        Refused("'c' is an item without a zone.", [new("info", ["a", "b", "c"])], zones);
        Refused("'b' has a zone but is an item of no criterion.", [new("info", ["a"])], zones);
    }

    private static void Refused(string fault, ItemGroup[] criteria, Dictionary<string, string> zones)
    {
        var error = Assert.Throws<ArgumentException>(() => new FormLayout("paper", criteria, zones));

        Assert.Equal($"The layout of the form 'paper' is wrong: {fault}", error.Message);
    }
}
