using CityGrains.Journal.Keys;

namespace CityGrains.Journal.Tests.Suite;

public abstract class KeyKeeping : StoreSuite
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_key_is_found_by_its_hash_only()
    {
        var key = Key("admin", 1) with { ExpiresAt = Morning.AddYears(1) };
        await Store.Keys.Save(key);

        Assert.Equivalent(key, await Store.Keys.FindByHash(Hash(1)), strict: true);
        Assert.Null(await Store.Keys.FindByHash(Hash(2)));
    }

    [Fact]
    public async Task A_key_saved_again_replaces_the_one_of_its_name()
    {
        await Store.Keys.Save(Key("admin", 1));
        await Store.Keys.Save(Key("admin", 2));

        Assert.Null(await Store.Keys.FindByHash(Hash(1)));
        Assert.NotNull(await Store.Keys.FindByHash(Hash(2)));
        Assert.Equal(["admin"], (await Store.Keys.All()).Select(key => key.Name));
    }

    [Fact]
    public async Task Keys_are_still_there_when_the_store_is_opened_again()
    {
        await Store.Keys.Save(Key("b", 2));
        await Store.Keys.Save(Key("a", 1) with { RevokedAt = Morning });
        await Reopen();
        Assert.Equivalent(new[] { Key("a", 1) with { RevokedAt = Morning }, Key("b", 2) }, await Store.Keys.All(), strict: true);
    }

    [Fact]
    public void A_key_opens_nothing_once_it_expired_or_was_revoked()
    {
        Assert.True(Key("a", 1).IsValid(Morning));
        Assert.False((Key("a", 1) with { ExpiresAt = Morning }).IsValid(Morning));
        Assert.True((Key("a", 1) with { ExpiresAt = Morning.AddTicks(1) }).IsValid(Morning));
        Assert.False((Key("a", 1) with { RevokedAt = Morning.AddDays(-1) }).IsValid(Morning));
    }

    private static StoredKey Key(string name, byte hash) => new(name, Hash(hash), ["officer", "approver"], "so-ngoai-vu", Morning);

    private static byte[] Hash(byte first) => [first, .. new byte[31]];
}
