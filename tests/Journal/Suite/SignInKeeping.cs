using CityGrains.Journal.SignIns;

namespace CityGrains.Journal.Tests.Suite;

public abstract class SignInKeeping : StoreSuite
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Sessions_and_links_are_kept_until_they_end_or_are_removed()
    {
        var (session, other, link) = (Of(SignInKind.Session, 1, key: 7), Of(SignInKind.Session, 2, key: 8), Of(SignInKind.Link, 3, key: 7));
        foreach (var signIn in new[] { session, other, link }) await Store.SignIns.Save(signIn);
        await Reopen();

        Assert.Equivalent(session, await Store.SignIns.Find(SignInKind.Session, session.Hash), strict: true);
        Assert.Null(await Store.SignIns.Find(SignInKind.Link, session.Hash)); // a session's token is no link, nor the other way round
        Assert.False(await Store.SignIns.Remove(SignInKind.Session, link.Hash));
        Assert.Equal(2, await Store.SignIns.RemoveAllOf(Hash(7)));
        Assert.Null(await Store.SignIns.Find(SignInKind.Session, session.Hash));
        Assert.NotNull(await Store.SignIns.Find(SignInKind.Session, other.Hash));

        await Store.SignIns.Save(Of(SignInKind.Session, 4, key: 9) with { CreatedAt = other.ExpiresAt });
        Assert.Null(await Store.SignIns.Find(SignInKind.Session, other.Hash));
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task Of_many_that_spend_a_link_one_is_told_that_it_was_there()
    {
        var link = Of(SignInKind.Link, 1, key: 7);
        await Store.SignIns.Save(link);
        var spent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Store.SignIns.Remove(SignInKind.Link, link.Hash)));
        Assert.Single(spent, wasThere => wasThere);
    }

    private static StoredSignIn Of(SignInKind kind, byte hash, byte key) => new(kind, Hash(hash), Hash(key), Morning, Morning.AddHours(1));

    private static byte[] Hash(byte first) => [first, .. new byte[31]];
}
