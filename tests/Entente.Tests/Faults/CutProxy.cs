using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Entente.Tests.Faults;

/// <summary>Stands between a program and a server, and cuts all connections when told to.</summary>
internal sealed class CutProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> open = new();
    private readonly int target;

    public CutProxy(int target)
    {
        this.target = target;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Resets every connection.</summary>
    public void Cut()
    {
        foreach (TcpClient client in open.Keys)
        {
            try
            {
                // One that its other side has closed meanwhile has no socket any more.
                if (client.Client is not { } socket) continue;
                socket.LingerState = new LingerOption(true, 0);
                socket.Close();
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                open.TryRemove(client, out _);
            }
        }
    }

    public void Dispose()
    {
        listener.Stop();
        Cut();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ForwardAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            Cut();
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        using TcpClient server = new();
        open[client] = open[server] = 0;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, target);
            NetworkStream near = client.GetStream(), far = server.GetStream();
            await Task.WhenAny(near.CopyToAsync(far), far.CopyToAsync(near));
        }
        catch (Exception error) when (error is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side sees its connection closed; that is what this is for.
        }
        open.TryRemove(client, out _);
        open.TryRemove(server, out _);
        client.Dispose();
    }
}
