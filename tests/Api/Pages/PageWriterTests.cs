using System.Buffers;
using System.Text;
using CityGrains.Api.Pages.Reading;

namespace CityGrains.Api.Tests.Pages;

public class PageWriterTests
{
    /// <summary>Longer than is kept at once, with a character of two halves on every border of a piece.</summary>
    private static readonly string Text = string.Concat(Enumerable.Range(0, 700).Select(n => n % 2 == 0 ? "Sơn La – Luang Prabang " : "x🌏"));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(5000)]
    public void What_is_written_in_pieces_of_any_size_is_the_text_in_UTF8(int size)
    {
        var sent = new ArrayBufferWriter<byte>();
        using (var writer = new PageWriter(sent))
        {
            foreach (var piece in Text.Chunk(size))
            {
                if (size == 1) writer.Write(piece[0]);
                else writer.Write(new string(piece));
            }
        }

        Assert.Equal(Encoding.UTF8.GetBytes(Text), sent.WrittenSpan.ToArray());
    }
}
