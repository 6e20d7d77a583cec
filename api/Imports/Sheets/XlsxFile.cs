using System.IO.Compression;
using System.Xml;

namespace CityGrains.Api.Imports.Sheets;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">Its name on the tab.</param>
/// <param name="Hidden">People do not see it.</param>
/// <param name="Part">Where it lies in the archive.</param>
internal sealed record SheetPart(string Name, bool Hidden, string Part);

/// <summary>An XLSX workbook (ISO/IEC 29500, transitional or strict): its sheets, its texts, how it counts days.</summary>
internal sealed class XlsxFile : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly long _most;

    private XlsxFile(ZipArchive zip, long most) => (_zip, _most) = (zip, most);

    /// <summary>Its sheets in the order of the tabs.</summary>
    public IReadOnlyList<SheetPart> Sheets { get; private set; } = [];

    /// <summary>It counts days from 1904.</summary>
    public bool From1904 { get; private set; }

    /// <summary>How numbers are shown.</summary>
    public CellFormats Formats { get; private set; } = CellFormats.None;

    /// <summary>The texts that cells name by number.</summary>
    public IReadOnlyList<string> Texts { get; private set; } = [];

    /// <summary>Opens it.</summary>
    /// <param name="file">The archive; stays open.</param>
    /// <param name="most">Most bytes a part may unpack to.</param>
    /// <exception cref="SheetFaultException">It cannot be imported.</exception>
    public static XlsxFile Open(Stream file, long most)
    {
        var opened = new XlsxFile(new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true), most);
        var whole = false;
        try
        {
            opened.ReadWorkbook();
            whole = true;
            return opened;
        }
        finally
        {
            if (!whole) opened.Dispose();
        }
    }

    /// <summary>Opens a sheet.</summary>
    public XmlReader Open(SheetPart sheet) => Part(sheet.Part);

    public void Dispose() => _zip.Dispose();

    private void ReadWorkbook()
    {
        if (_zip.GetEntry("_rels/.rels") is null) throw new SheetFaultException(SheetProblems.OtherWorkbook);
        var path = Relations("").Values.Where(relation => relation.Type == "officeDocument").Select(relation => relation.Target).FirstOrDefault();
        if (path is null || !path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) throw new SheetFaultException(SheetProblems.OtherWorkbook);

        var relations = Relations(path);
        var sheets = new List<SheetPart>();
        using (var xml = Part(path))
        {
            while (xml.NextElement() is { } name)
            {
                if (name == "workbookPr") From1904 = xml.GetAttribute("date1904") is "1" or "true";
                if (name == "sheet" && SheetOf(xml, relations) is { } sheet) sheets.Add(sheet);
            }
        }

        Sheets = sheets;
        if (Target(relations, "styles") is { } styles)
        {
            using var xml = Part(styles);
            Formats = CellFormats.Read(xml);
        }

        if (Target(relations, "sharedStrings") is { } texts)
        {
            using var xml = Part(texts);
            Texts = SharedTexts.Read(xml);
        }
    }

    private static SheetPart? SheetOf(XmlReader xml, Dictionary<string, (string Type, string Target)> relations)
    {
        var (name, hidden) = (xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden");
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName != "id" || !relations.TryGetValue(xml.Value, out var relation)) continue;
            return relation.Type == "worksheet" ? new SheetPart(name, hidden, relation.Target) : null; // Charts are sheets, too.
        }

        return null;
    }

    private static string? Target(Dictionary<string, (string Type, string Target)> relations, string type) =>
        relations.Values.Where(relation => relation.Type == type).Select(relation => relation.Target).FirstOrDefault();

    /// <summary>What a part refers to, by id; the type is the last word of its URI.</summary>
    private Dictionary<string, (string Type, string Target)> Relations(string part)
    {
        var (folder, name) = part.LastIndexOf('/') is >= 0 and var slash ? (part[..(slash + 1)], part[(slash + 1)..]) : ("", part);
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var xml = Part($"{folder}_rels/{name}.rels");
        while (xml.NextElement() is { } element)
        {
            if (element != "Relationship" || xml.GetAttribute("TargetMode") == "External") continue;
            var target = xml.GetAttribute("Target") ?? "";
            var resolved = new Uri(new Uri("http://x/" + folder), target).AbsolutePath.TrimStart('/');
            relations[xml.GetAttribute("Id") ?? ""] = ((xml.GetAttribute("Type") ?? "").Split('/')[^1], Uri.UnescapeDataString(resolved));
        }

        return relations;
    }

    private XmlReader Part(string path) => SheetXml.Open(_zip.GetEntry(path) ?? throw new InvalidDataException($"There is no part {path}."), _most);
}
