using CityGrains.Domain.Record;
using CityGrains.Silo.Digests;
using CityGrains.Silo.Settings;
using CityGrains.Silo.Webhooks;

namespace CityGrains.Silo;

/// <summary>What a node needs to know to run the grains.</summary>
public sealed record SiloOptions
{
    /// <summary>Folder of the SQLite store, keys and other files of this node; created when missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>PostgreSQL connection string; null means SQLite in <see cref="DataDirectory"/>.</summary>
    public string? Postgres { get; init; }

    /// <summary>The cluster it forms with others on that PostgreSQL; null: it works alone.</summary>
    public Cluster? Cluster { get; init; }

    /// <summary>Idle activations leave memory after this.</summary>
    public TimeSpan CollectionAge { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often the sealer is poked.</summary>
    public TimeSpan SealEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How receivers are told.</summary>
    public WebhookOptions Webhooks { get; init; } = new();

    /// <summary>When offices are reminded.</summary>
    public DigestOptions Digest { get; init; } = new();

    /// <summary>The mail server that takes our mail.</summary>
    public SmtpOptions Smtp { get; init; } = new();

    /// <summary>Where the record is kept, and by whom it is served.</summary>
    public static IReadOnlyList<Setting> Settings => [Data, Store, .. Cluster.Settings];

    /// <summary>Sets <see cref="DataDirectory"/>.</summary>
    public static Setting<string?> Data { get; } = Settable.Text(
        "CityGrains:Data", text => !text.Contains('\0', StringComparison.Ordinal), new Sentence("một thư mục", "a folder"), new Sentence(
        "Thư mục dữ liệu: kho SQLite, khóa, tệp của cơ quan", "Data folder: the SQLite store, keys, the office's own files"), "data") with
            { Option = "--data" };

    /// <summary>Sets <see cref="Postgres"/>.</summary>
    public static Setting<string?> Store { get; } = Settable.Text("CityGrains:Store", Stores.IsConnectionString,
        new Sentence("chuỗi kết nối PostgreSQL, dạng \"Host=…;Database=…;Username=…;Password=…\"",
            "a PostgreSQL connection string as \"Host=…;Database=…;Username=…;Password=…\""),
        new Sentence("Giữ hồ sơ trong PostgreSQL thay cho SQLite", "Keep the record in PostgreSQL instead of SQLite")) with
            { Option = "--store", IsSecret = true };

    /// <summary>Reads them, for a node with no HTTP.</summary>
    public static SiloOptions From(SettingsReader settings) => new()
    {
        DataDirectory = settings.Of(Data)!, Postgres = settings.Of(Store), Cluster = Cluster.From(settings),
        Webhooks = WebhookOptions.From(settings), Digest = DigestOptions.From(settings), Smtp = SmtpOptions.Read(settings),
    };

    /// <summary>The SQLite file.</summary>
    public string DatabaseFile => Path.Combine(DataDirectory, "citygrains.db");

    /// <summary>What <c>/about</c> and the ready line call the store.</summary>
    public string StoreName => Postgres is null ? "sqlite" : "postgres";
}
