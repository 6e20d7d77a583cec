using CityGrains.Domain.Checks;
using CityGrains.Domain.Text;

namespace CityGrains.Domain.Offices;

/// <summary>What an office is called.</summary>
/// <param name="Vi">In Vietnamese, "Sở Ngoại vụ Sơn La".</param>
/// <param name="En">In English; null when it has no such name.</param>
public sealed record OfficeName(string Vi, string? En = null)
{
    /// <summary>The names there are.</summary>
    internal IEnumerable<string> All => En is null ? [Vi] : [Vi, En];

    /// <summary>The name as it is kept: Unicode NFC, no blanks around.</summary>
    internal OfficeName Kept => new(NormalForm.Compose(Vi).Trim(), En is null ? null : NormalForm.Compose(En).Trim());

    internal static void Check(FieldChecks fields, string path, OfficeName name) => fields.Text($"{path}.vi", name.Vi).Optional($"{path}.en", name.En);
}
