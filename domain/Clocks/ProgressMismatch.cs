using CityGrains.Domain.Agreements;

namespace CityGrains.Domain.Clocks;

/// <summary>
/// Where the progress an office declares and the progress its commitments show disagree: one says that nothing, something or everything was done and the other
/// says otherwise, or both say something and lie <see cref="Tolerance"/> points or more apart. Nothing declared contradicts nothing.
/// </summary>
public static class ProgressMismatch
{
    /// <summary>Percentage points that people may differ by.</summary>
    public const int Tolerance = 25;

    /// <summary>What is declared, and what the commitments show, both in percent; null where they agree.</summary>
    public static (int Declared, int Derived)? Of(Agreement agreement)
    {
        if (agreement.Declared is not { } declared) return null;
        var derived = agreement.DerivedPercent ?? 0;
        var agree = Stage(agreement.Progress) == Stage(declared.Percent) && Math.Abs(declared.Percent - derived) < Tolerance;
        return agree ? null : (declared.Percent, derived);
    }

    private static int Stage(Progress progress) => progress switch
    {
        Progress.None or Progress.Planned => 0,
        Progress.Done => 2,
        _ => 1,
    };

    private static int Stage(int percent) => percent switch { 0 => 0, 100 => 2, _ => 1 };
}
