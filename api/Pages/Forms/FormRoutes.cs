using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Commands;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries.Views;

namespace CityGrains.Api.Pages.Forms;

/// <summary>The form of each verb: <c>GET /agreements/{id}/{verb}</c> shows it, <c>POST</c> records it and goes on to where it was opened from.</summary>
internal static class FormRoutes
{
    private const string Back = "back";

    public static void MapForms(this IEndpointRouteBuilder routes)
    {
        foreach (var verb in AgreementVerbs.All.Where(verb => AgreementForms.Of(verb.Name) is not null))
        {
            routes.MapPage($"/agreements/{{id}}/{verb.Name}", (HttpContext http, string id, FormDesk desk) => desk.Open(http, verb, id), verb.Roles);
            routes.MapForm($"/agreements/{{id}}/{verb.Name}", (HttpContext http, string id, FormDesk desk) => desk.Take(http, verb, id), verb.Roles);
        }
    }

    /// <summary>Shows forms, and takes them in.</summary>
    internal sealed class FormDesk(AgreementQueries agreements, CommandBodies bodies, CommandEndpoints commands, Reader reader, TimeProvider time)
    {
        /// <summary>An empty form: the day is today's, and what the address says is filled in.</summary>
        public async Task<IResult> Open(HttpContext http, Verb verb, string id)
        {
            var agreement = await agreements.Find(id, http.RequestAborted);
            if (agreement.Problem is { } problem) return ProblemPages.Of(problem);
            var fields = FieldsOf(verb);
            var values = fields.ToDictionary(
                field => field.Path, field => http.Request.Query[field.Path] is [{ } given] ? given : field.IsToday ? $"{reader.Today:yyyy-MM-dd}" : "", StringComparer.Ordinal);
            return Show(agreement.Value, verb, fields, values, LocalPath.Of(http.Request.Query[Back]), problem: null);
        }

        /// <summary>A form that was filled in. Where it is refused nothing that was typed is lost.</summary>
        public async Task<IResult> Take(HttpContext http, Verb verb, string id)
        {
            var sent = await http.Request.ReadFormAsync(http.RequestAborted);
            var fields = FieldsOf(verb);
            var values = fields.ToDictionary(field => field.Path, field => sent[field.Path].ToString(), StringComparer.Ordinal);
            FormRequest.Become(http.Request, FormBody.Of(fields, values), sent[FormRequest.Key]);

            var answer = await commands.Execute(http, Subject.Agreement, verb, id);
            var agreement = await agreements.Find(id, http.RequestAborted);
            if (agreement.Problem is { } gone) return ProblemPages.Of(gone);
            var back = LocalPath.Of(sent[Back]);
            return answer is Problem problem ? Show(agreement.Value, verb, fields, values, back, problem) : new SeeOther(After(back, agreement.Value));
        }

        private IResult Show(AgreementView agreement, Verb verb, IReadOnlyList<FormField> fields, Dictionary<string, string> values, string back, Problem? problem)
        {
            var view = new FormView(agreement, verb, fields, values, $"{Guid.CreateVersion7(time.GetUtcNow()):D}", back == LocalPath.Home ? $"/agreements/{agreement.Id}" : back, problem);
            return Page.Of<FormPage, FormView>(view, problem?.Status ?? StatusCodes.Status200OK);
        }

        private IReadOnlyList<FormField> FieldsOf(Verb verb)
        {
            var shape = bodies.ShapeOf(verb, takesId: false);
            return [.. AgreementForms.Of(verb.Name)!.Select(path => FormField.Of(shape, path))];
        }

        /// <summary>Where to go on, and what to say there was recorded.</summary>
        private static string After(string back, AgreementView agreement)
        {
            var path = back.Split('#')[0];
            return FormattableString.Invariant($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={agreement.Id}@{agreement.Version}");
        }
    }
}
