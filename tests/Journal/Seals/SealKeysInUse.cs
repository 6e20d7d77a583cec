using CityGrains.Journal.Seals.Signing;

namespace CityGrains.Journal.Tests.Seals;

/// <summary>The key file, its rotation, and what happens without it.</summary>
public class SealKeysInUse
{
    [Fact]
    public async Task The_first_checkpoint_makes_the_key_file_for_its_owner_only()
    {
        await using var sealing = await SealedStore.Open(cities: 1);
        Assert.False(File.Exists(sealing.KeyFile));
        var checkpoint = (await sealing.Sealer.Seal()).Checkpoint!;

        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", await File.ReadAllTextAsync(sealing.KeyFile), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(sealing.KeyFile));
        var key = Assert.Single(await sealing.Store.Seals.Keys());
        Assert.True(checkpoint.IsSignedBy(key.Key));
        Assert.True(key.IsRightAfter(before: null));
        Assert.Equal($"citygrains/{key.Key.Id[..16]}", checkpoint.Origin);
    }

    [Fact]
    public async Task A_new_key_begins_with_a_statement_signed_by_the_old_one_and_old_checkpoints_stay_verifiable()
    {
        await using var sealing = await SealedStore.Open(cities: 1);
        var old = (await sealing.Sealer.Seal()).Checkpoint!;
        var statement = await sealing.Keys.Rotate();
        await sealing.Register(1, 1);
        await sealing.Reopen();
        var later = (await sealing.Sealer.Seal()).Checkpoint!;

        var keys = await sealing.Store.Seals.Keys();
        Assert.Equal(2, keys.Count);
        Assert.Equal((Succession.Signed, keys[0].Key.Id), (statement.Succession, statement.Previous));
        Assert.True(keys[1].IsRightAfter(keys[0]));
        Assert.True(old.IsSignedBy(keys[0].Key));
        Assert.True(later.IsSignedBy(keys[1].Key));
        Assert.False(later.IsSignedBy(keys[0].Key));
        Assert.Equal(old.Origin, later.Origin);
        Assert.Equal(["seal.key"], Directory.EnumerateFiles(sealing.Folder).Select(file => Path.GetFileName(file)));
    }

    [Fact]
    public async Task A_rotation_that_was_cut_off_after_the_store_knew_of_it_is_finished_at_the_next_use()
    {
        await using var sealing = await SealedStore.Open(cities: 1);
        await sealing.Sealer.Seal();
        var before = await File.ReadAllTextAsync(sealing.KeyFile);
        await sealing.Keys.Rotate();
        File.Move(sealing.KeyFile, sealing.KeyFile + ".next");
        await File.WriteAllTextAsync(sealing.KeyFile, before);

        await sealing.Register(1, 1);
        var checkpoint = (await sealing.Sealer.Seal()).Checkpoint!;
        Assert.True(checkpoint.IsSignedBy((await sealing.Store.Seals.Keys())[1].Key));
        Assert.False(File.Exists(sealing.KeyFile + ".next"));
    }

    [Fact]
    public async Task Without_its_key_a_record_is_sealed_and_not_signed_and_no_key_is_made_up()
    {
        await using var sealing = await SealedStore.Open(cities: 1);
        await sealing.Sealer.Seal();
        File.Delete(sealing.KeyFile);
        await sealing.Register(1, 1);

        await Assert.ThrowsAsync<SealKeyMissingException>(() => sealing.Sealer.Seal());
        await Assert.ThrowsAsync<SealKeyMissingException>(() => sealing.Keys.Rotate());
        Assert.Equal(4, await sealing.Store.Seals.Size());
        Assert.Single(await sealing.Store.Seals.Checkpoints(long.MaxValue, 10));
        Assert.False(File.Exists(sealing.KeyFile));
    }

    [Fact]
    public async Task A_key_that_was_lost_can_be_followed_and_the_statement_says_so()
    {
        await using var sealing = await SealedStore.Open(cities: 1);
        await sealing.Sealer.Seal();
        File.Delete(sealing.KeyFile);
        var statement = await sealing.Keys.Rotate(lost: true);
        await sealing.Register(1, 1);

        Assert.Equal(Succession.Lost, statement.Succession);
        var keys = await sealing.Store.Seals.Keys();
        Assert.True(keys[1].IsRightAfter(keys[0]));
        Assert.Single(keys[1].Note.Signatures);
        Assert.True((await sealing.Sealer.Seal()).Checkpoint!.IsSignedBy(keys[1].Key));
    }

    [Fact]
    public void A_statement_that_the_old_key_did_not_sign_does_not_follow_it()
    {
        using var first = SealKey.Create();
        using var second = SealKey.Create();
        using var stranger = SealKey.Create();
        var now = DateTimeOffset.UnixEpoch;
        var begin = KeyStatement.First(first, now);
        var forged = KeyStatement.After(begin, second, signedBy: stranger, now);
        var honest = KeyStatement.After(begin, second, signedBy: first, now);

        Assert.True(begin.IsRightAfter(before: null));
        Assert.True(honest.IsRightAfter(begin));
        Assert.False(forged.IsRightAfter(begin));
        Assert.False(honest.IsRightAfter(before: null));
        Assert.False(begin.IsRightAfter(honest));
        Assert.Equal(honest.Note.ToString(), KeyStatement.Parse(honest.Note.ToString()).Note.ToString());
    }
}
