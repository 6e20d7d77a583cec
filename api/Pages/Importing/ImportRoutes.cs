using System.Diagnostics;
using CityGrains.Api.Access;
using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Imports;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Problems;
using CityGrains.Api.Sheets;

namespace CityGrains.Api.Pages.Importing;

/// <summary>The pages of an import: a file is sent, what would become of it is shown, and only then is it recorded.</summary>
internal static class ImportRoutes
{
    private const string Home = "/import";

    /// <summary>A form around a file is a little larger than the file.</summary>
    private const long RoomAround = 1024 * 1024;

    /// <summary>What they need.</summary>
    public static IServiceCollection AddImportPages(this IServiceCollection services) =>
        services.AddSingleton<ImportJobs>().AddScoped<ImportViews>().AddScoped<ImportDesk>();

    /// <summary>Maps them.</summary>
    public static void MapImportPages(this IEndpointRouteBuilder routes)
    {
        var most = routes.ServiceProvider.GetRequiredService<ImportLimits>().Bytes + RoomAround;
        routes.MapPage(Home, (ImportDesk desk) => desk.Begin(problem: null), Role.Officer);
        routes.MapForm(Home, (HttpContext http, ImportDesk desk) => desk.Take(http), Role.Officer).TakesFile(most);
        routes.MapPage(Home + "/{id}", (HttpContext http, string id, ImportDesk desk) => desk.Show(http, id), Role.Officer);
        routes.MapForm(Home + "/{id}", (HttpContext http, string id, ImportDesk desk) => desk.GoOn(http, id), Role.Officer);
        routes.MapPage(Home + "/{id}/refused", (HttpContext http, string id, ImportDesk desk) => desk.Refused(http, id), Role.Officer);
    }

    /// <summary>Takes files in, shows where they stand, goes on with them.</summary>
    internal sealed class ImportDesk(ImportJobs jobs, ImportService imports, ImportViews views, Reader reader, TimeProvider time)
    {
        /// <summary>Most files are through before a person would see that they are under way.</summary>
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

        /// <summary>Asks for a file.</summary>
        public IResult Begin(Problem? problem) =>
            Page.Of<ImportStartPage, ImportStart>(new ImportStart(views.Kinds, problem), problem?.Status ?? StatusCodes.Status200OK);

        /// <summary>Takes a file in, and checks it.</summary>
        public async Task<IResult> Take(HttpContext http)
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (form.Files.GetFile("file") is not { Length: > 0 } file) return Begin(ImportPageProblems.NoFile);
            await using var content = file.OpenReadStream();
            var sent = await SpooledFile.Take(content, file.Length, imports.Folder, imports.Limits, http.RequestAborted);
            if (sent is null) return Begin(FileProblem.TooManyBytes(imports.Limits));

            var job = await jobs.Take(reader.Caller!, ImportQuestion.NameOf(file.FileName), sent);
            job.Begin(ImportPhase.Checking, new ImportChoice(form["map"] is [{ Length: > 0 } map] ? map : null), Correlation);
            return await Onward(http, job);
        }

        /// <summary>Where a file stands; the page comes again by itself while something is going on.</summary>
        public async Task<IResult> Show(HttpContext http, string id)
        {
            if (jobs.Find(id, reader.Caller!) is not { } job) return ProblemPages.Of(ImportPageProblems.Gone);
            if (job.Running.IsFaulted) await job.Running; // nobody foresaw it: told as that
            if (job.Standing.IsRunning) http.Response.Headers["Refresh"] = "2";
            return Page.Of<ImportPage, ImportView>(views.Of(job));
        }

        /// <summary>Checks again, records, or stops.</summary>
        public async Task<IResult> GoOn(HttpContext http, string id)
        {
            if (jobs.Find(id, reader.Caller!) is not { } job) return ProblemPages.Of(ImportPageProblems.Gone);
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var standing = job.Standing;
            switch (form["act"].ToString())
            {
                case "check": job.Begin(ImportPhase.Checking, ImportViews.Choice(form, standing), Correlation); break;
                case "record" when standing is { Phase: ImportPhase.Checked or ImportPhase.Stopped, Map: { } map }: // read as it was checked
                    job.Begin(ImportPhase.Importing, standing.Choice with { Map = map.Name }, Correlation);
                    break;
                case "stop": job.Stop(); break;
            }

            return await Onward(http, job);
        }

        /// <summary>The refused rows as a file, to mend and send again.</summary>
        public async Task<IResult> Refused(HttpContext http, string id)
        {
            if (jobs.Find(id, reader.Caller!) is not { } job) return ProblemPages.Of(ImportPageProblems.Gone);
            var question = new SheetQuestion(http.Request.Query["format"] == SheetQuestion.Csv ? SheetFormat.Csv : SheetFormat.Xlsx, reader.Vietnamese);
            if (await job.RefusedRows(question, http.RequestAborted) is not { } sheet) return new SeeOther($"{Home}/{job.Id}");
            http.Response.RegisterForDispose(sheet);
            http.Response.Headers.CacheControl = "no-store";
            return Results.Stream(sheet.Rewind(), question.MediaType, Path.GetFileNameWithoutExtension(job.File)
                + (reader.Vietnamese ? ".can-sua" : ".to-mend") + question.Extension);
        }

        private static string? Correlation => Activity.Current?.TraceId.ToHexString();

        private async Task<IResult> Onward(HttpContext http, ImportJob job)
        {
            await Task.WhenAny(job.Running, Task.Delay(Patience, time, http.RequestAborted));
            return new SeeOther($"{Home}/{job.Id}");
        }
    }
}
