using CityGrains.Domain.Checks;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Domain.Claims;

/// <summary>What a source says of a fact. The source itself is the command's.</summary>
/// <param name="Fact">
/// Which fact: a field of the record, as <c>signedOn</c> or <c>membership/gnlc/recognisedOn</c>, or a subject in words. Compared letter by letter, Unicode NFC.
/// </param>
/// <param name="Value">In the words of the source.</param>
public sealed record Assertion(string Fact, string Value)
{
    /// <summary>The date those words mean; null when they mean none.</summary>
    public DateOfRecord? Date { get; init; }

    /// <summary>The number those words mean; null when they mean none.</summary>
    public decimal? Number { get; init; }

    /// <summary>How exactly the source states the number; null: exactly.</summary>
    public Qualifier? Qualifier { get; init; }

    internal static void Check(FieldChecks fields, string path, Assertion claim)
    {
        fields.Text($"{path}.fact", claim.Fact, 200).Text($"{path}.value", claim.Value)
            .Must(claim.Date is null || claim.Number is null, $"{path}.number",
                "đã có date; một thông tin là ngày hoặc là số", "stands beside date; a value is a date or a number")
            .Must(claim.Qualifier is null || claim.Number is not null, $"{path}.qualifier", "chỉ dùng cùng number", "goes with a number only");
        if (claim.Date is { } date) fields.Known($"{path}.date", date);
        if (claim.Qualifier is { } qualifier) fields.OneOf($"{path}.qualifier", qualifier);
    }

    /// <summary>The fact as it is kept and compared.</summary>
    internal string FactKept => Kept(Fact);

    /// <summary>The value as it is kept.</summary>
    internal ClaimedValue ValueKept => new(Kept(Value), Date, Number, Number is null ? null : Qualifier ?? Cities.Qualifier.Exact);

    /// <summary>Text as claims keep and compare it.</summary>
    internal static string Kept(string text) => NormalForm.Compose(text).Trim();
}
