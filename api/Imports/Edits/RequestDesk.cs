using CityGrains.Api.Requests;
using CityGrains.Domain.Record;
using CityGrains.Journal;

namespace CityGrains.Api.Imports.Edits;

/// <summary>Takes the rows of requests to the agreements or the cities they are about.</summary>
internal sealed class RequestDesk(IEditDesk agreements, IEditDesk cities) : IEditDesk
{
    public string? Together(EditRow row) => null;

    public async Task<bool> Bring(IReadOnlyList<EditRow> together, CancellationToken cancel)
    {
        if (RequestKey.Read(together[0].Id) is { } place) return await (place.Stream.Kind is StreamKind.City ? cities : agreements).Bring(together, cancel);
        together[0].Fault(EditField.Id, "request/no-such-request", new Sentence(
            "không phải là yêu cầu nào; ghi như danh sách đã xuất (GET /api/v1/requests): agreement/agr-2026-000001/r1",
            "is no request; write it as the exported list has it (GET /api/v1/requests): agreement/agr-2026-000001/r1"));
        return false;
    }
}
