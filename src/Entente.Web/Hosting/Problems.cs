using System.Text;
using System.Text.Json;
using Entente.Claims;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Hosting;

/// <summary>What cannot be answered, in one shape: a page for people, and problem details (RFC 9457) for programs.</summary>
internal static class Problems
{
    /// <summary>Writes it.</summary>
    public static Task Write(HttpContext context, Site site, int status, string title, string detail, bool json)
    {
        context.Response.StatusCode = status;
        byte[] body;
        if (json)
        {
            using MemoryStream stream = new();
            using (Utf8JsonWriter writer = new(stream, ClaimJson.WriterOptions))
            {
                writer.WriteStartObject();
                writer.WriteString("type", "about:blank");
                writer.WriteString("title", title);
                writer.WriteNumber("status", status);
                writer.WriteString("detail", detail);
                writer.WriteString("instance", context.Request.Path);
                writer.WriteEndObject();
            }
            body = stream.ToArray();
            context.Response.ContentType = "application/problem+json; charset=utf-8";
        }
        else
        {
            body = Encoding.UTF8.GetBytes(Layout.Page(site, context, new PageHead(title), page => page.Add($"""
                <header class="head"><h1>{title}</h1><p class="lede">{detail}</p></header>
                <p><a href="/">To the start</a>, or <a href="/search">search</a>.</p>

                """)));
            context.Response.ContentType = "text/html; charset=utf-8";
        }
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body).AsTask();
    }
}
