using CityGrains.Domain.Checks;

namespace CityGrains.Domain.Tests.Checks;

public sealed class RecordIdTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("vn-son-la")]
    [InlineData("agr-2024-000123")]
    [InlineData("sister-vn-da-nang--jp-kawasaki")]
    public void An_id_is_groups_of_letters_and_digits(string id) => Assert.True(RecordId.IsValid(id));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a---b")]
    [InlineData("A")]
    [InlineData("sơn-la")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a\n")]
    [InlineData("٣")]
    public void Nothing_else_is(string? id) => Assert.False(RecordId.IsValid(id));

    [Fact]
    public void An_id_has_at_most_200_characters()
    {
        Assert.True(RecordId.IsValid(new string('a', 200)));
        Assert.False(RecordId.IsValid(new string('a', 201)));
        Assert.False(RecordId.IsValid(string.Concat(Enumerable.Repeat("a-", 1_000_000)) + "a"));
    }
}
