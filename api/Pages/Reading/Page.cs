using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CityGrains.Api.Pages.Reading;

/// <summary>A page of HTML, rendered here and now: no script, no state, nothing kept for later.</summary>
internal sealed class Page<TPage, TModel>(TModel model, int status) : IResult
    where TPage : PageOf<TModel>
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await Render(httpContext.RequestServices);
        httpContext.Response.StatusCode = status;
        PageHeaders.Set(httpContext);
        if (HttpMethods.IsHead(httpContext.Request.Method)) return;

        var (body, encoder) = (httpContext.Response.BodyWriter, Encoding.UTF8.GetEncoder());
        foreach (var part in html.GetChunks()) encoder.Convert(part.Span, body, flush: false, out _, out _);
        await body.FlushAsync(httpContext.RequestAborted);
    }

    private async Task<StringBuilder> Render(IServiceProvider services)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model });
            var page = await renderer.RenderComponentAsync<TPage>(parameters);
            using var html = new StringWriter(CultureInfo.InvariantCulture);
            html.Write("<!DOCTYPE html>\n");
            page.WriteHtmlTo(html);
            return html.GetStringBuilder();
        });
    }
}

/// <summary>Pages.</summary>
internal static class Page
{
    /// <summary>A page that shows a thing.</summary>
    public static IResult Of<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : PageOf<TModel> => new Page<TPage, TModel>(model, status);
}
