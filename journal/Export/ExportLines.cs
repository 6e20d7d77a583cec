using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace CityGrains.Journal.Export;

/// <summary>Splits a file into lines, as bytes.</summary>
internal static class ExportLines
{
    /// <summary>Each line with its line feed; what stands after the last line feed, if anything, is a line as well.</summary>
    /// <exception cref="ExportFormatException">A line is longer than <see cref="ExportFormat.LongestLine"/>.</exception>
    public static async IAsyncEnumerable<byte[]> Read(Stream file, [EnumeratorCancellation] CancellationToken cancel)
    {
        var pipe = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 1 << 16, leaveOpen: true));
        var number = 0L;
        while (true)
        {
            var read = await pipe.ReadAsync(cancel);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                number++;
                var next = rest.GetPosition(1, end);
                yield return rest.Slice(0, next).ToArray();
                rest = rest.Slice(next);
            }

            if (rest.Length > ExportFormat.LongestLine) throw ExportFormatException.TooLong(number + 1);
            if (read.IsCompleted)
            {
                if (rest.Length > 0) yield return rest.ToArray();
                break;
            }

            pipe.AdvanceTo(rest.Start, rest.End);
        }

        await pipe.CompleteAsync();
    }
}
