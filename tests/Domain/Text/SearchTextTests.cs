using System.Text;
using CityGrains.Domain.Text;

namespace CityGrains.Domain.Tests.Text;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("SƠN LA", "son la")]
    [InlineData("Sơn La", "son la")]
    [InlineData("So\u031Bn La", "son la")]
    [InlineData("  Sơn   -  La ", "son la")]
    [InlineData("Đắk Lắk", "dak lak")]
    [InlineData("đường ĐƯỜNG", "duong duong")]
    [InlineData("Thừa Thiên Huế", "thua thien hue")]
    [InlineData("Straße Æsir Łódź Øresund þing", "strasse aesir lodz oresund thing")]
    [InlineData("İstanbul ığdır", "istanbul igdir")]
    [InlineData("ﬁne ½ ²", "fine 1 2 2")]
    [InlineData("Αθήνα Москва 東京 서울", "αθηνα москва 東京 서울")]
    [InlineData("القاهرة תל אביב", "القاهرة תל אביב")]
    [InlineData("a\0b\u200Fc", "a b c")]
    [InlineData("\ud83d\ude00 ok \U0001D49C", "ok a")]
    [InlineData("a\uFFFEb", "a b")]
    [InlineData("", "")]
    [InlineData(" - ", "")]
    public void Text_folds_to_plain_lower_case_words(string text, string folded) =>
        Assert.Equal(folded.Normalize(NormalizationForm.FormKD), SearchText.Fold(text));

    [Fact]
    public void Half_a_character_is_no_letter() => Assert.Equal("a b", SearchText.Fold("a\ud800b \udc00"));

    [Fact]
    public void Every_letter_folds_as_it_would_in_whole_decomposed_text()
    {
        var texts = Enumerable.Range(0, 0x30000).Where(Rune.IsValid).Select(code => $"a{new Rune(code)}B");
        Assert.DoesNotContain(texts, text => SearchText.Fold(text) != InOneGo(text));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(42)]
    public void Random_text_folds_as_whole_decomposed_text_does(int seed)
    {
        var random = new Random(seed);
        var letters = "aZ09 -đĐơƯẦệ\u0301\u031B\u0323ßæ½ﬁ東한א\u0000\uD83D\uDE00\uD800\u200F";
        var texts = Enumerable.Range(0, 20_000)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => letters[random.Next(letters.Length)])));
        Assert.DoesNotContain(texts, text => SearchText.Fold(text) != InOneGo(text));
    }

    [Fact]
    public void Folding_folded_text_changes_nothing() => Assert.Equal("thanh pho ho chi minh", SearchText.Fold(SearchText.Fold("Thành phố Hồ Chí Minh")));

    [Theory]
    [InlineData("x")]
    [InlineData("Sơn La, ")]
    [InlineData("東京 ")]
    public void Ten_megabytes_are_folded(string piece) => Assert.StartsWith(SearchText.Fold(piece), TenMegabytes(piece), StringComparison.Ordinal);

    [Fact]
    public void Ten_megabytes_of_half_characters_are_folded() => Assert.Empty(TenMegabytes("\ud800"));

    [Theory]
    [InlineData("Thành phố Hồ Chí Minh", "thanh-pho-ho-chi-minh")]
    [InlineData("Đà Nẵng (city)", "da-nang-city")]
    [InlineData("東京", "")]
    public void A_slug_is_what_of_a_name_can_stand_in_an_id(string name, string slug) => Assert.Equal(slug, SearchText.Slug(name));

    /// <summary>Time that grew with the square of the length would be hours here.</summary>
    private static string TenMegabytes(string piece) => SearchText.Fold(string.Concat(Enumerable.Repeat(piece, 10_000_000 / piece.Length)));

    /// <summary>The plain way, rune by rune over the whole decomposed text.</summary>
    private static string InOneGo(string text)
    {
        var folded = new StringBuilder();
        foreach (var rune in Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', ' ').Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if ($"{Rune.GetUnicodeCategory(rune)}".EndsWith("Mark", StringComparison.Ordinal)) continue;
            folded.Append(rune.Value switch
            {
                'đ' or 'Đ' or 'ð' or 'Ð' => "d",
                'ł' or 'Ł' => "l",
                'ø' or 'Ø' => "o",
                'ħ' or 'Ħ' => "h",
                'ŧ' or 'Ŧ' => "t",
                'ı' => "i",
                'ß' or 'ẞ' => "ss",
                'æ' or 'Æ' => "ae",
                'œ' or 'Œ' => "oe",
                'þ' or 'Þ' => "th",
                'ə' or 'Ə' => "e",
                _ => Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).ToString() : " ",
            });
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
