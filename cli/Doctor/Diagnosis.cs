using CityGrains.Domain.Record;

namespace CityGrains.Cli.Doctor;

/// <summary>How grave it is.</summary>
internal enum Gravity
{
    /// <summary>As it should be.</summary>
    Well,

    /// <summary>It works without; somebody should see to it.</summary>
    Advice,

    /// <summary>It does not work so.</summary>
    Fault,
}

/// <summary>What was found of one thing, and what to do about it.</summary>
/// <param name="Subject">What was looked at, one word.</param>
/// <param name="Gravity">How grave it is.</param>
/// <param name="Found">What was found, and the way out where it is not well.</param>
internal sealed record Diagnosis(string Subject, Gravity Gravity, Sentence Found)
{
    public static Diagnosis Well(string subject, string vi, string en) => new(subject, Gravity.Well, new Sentence(vi, en));

    public static Diagnosis Advice(string subject, string vi, string en) => new(subject, Gravity.Advice, new Sentence(vi, en));

    public static Diagnosis Fault(string subject, string vi, string en) => new(subject, Gravity.Fault, new Sentence(vi, en));

    /// <summary>One line of the report.</summary>
    public string Line(bool vietnamese) =>
        $"{Gravity switch { Gravity.Well => "ok    ", Gravity.Advice => "advice", _ => "FAULT " }}  {Subject,-10}  {Found.In(vietnamese)}";
}
