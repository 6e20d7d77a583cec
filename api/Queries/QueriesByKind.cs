global using AgreementQueries = CityGrains.Api.Queries.RecordQueries<
    CityGrains.Domain.Agreements.Agreement, CityGrains.Api.Queries.Views.AgreementItem, CityGrains.Api.Queries.Views.AgreementView>;
global using CityQueries = CityGrains.Api.Queries.RecordQueries<CityGrains.Domain.Cities.City, CityGrains.Api.Queries.Views.CityItem,
CityGrains.Api.Queries.Views.CityView>;
global using OfficeQueries = CityGrains.Api.Queries.RecordQueries<CityGrains.Domain.Offices.Office, CityGrains.Api.Queries.Views.OfficeItem,
CityGrains.Api.Queries.Views.OfficeView>;
global using ActivityQueries = CityGrains.Api.Queries.RecordQueries<
    CityGrains.Domain.Activities.Activity, CityGrains.Api.Queries.Views.ActivityItem, CityGrains.Api.Queries.Views.ActivityView>;
