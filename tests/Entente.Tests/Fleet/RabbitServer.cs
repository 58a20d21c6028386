using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Entente.Fleet;

namespace Entente.Tests.Fleet;

/// <summary>A RabbitMQ server of the tests' own, on free ports under a temporary folder, with a name server (epmd) of its own.</summary>
public sealed class RabbitServer : IDisposable
{
    public const string NotInstalled = "RabbitMQ (rabbitmq-server) and PostgreSQL (initdb, pg_ctl, postgres) are not both installed";

    private readonly string folder = Path.Combine(Path.GetTempPath(), "entente-mq-" + Guid.NewGuid().ToString("N")[..8]);
    private readonly int nodePort = FreePort();
    private readonly int distributionPort = FreePort();
    private readonly int namesPort = FreePort();
    private Process? names;
    private Process? server;
    private int queues;

    public static string? Program { get; } = new[] { "/usr/lib/rabbitmq/bin/rabbitmq-server", "/usr/local/sbin/rabbitmq-server", "/opt/rabbitmq/sbin/rabbitmq-server" }.FirstOrDefault(File.Exists);

    public int Port => nodePort;

    public string Address => AddressAt(nodePort);

    public static string AddressAt(int port) => $"amqp://guest:guest@127.0.0.1:{port}/";

    /// <summary>A free port of loopback.</summary>
    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Options for a queue that nobody used before.</summary>
    public FleetOptions NewQueue()
    {
        EnsureStarted();
        return new FleetOptions { Queue = Address, Name = "q" + Interlocked.Increment(ref queues) };
    }

    public void EnsureStarted()
    {
        if (server is { HasExited: false }) return;
        Start();
    }

    /// <summary>Starts it, or starts it again with what it had on disk.</summary>
    public void Start()
    {
        Directory.CreateDirectory(folder);
        if (names is null)
        {
            File.WriteAllText(Path.Combine(folder, "plugins"), "[].\n");
            File.WriteAllText(Path.Combine(folder, "rabbitmq.conf"), "vm_memory_high_watermark.absolute = 1GB\ndisk_free_limit.absolute = 50MB\n");
            names = Run("epmd", "-port", namesPort.ToString(), "-address", "127.0.0.1");
        }
        server = Run(Program!);
        for (int i = 0; i < 600; i++)
        {
            if (server.HasExited) throw new InvalidOperationException($"RabbitMQ ended with {server.ExitCode}");
            if (IsReady()) return;
            Thread.Sleep(200);
        }
        throw new InvalidOperationException("RabbitMQ did not start within two minutes");
    }

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill()
    {
        server?.Kill(entireProcessTree: true);
        server?.WaitForExit();
    }

    public void Dispose()
    {
        try
        {
            Kill();
            names?.Kill(entireProcessTree: true);
            names?.WaitForExit();
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(error.Message);
        }
    }

    // The port is open before the broker takes logins: a greeting shows that it does.
    private bool IsReady()
    {
        try
        {
            using TcpClient client = new();
            client.Connect(IPAddress.Loopback, nodePort);
            client.ReceiveTimeout = 2000;
            NetworkStream stream = client.GetStream();
            stream.Write("AMQP\0\0\u0009\u0001"u8);
            return stream.ReadByte() == 1;
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return false;
        }
    }

    private Process Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach ((string name, string value) in new (string, string)[]
        {
            ("HOME", folder),
            ("RABBITMQ_NODENAME", $"entente{nodePort}@localhost"),
            ("RABBITMQ_NODE_PORT", nodePort.ToString()),
            ("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
            ("RABBITMQ_DIST_PORT", distributionPort.ToString()),
            ("ERL_EPMD_PORT", namesPort.ToString()),
            ("ERL_EPMD_ADDRESS", "127.0.0.1"),
            ("RABBITMQ_MNESIA_BASE", Path.Combine(folder, "data")),
            ("RABBITMQ_LOG_BASE", Path.Combine(folder, "log")),
            ("RABBITMQ_LOGS", Path.Combine(folder, "rabbit.log")),
            ("RABBITMQ_PID_FILE", Path.Combine(folder, "pid")),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", Path.Combine(folder, "plugins")),
            ("RABBITMQ_CONFIG_FILE", Path.Combine(folder, "rabbitmq.conf")),
            // No busy waiting: the machine is shared.
            ("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+sbwt none +sbwtdcpu none +sbwtdio none"),
        })
        {
            start.Environment[name] = value;
        }
        Process process = Process.Start(start) ?? throw new InvalidOperationException(program);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
