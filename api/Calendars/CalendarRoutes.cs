using CityGrains.Api.Access;
using Microsoft.OpenApi;

namespace CityGrains.Api.Calendars;

/// <summary>The routes of calendars: an office makes and revokes addresses, calendar programs read them.</summary>
public static class CalendarRoutes
{
    internal const string File = "/api/v1/deadlines.ics";

    private const string Calendars = "/api/v1/offices/{id}/calendars";

    /// <summary>What answers them.</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services) =>
        services.AddSingleton<OwnOffice>().AddSingleton<CalendarKeys>().AddSingleton<CalendarEndpoints>().AddSingleton<DeadlineCalendar>();

    /// <summary>Maps them.</summary>
    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(File, (HttpContext http, DeadlineCalendar calendar) => calendar.Read(http)).AllowAnonymous().WithTags("deadlines")
            .WithSummary("The deadlines of an office as a calendar to subscribe to / Thời hạn của một cơ quan dưới dạng lịch để đăng ký theo dõi")
            .Produces<string>(StatusCodes.Status200OK, CalendarFile.ContentType.Split(';')[0]).AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Description = "iCalendar (RFC 5545): whole days, reminders 30 and 7 days before and on the day. "
                    + "No key: the token in the address opens this and nothing else.";
                operation.Parameters =
                    [Query("token", "The token of a calendar of the office.", required: true), Query("lang", "vi (usual) or en.", required: false)];
                return Task.CompletedTask;
            });
        routes.MapRead(Calendars, (HttpContext http, string id, CalendarEndpoints calendars) => calendars.List(http, id))
            .Own<CalendarList>("List the calendars of an office / Danh sách lịch của một cơ quan");
        routes.MapPost(Calendars, (HttpContext http, string id, CalendarEndpoints calendars) => calendars.Create(http, id)).WithTags("offices")
            .Own<CalendarItem>("Make an address for a calendar program; it is shown once / Tạo địa chỉ lịch để đăng ký theo dõi; chỉ hiện một lần",
                StatusCodes.Status201Created);
        routes.MapDelete($"{Calendars}/{{calendar}}",
            (HttpContext http, string id, string calendar, CalendarEndpoints calendars) => calendars.Revoke(http, id, calendar)).WithTags("offices")
            .Own<CalendarItem>("Revoke a calendar's address / Thu hồi địa chỉ lịch");
    }

    /// <summary>For an admin, and for whoever works in the office.</summary>
    internal static RouteHandlerBuilder Own<T>(this RouteHandlerBuilder route, string summary, int status = StatusCodes.Status200OK) =>
        route.RequireAuthorization(policy => policy.RequireRole(OwnOffice.Roles)).WithSummary(summary).Produces<T>(status);

    private static OpenApiParameter Query(string name, string description, bool required) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
