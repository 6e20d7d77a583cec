using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.HtmlRendering;

namespace CityGrains.Api.Pages.Reading;

/// <summary>A page of HTML, rendered here and now: no script, no state, nothing kept for later.</summary>
internal sealed class Page<TPage, TModel>(TModel model, int status) : IResult
    where TPage : PageOf<TModel>
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var renderer = new HtmlRenderer(httpContext.RequestServices, httpContext.RequestServices.GetRequiredService<ILoggerFactory>());
        await renderer.Dispatcher.InvokeAsync(async () => Write(httpContext, await renderer.RenderComponentAsync<TPage>(Parameters())));
        await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private ParameterView Parameters() => ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model });

    /// <summary>What was rendered whole is sent: where rendering fails, nothing is.</summary>
    private void Write(HttpContext http, HtmlRootComponent page)
    {
        http.Response.StatusCode = status;
        PageHeaders.Set(http);
        if (HttpMethods.IsHead(http.Request.Method)) return;

        using var html = new PageWriter(http.Response.BodyWriter);
        html.Write("<!DOCTYPE html>\n");
        page.WriteHtmlTo(html);
    }
}

/// <summary>Pages.</summary>
internal static class Page
{
    /// <summary>A page that shows a thing.</summary>
    public static IResult Of<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : PageOf<TModel> => new Page<TPage, TModel>(model, status);
}
