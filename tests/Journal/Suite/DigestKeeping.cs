using CityGrains.Journal.Digests;

namespace CityGrains.Journal.Tests.Suite;

public abstract class DigestKeeping : StoreSuite
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Whoever_is_reminded_is_kept_replaced_and_forgotten()
    {
        Assert.Empty(await Store.Digests.All());
        await Store.Digests.Save(Of("b", "x@example.vn", "y@example.vn"));
        await Store.Digests.Save(Of("a"));
        await Store.Digests.Save(Of("b", "z@example.vn"));
        await Reopen();

        Assert.Equivalent(new[] { Of("a"), Of("b", "z@example.vn") }, await Store.Digests.All(), strict: true);
        Assert.Equivalent(Of("b", "z@example.vn"), await Store.Digests.Find("b"), strict: true);
        await Store.Digests.Remove("b");
        await Store.Digests.Remove("nobody");
        Assert.Null(await Store.Digests.Find("b"));
        Assert.True((await Store.Verify()).IsIntact);
    }

    private static DigestSubscription Of(string office, params string[] emails) => new(office, emails, Morning, "admin");
}
