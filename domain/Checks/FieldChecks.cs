using System.Collections.Immutable;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Domain.Checks;

/// <summary>Collects what is wrong with the fields of a command, all of it at once, so that a form is corrected in one go.</summary>
public sealed class FieldChecks
{
    /// <summary>Longest line of text: titles, names, numbers.</summary>
    public const int Line = 500;

    /// <summary>Longest free text: reasons, summaries.</summary>
    public const int Prose = 10_000;

    private readonly List<FieldFault> _faults = [];

    /// <summary>What was found, in the order it was checked.</summary>
    public IReadOnlyList<FieldFault> Faults => _faults;

    /// <summary>Text that must be there: not blank, at most <paramref name="max"/> characters, no control characters but line breaks.</summary>
    public FieldChecks Text(string field, string? value, int max = Line)
    {
        if (string.IsNullOrWhiteSpace(value)) Fault(field, "không được để trống", "must not be empty");
        else Characters(field, value, max);
        return this;
    }

    /// <summary>Text that may be missing, but is neither blank nor malformed when given.</summary>
    public FieldChecks Optional(string field, string? value, int max = Line) => value is null ? this : Text(field, value, max);

    /// <summary>A part that must be there, checked under its own path.</summary>
    public FieldChecks Given<T>(string field, T? part, Action<FieldChecks, string, T> check) where T : class
    {
        if (part is null) return Fault(field, "không được để trống", "must not be empty");
        check(this, field, part);
        return this;
    }

    /// <summary>A date that must be known at least to the year.</summary>
    public FieldChecks Known(string field, DateOfRecord date) =>
        Must(date.Precision is not DatePrecision.Unknown, field, "phải có ngày (ít nhất là năm)", "must be a date, at least the year");

    /// <summary>A date that has come: not after the day of asking.</summary>
    public FieldChecks Past(string field, DateOfRecord date, DateOnly today) =>
        Must(!date.IsAfter(today), field, "không thể ở tương lai", "must not lie in the future");

    /// <summary>The id of a city.</summary>
    public FieldChecks CityId(string field, string? id) =>
        Must(id is not null && RecordId.IsValid(id), field, "phải là mã thành phố, như vn-son-la", "must be the id of a city, as vn-son-la");

    /// <summary>The id of an activity.</summary>
    public FieldChecks ActivityId(string field, string? id) =>
        Must(id is not null && RecordId.IsValid(id), field, "phải là mã hoạt động, như act-2022-bridge-forum",
            "must be the id of an activity, as act-2022-bridge-forum");

    /// <summary>A value of an enumeration, written in kebab-case.</summary>
    public FieldChecks OneOf<T>(string field, T value) where T : struct, Enum
    {
        if (Enum.IsDefined(value)) return this;
        var values = string.Join(", ", Enum.GetNames<T>().Select(Words.Kebab));
        return Fault(field, $"phải là một trong: {values}", $"must be one of: {values}");
    }

    /// <summary>A list of <paramref name="least"/> to <paramref name="most"/> items, each checked under its own path.</summary>
    public FieldChecks Each<T>(string field, IReadOnlyList<T>? items, int least, int most, Action<string, T> check)
    {
        if (items is null or ImmutableArray<T> { IsDefault: true }) return Fault(field, "phải là một danh sách", "must be a list");
        if (items.Count < least) return Fault(field, $"cần ít nhất {least} mục", $"needs at least {least} item(s)");
        if (items.Count > most) return Fault(field, $"nhiều nhất {most} mục", $"takes at most {most} items");
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is null) Fault($"{field}[{i}]", "không được để trống", "must not be empty");
            else check($"{field}[{i}]", items[i]);
        }

        return this;
    }

    /// <summary>Any other condition, with its sentence in both languages.</summary>
    public FieldChecks Must(bool holds, string field, string vi, string en) => holds ? this : Fault(field, vi, en);

    private void Characters(string field, string value, int max)
    {
        if (value.Length > max) Fault(field, $"dài quá {max} ký tự", $"is longer than {max} characters");
        else if (HasControls(value)) Fault(field, "có ký tự điều khiển", "has control characters");
        else if (!NormalForm.IsDefined(value)) Fault(field, "có ký tự Unicode không hợp lệ", "has an invalid Unicode character");
    }

    private static bool HasControls(string value)
    {
        foreach (var c in value)
        {
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) return true;
        }

        return false;
    }

    private FieldChecks Fault(string field, string vi, string en)
    {
        _faults.Add(FieldFault.Of(field, vi, en));
        return this;
    }
}
