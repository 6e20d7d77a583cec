using CityGrains.Api.Problems;
using CityGrains.Domain.Offices;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Access;

/// <summary>Which office a request is about, and whether its sender has to do with it: an admin has with each, others with their own.</summary>
public sealed class OwnOffice(KnownOffices offices)
{
    /// <summary>Roles that have to do with their own office.</summary>
    public static string[] Roles { get; } = [Role.Admin, Role.Officer, Role.Approver];

    /// <summary>The office of an id.</summary>
    public async ValueTask<Reading<Office>> Read(HttpContext http, string id)
    {
        var book = await offices.Read(http.RequestAborted);
        if (book.All.FirstOrDefault(office => office.Id == id) is not { } office) return RecordProblems.NoSuchOffice;
        if (!http.User.IsInRole(Role.Admin) && !book.AreSame(id, http.Caller().Office)) return AccessProblems.OtherOffice;
        return office;
    }
}
