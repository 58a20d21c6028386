using System.Net;
using Entente.Web.Api;
using Entente.Web.Hosting;
using Entente.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Web;

/// <summary>The web server: built here, run by <c>entente serve</c> and by tests.</summary>
public static class WebHost
{
    private const long MostBytesOfForm = 4 << 20;

    /// <summary>The server, not yet started. It reads no configuration but the options.</summary>
    public static WebApplication Build(WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Entente" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytesOfForm;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
            kestrel.Limits.MaxRequestHeaderCount = 60;
            kestrel.Limits.MaxRequestLineSize = 8 << 10;
            kestrel.Limits.MaxConcurrentConnections = 1000;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            if (options.Address == "localhost") kestrel.ListenLocalhost(options.Port);
            else kestrel.Listen(IPAddress.Parse(options.Address), options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(_ => new Site(options));
        builder.Services.AddSingleton(services => new Defence(services.GetRequiredService<Site>()));
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 100;
            form.KeyLengthLimit = 200;
            form.ValueLengthLimit = (int)MostBytesOfForm;
            form.BufferBodyLengthLimit = MostBytesOfForm;
            form.MultipartBodyLengthLimit = MostBytesOfForm;
        });
        Description.Add(builder.Services);
        WebApplication app = builder.Build();
        Site site = app.Services.GetRequiredService<Site>();
        Defence defence = app.Services.GetRequiredService<Defence>();
        app.Use((context, next) => Guarded(context, next, site));
        app.Use(defence.Guard);
        app.UseRouting();
        new PageServer(site).Map(app);
        ApiServer.Map(app, site);
        Description.Map(app);
        defence.SignIn.Map(app, site);
        new Changes(site).Map(app);
        app.MapFallback("{*path}", context => Problems.Write(context, site, 404, "Not found", "There is no such page.", context.Request.Path.Value?.EndsWith(".json", StringComparison.Ordinal) == true));
        return app;
    }

    // Strict: one style sheet, one script, both of this server; no frame, no plugin, no inline script or style.
    private static async Task Guarded(HttpContext context, RequestDelegate next, Site site)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        // Nothing to others. Under "no-referrer" a browser would call the origin of our own forms "null", as it does that of strangers.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        try
        {
            await next(context);
        }
        catch (Exception error) when (error is not OperationCanceledException && !context.Response.HasStarted)
        {
            // A fault of ours: told in full to whoever runs the server, and to nobody else.
            site.Options.Complain($"{context.Request.Method} {context.Request.Path}: {error}");
            await Problems.Write(context, site, 500, "Something went wrong", "The page could not be made. Whoever runs this can see why.", json: context.Request.Path.Value?.EndsWith(".json", StringComparison.Ordinal) == true);
        }
    }
}
