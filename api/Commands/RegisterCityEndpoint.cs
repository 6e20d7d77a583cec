using CityGrains.Domain.Checks;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Text;
using Orleans;

namespace CityGrains.Api.Commands;

/// <summary>Answers <c>POST /api/v1/cities</c>: under the id the caller gives, else under one made of country and name, <c>vn-son-la</c>.</summary>
public sealed class RegisterCityEndpoint(CommandRequests requests, IGrainFactory grains)
{
    /// <summary>Reads the request, asks the grain, answers.</summary>
    public async Task<IResult> Execute(HttpContext http)
    {
        var read = await requests.Read(http, CityVerbs.Register, takesId: true);
        if (read.Problem is { } problem) return problem;

        if (read.Value.Id is { } given && !RecordId.IsValid(given)) return BeginProblems.BadId;
        if ((read.Value.Id ?? IdOf((RegisterCity)read.Value.Command)) is not { } id) return BeginProblems.NoIdInName;
        return CommandAnswer.Of(Subject.City, CityVerbs.Register, await Subject.City.Execute(grains, id, read.Value.Command, read.Value.Context));
    }

    /// <summary>Country and name in letters an id may have; null when nothing is left of one of them.</summary>
    private static string? IdOf(RegisterCity command)
    {
        var (country, name) = (SearchText.Slug(command.Country.Key), SearchText.Slug(command.Name));
        var id = $"{country}-{name}";
        return country.Length > 0 && name.Length > 0 && RecordId.IsValid(id) ? id : null;
    }
}
