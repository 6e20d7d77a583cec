namespace CityGrains.Journal.Seals.Signing;

/// <summary>The keys of the record: which one signs now, how the first comes to be, and how another follows.</summary>
public sealed class SealKeys(ISeals seals, SealKeyFile file, TimeProvider time)
{
    /// <summary>The key that signs now, with the statement it entered by; the first is made when the record has none. Its user disposes it.</summary>
    /// <exception cref="SealKeyMissingException">This node has not that key.</exception>
    public async Task<(SealKey Key, KeyStatement Statement)> Current(CancellationToken cancel = default)
    {
        if (await seals.Keys(cancel) is [.., var last]) return (file.Find(last.Key) ?? throw new SealKeyMissingException(last.Key.Id), last);

        var first = file.ReadOrCreate();
        var statement = KeyStatement.First(first, time.GetUtcNow());
        await seals.AddKey(statement, cancel);
        return (first, statement);
    }

    /// <summary>Lets a new key follow. The key before signs that; where it is lost, and <paramref name="lost"/> says that it may be, nobody does.</summary>
    /// <exception cref="SealKeyMissingException">This node has not the key that signs now, and <paramref name="lost"/> does not say that nobody
    /// has.</exception>
    public async Task<KeyStatement> Rotate(bool lost = false, CancellationToken cancel = default)
    {
        if (await seals.Keys(cancel) is not [.., var last]) return await Begin(cancel);

        using var before = file.Find(last.Key);
        if (before is null && !lost) throw new SealKeyMissingException(last.Key.Id);
        using var next = file.ReadOrCreateNext();
        var statement = KeyStatement.After(last, next, before, time.GetUtcNow());
        await seals.AddKey(statement, cancel);
        file.Find(next.Public)?.Dispose();
        return statement;
    }

    private async Task<KeyStatement> Begin(CancellationToken cancel)
    {
        var (key, statement) = await Current(cancel);
        using (key) return statement;
    }
}

/// <summary>This node has not the private key that seals the record now.</summary>
public sealed class SealKeyMissingException : Exception
{
    /// <summary>For serialisers.</summary>
    public SealKeyMissingException()
    {
    }

    /// <summary>Names the key.</summary>
    public SealKeyMissingException(string id) : base(
        $"This node has not the key that seals the record now (its id begins with {id[..16]}). Copy {SealKeyFile.FileName} into its data folder from the node that has it; if the key is lost, let a new one follow by POST /api/v1/audit/keys?lost=true. / Nút này không có khóa niêm phong hiện hành; hãy chép tệp {SealKeyFile.FileName} từ nút đang giữ khóa, hoặc nếu khóa đã mất, thay khóa mới bằng POST /api/v1/audit/keys?lost=true.")
    {
    }
}
