using System.Buffers;

namespace CityGrains.Api.Imports;

/// <summary>The file as it was sent, on disk beside the store while it is imported; deleted when disposed.</summary>
internal sealed class SpooledFile : IDisposable
{
    private const int Block = 128 * 1024;
    private const string Prefix = ".import-";
    private readonly FileStream _stream;

    private SpooledFile(FileStream stream) => _stream = stream;

    /// <summary>One with nothing in it, to be written to.</summary>
    public static SpooledFile Empty(string folder) => new(new FileStream(
        Path.Combine(folder, Prefix + Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1,
        FileOptions.DeleteOnClose | FileOptions.SequentialScan));

    /// <summary>Takes a body in; null when it is larger than allowed. A body that says so beforehand is not read at all.</summary>
    /// <param name="request">The request that bears it.</param>
    /// <param name="folder">Folder of the store.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="cancel">The sender is gone.</param>
    public static Task<SpooledFile?> Take(HttpRequest request, string folder, ImportLimits limits, CancellationToken cancel) =>
        Take(request.Body, request.ContentLength, folder, limits, cancel);

    /// <summary>Takes a file in; null when it is larger than allowed.</summary>
    /// <param name="body">Its bytes.</param>
    /// <param name="length">How many, where that is said beforehand.</param>
    /// <param name="folder">Folder of the store.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="cancel">The sender is gone.</param>
    public static async Task<SpooledFile?> Take(Stream body, long? length, string folder, ImportLimits limits, CancellationToken cancel)
    {
        if (length > limits.Bytes) return null;
        var file = Empty(folder);
        var whole = false;
        try
        {
            whole = await file.Fill(body, limits.Bytes, cancel);
            return whole ? file : null;
        }
        finally
        {
            if (!whole) file.Dispose();
        }
    }

    /// <summary>Removes what a process that was killed left behind; the store belongs to one process at a time.</summary>
    public static void RemoveLeftovers(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, Prefix + "*")) File.Delete(file);
    }

    /// <summary>Its bytes from the beginning; one reader at a time.</summary>
    public Stream Rewind()
    {
        _stream.Position = 0;
        return _stream;
    }

    public void Dispose() => _stream.Dispose();

    private async Task<bool> Fill(Stream body, long most, CancellationToken cancel)
    {
        var block = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            while (await body.ReadAsync(block, cancel) is > 0 and var read)
            {
                if (_stream.Length + read > most) return false;
                await _stream.WriteAsync(block.AsMemory(0, read), cancel);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
