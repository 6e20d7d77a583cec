using System.Globalization;
using CityGrains.Domain.Agreements;
using CityGrains.Journal.Record;

namespace CityGrains.Bench;

/// <summary>What is going to happen to one agreement, step after step, some weeks apart.</summary>
internal sealed class Life
{
    /// <summary>The first day anything is recorded of.</summary>
    public static readonly DateOnly Begins = new(2005, 1, 3);

    private static readonly DateOnly Ends = new(2025, 12, 31);

    /// <summary>How far agreements come; most stop once signed.</summary>
    private static readonly int[] Stations = [Steps.Signed, Steps.Signed, Steps.InEffect, Steps.InEffect, Steps.Planned, Steps.Implementing];

    private readonly int _station;
    private readonly int _steps;
    private readonly int _between;
    private readonly InventedCity _home;
    private readonly InventedCity _abroad;
    private readonly int _number;
    private int _taken;

    private Life(int number, Random random, CityBook cities, int station, int reports)
    {
        (_number, _station, _steps) = (number, station, station + reports);
        (_home, _abroad) = (cities.Home.Choose(random), cities.Abroad.Choose(random));
        On = Begins.AddDays(random.Next(365 * 15));
        _between = Math.Max(1, Math.Min(random.Next(10, 60), (Ends.DayNumber - On.DayNumber) / _steps));
    }

    /// <summary>The agreement's id.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"seed-{_number:D6}");

    /// <summary>The office that follows it up.</summary>
    public string Office => $"Sở Ngoại vụ {_home.Name.Split(' ')[0]}";

    /// <summary>Its stream, once it has begun.</summary>
    public StreamRecord<Agreement, AgreementEvent>? Record { get; set; }

    /// <summary>The day of the step that was taken last.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The day of the next one.</summary>
    public DateOnly NextOn => On.AddDays(_between);

    /// <summary>Nothing more happens to it.</summary>
    public bool IsOver => _taken == _steps;

    /// <summary>So many lives of so many events in all.</summary>
    public static IReadOnlyList<Life> Plan(int count, int events, CityBook cities)
    {
        var random = new Random(20261121);
        var stations = Enumerable.Range(0, count).Select(_ => Stations[random.Next(Stations.Length)]).ToArray();
        var reports = new int[count];
        var active = Enumerable.Range(0, count).Where(n => stations[n] > Steps.Signed).ToArray();
        for (var left = events - stations.Sum(); left > 0; left--) reports[active[random.Next(active.Length)]]++;
        return [.. Enumerable.Range(0, count).Select(n => new Life(n + 1, random, cities, stations[n], reports[n]))];
    }

    /// <summary>Takes the next step: the command, and who asks for it; who proposed does not approve.</summary>
    public (AgreementCommand Command, string Actor) Next()
    {
        On = NextOn;
        var step = _taken++;
        var command = step == 0 ? Steps.Propose(_number, _home, _abroad, Office) : step < _station ? Steps.Of(step, On) : Steps.Report(step, On);
        return (command, command is ApproveSigning ? "approver" : "officer");
    }
}
