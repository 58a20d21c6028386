using System.Net;
using System.Text;

namespace Entente.Fleet.Watching;

/// <summary>
/// Three pages for those who watch a worker: /health/live (restart it if not 200), /health/ready (it takes documents), /metrics (Prometheus).
/// Listens where it is told to and nowhere else; it says nothing about documents.
/// </summary>
public sealed class StatusServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly PrometheusText text;
    private readonly WorkerHealth health;

    /// <summary>Begins to listen.</summary>
    /// <param name="address">host:port, such as 127.0.0.1:9464; * for all of the machine's addresses.</param>
    /// <param name="health">How the worker is.</param>
    /// <param name="metrics">What it counts.</param>
    /// <exception cref="EntenteException">It cannot listen there.</exception>
    public StatusServer(string address, WorkerHealth health, FleetMetrics metrics)
    {
        this.health = health;
        text = new PrometheusText(metrics);
        try
        {
            listener.Prefixes.Add($"http://{address}/");
            listener.Start();
        }
        catch (Exception error) when (error is HttpListenerException or ArgumentException)
        {
            throw new EntenteException($"--http {address}: {error.Message}. Write host:port.", error);
        }
        Serving = Task.Run(ServeAsync);
    }

    /// <summary>Ends when the server is closed.</summary>
    public Task Serving { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        listener.Close();
        text.Dispose();
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await listener.GetContextAsync();
                await AnswerAsync(context);
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
            {
                // Who asked has gone, or the server is being closed.
                continue;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        (int status, string type, string body) = context.Request.Url?.AbsolutePath switch
        {
            "/health/live" => health.IsStuck ? (503, "text/plain", "stuck\n") : (200, "text/plain", "alive\n"),
            "/health/ready" => (health.IsReady ? 200 : 503, "text/plain", $"broker {(health.IsConnected ? "connected" : "away")}, ledger {(health.LedgerIsWell ? "well" : "away")}\n"),
            "/metrics" => (200, "text/plain; version=0.0.4; charset=utf-8", text.Write()),
            _ => (404, "text/plain", "/health/live, /health/ready, /metrics\n"),
        };
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength64 = bytes.Length;
        await context.Response.OutputStream.WriteAsync(bytes);
        context.Response.Close();
    }
}
