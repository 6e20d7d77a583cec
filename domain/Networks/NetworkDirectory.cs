using System.Globalization;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Domain.Networks;

/// <summary>The networks cities can join, as the file of them says.</summary>
public sealed class NetworkDirectory
{
    private const string Header = "id,en,vi,criteria,reportCycleMonths", WithRules = Header + ",ruleEn,ruleVi";

    private const int LongestCycle = 1200;

    private readonly Dictionary<string, Network> _byId = new(StringComparer.Ordinal);

    private NetworkDirectory(TextReader networks)
    {
        var table = new TableFile(networks, "networks.csv", Header, WithRules);
        foreach (var (number, line) in table.Lines())
        {
            var network = Read(line) ?? throw table.Bad(number, line,
                $"cần dạng {Header}, như gnlc,Global Network of Learning Cities,Mạng lưới Thành phố học tập toàn cầu,42,24",
                $"write {Header}, as in gnlc,Global Network of Learning Cities,Mạng lưới Thành phố học tập toàn cầu,42,24");
            if (!_byId.TryAdd(network.Id, network))
                throw table.Bad(number, line,
                    $"mã {network.Id} đã có ở dòng trên; bỏ một dòng", $"the id {network.Id} stands on a line above; remove one of them");
        }
    }

    /// <summary>Every network, by id.</summary>
    public IReadOnlyList<Network> All => [.. _byId.Values.OrderBy(network => network.Id, StringComparer.Ordinal)];

    /// <summary>
    /// Reads the file: CSV <c>id,en,vi,criteria,reportCycleMonths</c>, and where it says on what a member's report rests <c>ruleEn,ruleVi</c>; nothing in it
    /// holds a comma.
    /// </summary>
    /// <exception cref="FormatException">A line is wrong; the message names it and says how to mend it.</exception>
    public static NetworkDirectory Parse(TextReader networks) => new(networks);

    /// <summary>The network of an id; null when there is none.</summary>
    public Network? Find(string id) => _byId.GetValueOrDefault(id);

    private static Network? Read(string line) =>
        line.Split(',') is [var id, { Length: > 0 } en, { Length: > 0 } vi, var criteria, var months, .. var rule]
            && rule is [] or [{ Length: > 0 }, { Length: > 0 }]
        && RecordId.IsValid(id) && Number(criteria) is { } count and <= Network.MostCriteria && Number(months) is { } cycle and > 0 and <= LongestCycle
            ? new Network(id, new Sentence(vi.Trim(), en.Trim()), count, cycle, rule is [var said, var saidInVietnamese]
                ? new Sentence(saidInVietnamese.Trim(), said.Trim()) : null) : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
