namespace CityGrains.Api.Portfolios;

/// <summary>An answer to each question, for the document.</summary>
internal static class PortfolioExamples
{
    public const string Summary = """
        {"agreements": 412, "byState": {"Implemented": 58, "Implementing": 116, "InEffect": 120, "Planned": 57, "Signed": 61}, "byKind": {"mou": 300, "sister-city": 112},
         "byCountry": {"KR": 140, "LA": 272, "VN": 412}, "byOffice": {"Sở Ngoại vụ Sơn La": 412}, "byField": {"giáo dục": 95}, "byYear": {"2024": 412}}
        """;

    public const string Funnel = """
        {"on": "2025-12-31",
         "steps": [{"step": "signed", "vi": "Đã ký", "en": "Signed", "agreements": 412, "link": "/api/v1/portfolio/reached/signed?on=2025-12-31"},
                   {"step": "planned", "vi": "Có kế hoạch thực hiện", "en": "Planned", "agreements": 231, "link": "/api/v1/portfolio/reached/planned?on=2025-12-31"}],
         "daysToPlan": {"median": 84, "counted": 219, "leftOut": 12}, "daysToFirstEvidence": {"median": 131.5, "counted": 170, "leftOut": 4},
         "daysToImplemented": {"median": 402, "counted": 58, "leftOut": 0}}
        """;

    public const string Trend = """
        {"on": "2025-12-31", "by": "year", "periods": [{"period": "2024", "proposed": 12, "signed": 9, "inEffect": 9, "planned": 4, "implemented": 1, "ended": 2}]}
        """;

    public const string Aging = """
        {"on": "2025-12-31", "states": [{"state": "Signed", "stateVi": "Đã ký", "agreements": 61, "upTo90Days": 9, "upTo180Days": 11, "upTo365Days": 14, "upTo2Years": 20, "longer": 6, "unknown": 1,
          "oldest": [{"id": "agr-1998-000004", "title": {"vi": "Bản ghi nhớ Sơn La – Luang Prabang"}, "office": "Sở Ngoại vụ Sơn La", "since": "1998-05-02", "days": 10105}]}]}
        """;

    public const string Owed = """
        {"on": "2026-03-15", "offices": [{"office": "Sở Ngoại vụ Sơn La", "overdue": 3, "noPlan": 12, "silent": 4, "stalled": 0,
          "oldest": {"record": "agreement/agr-2024-000004", "clock": "copy-to-mofa", "vi": "Gửi bản sao cho Bộ Ngoại giao", "en": "Send a copy to the Ministry of Foreign Affairs", "due": "2026-02-20", "days": 23}}]}
        """;

    public const string Moved = """
        {"since": "2025-12-01", "on": "2025-12-31", "moved": [{"what": "signed", "vi": "Đã ký", "en": "Signed", "count": 2, "agreements": ["agr-2025-000123", "agr-2025-000130"],
          "link": "/api/v1/portfolio/reached/signed?since=2025-12-01&on=2025-12-31"}]}
        """;
}
