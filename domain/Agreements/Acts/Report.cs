using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Progress as an office declares it. What the milestones say is derived beside it, never mixed with it.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Summary">What was done.</param>
/// <param name="On">When it was declared.</param>
public sealed record DeclaredProgress(int Percent, string Summary, DateOfRecord On);

/// <summary>Declare progress.</summary>
public sealed record ReportProgress(int Percent, string Summary) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields
        .Must(Percent is >= 0 and <= 100, "percent", "phải từ 0 đến 100", "must be 0 to 100").Text("summary", Summary, FieldChecks.Prose);
}

/// <summary>Progress was declared.</summary>
public sealed record ProgressReported(int Percent, string Summary) : AgreementEvent;

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, ReportProgress command) =>
        !Lifecycle.IsLive(agreement.State) ? Refuse.WrongState(agreement, "not-signed", Lifecycle.Live)
        : Accept(new ProgressReported(command.Percent, command.Summary));
}

public sealed partial record Agreement
{
    private Agreement Apply(ProgressReported e, DateOfRecord on) => this with { Declared = new DeclaredProgress(e.Percent, e.Summary, on) };
}
