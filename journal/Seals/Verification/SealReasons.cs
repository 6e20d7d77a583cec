using System.Globalization;
using CityGrains.Domain.Record;

namespace CityGrains.Journal.Seals.Verification;

/// <summary>What can be wrong with seals, in words.</summary>
internal static class SealReasons
{
    public static Sentence Damaged(string detail) => new($"Dấu niêm phong bị hỏng: {detail}", $"The seals are damaged: {detail}");

    public static Sentence EventChanged(long leaf) => new(
        $"Sự kiện này không còn là sự kiện đã niêm phong ở lá {Number(leaf)}: nó bị sửa sau khi niêm phong.",
        $"This event is not the one that was sealed as leaf {Number(leaf)}: it was changed after it was sealed.");

    public static Sentence EventGone(long leaf) => new(
        $"Sự kiện niêm phong ở lá {Number(leaf)} không còn trong kho.", $"The event that was sealed as leaf {Number(leaf)} is no longer there.");

    public static Sentence EventSlippedIn() => new(
        "Sự kiện này nằm trước sự kiện niêm phong cuối cùng mà không được niêm phong: nó được chèn vào sau.",
        "This event stands before the last sealed one and is not sealed: it was put in afterwards.");

    public static Sentence OutOfOrder(long leaf) => new(
        $"Lá {Number(leaf)} không theo thứ tự của dòng sự kiện.", $"Leaf {Number(leaf)} is not in the order of the feed.");

    public static Sentence LeafMissing(long leaf) => new($"Thiếu lá {Number(leaf)} của cây niêm phong.", $"Leaf {Number(leaf)} of the tree is missing.");

    public static Sentence TileDiffers(int level, long number) => new(
        $"Mảnh {Number(number)} tầng {Number(level)} của cây niêm phong khác với kết quả tính lại từ các sự kiện; các sự kiện thì nguyên vẹn.",
        $"Tile {Number(number)} of level {Number(level)} of the tree is not what the events give; the events themselves are as they were signed.");

    public static Sentence RootDiffers(long after, long size) => new(
        $"Gốc cây tính lại khác với điểm kiểm cỡ {Number(size)}: một trong các sự kiện từ lá {Number(after)} đến lá {Number(size - 1)} bị sửa, thêm hoặc bớt, cùng với cây.",
        $"The recomputed root is not that of the checkpoint of size {Number(size)}: one of the events of leaves {Number(after)} to {Number(size - 1)} was changed, added or taken away, and the tree with it.");

    public static Sentence TreeTooSmall(long size, long checkpoint) => new(
        $"Cây có {Number(size)} lá nhưng điểm kiểm đã ký {Number(checkpoint)} lá: có lá bị bớt đi.",
        $"The tree has {Number(size)} leaves, and a checkpoint was signed of {Number(checkpoint)}: leaves were taken away.");

    public static Sentence NotSigned(long size) => new(
        $"Điểm kiểm cỡ {Number(size)} không mang chữ ký của một khóa thuộc hồ sơ này.", $"The checkpoint of size {Number(size)} is not signed by a key of this record.");

    public static Sentence KeyNotIntroduced(int number) => new(
        $"Khóa thứ {Number(number)} không được khóa trước giới thiệu đúng cách.", $"Key {Number(number)} was not rightly introduced by the one before it.");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
