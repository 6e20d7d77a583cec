using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

/// <summary>What a change does to an agreement that was signed. The law sends each through the signing procedure: Law 70/2020/QH14, art. 33, 34.</summary>
public enum ChangeKind
{
    /// <summary>Sửa đổi, bổ sung.</summary>
    Amendment,

    /// <summary>Gia hạn.</summary>
    Extension,

    /// <summary>Tạm đình chỉ thực hiện, toàn bộ hoặc một phần.</summary>
    Suspension,

    /// <summary>Chấm dứt hiệu lực.</summary>
    Termination,

    /// <summary>Rút khỏi.</summary>
    Withdrawal,

    /// <summary>Được thay thế.</summary>
    Supersession,
}

/// <summary>A change as it is proposed: its kind, why, and what that kind needs to know.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Ground">Why.</param>
public sealed record Change(ChangeKind Kind, string Ground)
{
    /// <summary>Of a suspension: what is suspended; null: the whole.</summary>
    public string? Part { get; init; }

    /// <summary>Of a suspension: its last day; null: until it is resumed.</summary>
    public DateOfRecord? Until { get; init; }

    /// <summary>Of an extension: the new term.</summary>
    public Term? Term { get; init; }

    /// <summary>Of an amendment: the provisions that change.</summary>
    public IReadOnlyList<AmendedProvision> Provisions { get; init; } = [];

    /// <summary>Of an amendment: the new title; null: it stays.</summary>
    public AgreementTitle? Title { get; init; }

    /// <summary>Of an amendment: the parties that bear another name.</summary>
    public IReadOnlyList<NewName> Renames { get; init; } = [];

    /// <summary>Of a supersession: id of the agreement that takes its place.</summary>
    public string? Successor { get; init; }

    /// <summary>True of an amendment that gives parties another name and does nothing else.</summary>
    public bool IsRenameOnly => Kind is ChangeKind.Amendment && Renames.Count > 0 && Provisions.Count == 0 && Title is null;

    internal static void Check(FieldChecks fields, string path, Change change)
    {
        fields.OneOf($"{path}.kind", change.Kind).Text($"{path}.ground", change.Ground, FieldChecks.Prose);
        CheckSuspension(fields, path, change);
        CheckAmendment(fields, path, change);
        Belongs(fields, $"{path}.term", change.Term is not null, change.Kind is ChangeKind.Extension, required: true);
        Belongs(fields, $"{path}.successor", change.Successor is not null, change.Kind is ChangeKind.Supersession, required: true);
        fields.Must(change.Successor is null || RecordId.IsValid(change.Successor), $"{path}.successor",
            "phải là mã thỏa thuận, như agr-2026-000123", "must be the id of an agreement, as agr-2026-000123");
    }

    private static void CheckSuspension(FieldChecks fields, string path, Change change)
    {
        Belongs(fields, $"{path}.part", change.Part is not null, change.Kind is ChangeKind.Suspension);
        Belongs(fields, $"{path}.until", change.Until is not null, change.Kind is ChangeKind.Suspension);
        fields.Optional($"{path}.part", change.Part, FieldChecks.Prose);
        if (change.Until is { } until) fields.Known($"{path}.until", until);
    }

    private static void CheckAmendment(FieldChecks fields, string path, Change change)
    {
        fields.Each($"{path}.provisions", change.Provisions, 0, 200, (at, provision) => fields.Text($"{at}.provision", provision.Provision)
            .Text($"{at}.text", provision.Text, FieldChecks.Prose))
            .Each($"{path}.renames", change.Renames, 0, Subject.MostParties, (at, name) => fields.Text($"{at}.from", name.From).Text($"{at}.to", name.To));
        change.Title?.Check(fields, $"{path}.title");
        if (fields.Faults.Count > 0) return;
        var amends = change.Provisions.Count > 0 || change.Renames.Count > 0 || change.Title is not null;
        fields.Must(change.Kind is not ChangeKind.Amendment || amends, $"{path}.provisions",
            "sửa đổi cần ít nhất một trong: provisions, title, renames", "an amendment needs at least one of: provisions, title, renames")
            .Must(change.Kind is ChangeKind.Amendment || !amends, $"{path}.provisions",
                "provisions, title và renames chỉ dùng cho sửa đổi (amendment)", "provisions, title and renames belong to an amendment");
    }

    /// <summary>What one kind needs has no place in another.</summary>
    private static void Belongs(FieldChecks fields, string path, bool given, bool itsKind, bool required = false) => fields
        .Must(itsKind || !given, path, "không thuộc loại thay đổi này", "does not belong to this kind of change")
        .Must(!itsKind || given || !required, path, "không được để trống", "must not be empty");
}

/// <summary>A provision as it reads from now on.</summary>
/// <param name="Provision">Which one, "Điều 4".</param>
/// <param name="Text">What it says now.</param>
public sealed record AmendedProvision(string Provision, string Text);

/// <summary>A party's name, and the one it bears from now on.</summary>
/// <param name="From">As recorded.</param>
/// <param name="To">From now on.</param>
public sealed record NewName(string From, string To);
