using CityGrains.Api.Imports.Desk;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Cities;

/// <summary>Enters cities in the record.</summary>
internal sealed class CityEntry(CityBook cities, IRecordDesk desk)
{
    /// <summary>Enters a city. Another one may have taken its id since the book was loaded: then it gets the next.</summary>
    public async Task<Verdict> Enter(BookedCity city, Coordinates? location, CommandContext context)
    {
        while (true)
        {
            var verdict = await desk.Register(city.Id, new RegisterCity(city.Name, city.Country) { Location = location }, context);
            if (verdict.Refusal?.Code != "city/already-exists") return verdict;
            cities.TakeNextId(city);
        }
    }
}
