using CityGrains.Api.Commands;

namespace CityGrains.Api.Tests;

/// <summary>Bodies that are accepted.</summary>
internal static class Bodies
{
    /// <summary>A proposal without an id.</summary>
    public static string Proposal(string title = "Bản ghi nhớ Sơn La – Luang Prabang", string more = "") => $$"""
        {"kind": "mou", "title": {"vi": "{{title}}" }, "office": "Sở Ngoại vụ Sơn La", "proposer": "UBND tỉnh Sơn La",
         "parties": [{"name": "Sơn La", "type": "province", "country": "VN", "city": "vn-son-la"}, {"name": "Luang Prabang", "type": "province", "country": "Lào"}]{{more}} }
        """;

    /// <summary>An agreement of old between Đà Nẵng and a partner.</summary>
    public static string Legacy(string partner = "Kawasaki", string country = "\"Japan\"", string state = "InEffect", string kind = "sister-city") => $$"""
        {"kind": "{{kind}}", "title": {"vi": "Quan hệ kết nghĩa Đà Nẵng – {{partner}}" }, "office": "Sở Ngoại vụ Đà Nẵng", "state": "{{state}}", "signedOn": "1994",
         "parties": [{"name": "Đà Nẵng", "type": "city", "country": "Vietnam", "city": "vn-da-nang"}, {"name": "{{partner}}", "type": "city", "country": {{country}} }],
         "source": {"title": "Danh sách kết nghĩa"} }
        """;

    /// <summary>The example of a verb.</summary>
    public static string Example(string verb) => AgreementVerbs.All.Single(one => one.Name == verb).Example;
}
