using System.Globalization;
using System.Net;
using CityGrains.Domain.Record;

namespace CityGrains.Silo.Settings;

/// <summary>The kinds of settings there are.</summary>
public static class Settable
{
    /// <summary>A whole number within bounds.</summary>
    public static Setting<int> Number(string name, int usual, int least, int most, Sentence what)
    {
        return new Setting<int>(name, usual, usual.ToString(CultureInfo.InvariantCulture), Read, Bounds(least, most), what);

        bool Read(string text, out int value) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;
    }

    /// <summary>Yes or no.</summary>
    public static Setting<bool> Flag(string name, bool usual, Sentence what) =>
        new(name, usual, usual ? "true" : "false", bool.TryParse, new Sentence("true hoặc false", "true or false"), what);

    /// <summary>Any text that passes.</summary>
    public static Setting<string?> Text(string name, Func<string, bool> passes, Sentence takes, Sentence what, string? usual = null)
    {
        return new Setting<string?>(name, usual, usual ?? "", Read, takes, what);

        bool Read(string text, out string? value)
        {
            value = text;
            return passes(text);
        }
    }

    /// <summary>Networks of addresses, apart by spaces or commas; an address alone is a network of one.</summary>
    public static Setting<IReadOnlyList<IPNetwork>> Networks(string name, Sentence what)
    {
        return new Setting<IReadOnlyList<IPNetwork>>(
            name, [], "", Read, new Sentence("các mạng như 10.20.0.0/16 192.168.7.9", "networks as 10.20.0.0/16 192.168.7.9"), what);

        static bool Read(string text, out IReadOnlyList<IPNetwork> networks)
        {
            var read = new List<IPNetwork>();
            networks = read;
            foreach (var part in text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            {
                if (IPNetwork.TryParse(part, out var network)) read.Add(network);
                else if (IPAddress.TryParse(part, out var one)) read.Add(new IPNetwork(one, one.GetAddressBytes().Length * 8));
                else return false;
            }

            return true;
        }
    }

    private static Sentence Bounds(int least, int most) => most == int.MaxValue
        ? new Sentence($"số nguyên từ {least} trở lên", $"a whole number from {least} up")
        : new Sentence($"số từ {least} đến {most}", $"a number from {least} to {most}");
}
