using System.Globalization;

namespace CityGrains.Torture;

/// <summary>How a server is to be treated.</summary>
/// <param name="Times">How often it is killed.</param>
/// <param name="Seed">Decides what is sent and when it is killed, as far as that is anybody's to decide.</param>
/// <param name="Clients">How many send at once.</param>
/// <param name="Store">PostgreSQL connection string of an empty database; null: SQLite.</param>
/// <param name="Data">Data folder, kept; null: a temporary one, kept only when something is wrong.</param>
internal sealed record TortureOptions(int Times, int Seed, int Clients, string? Store, string? Data)
{
    private const int UsualClients = 48;

    /// <summary>Reads the arguments; null when they cannot be read.</summary>
    public static TortureOptions? Parse(string[] args)
    {
        var options = new TortureOptions(0, Environment.TickCount & 0xFFFF, UsualClients, Store: null, Data: null);
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var number = int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : -1;
            TortureOptions? next = args[i] switch
            {
                "--times" when number > 0 => options with { Times = number },
                "--seed" when number >= 0 => options with { Seed = number },
                "--clients" when number > 0 => options with { Clients = number },
                "--store" => options with { Store = args[i + 1] },
                "--data" => options with { Data = args[i + 1] },
                _ => null,
            };
            if (next is null) return null;
            options = next;
        }

        return args.Length % 2 == 0 && options.Times > 0 ? options : null;
    }
}
