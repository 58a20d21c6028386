using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Entente.Tests.Storage;

/// <summary>A PostgreSQL server of the tests' own, on a free port under a temporary folder; there is none where its programs are not installed.</summary>
public sealed class PostgresServer : IDisposable
{
    public const string NotInstalled = "PostgreSQL's programs (initdb, pg_ctl, postgres) are not installed";

    private readonly string? folder;
    private readonly string? programs;
    private int databases;

    public PostgresServer()
    {
        programs = FindPrograms();
        if (programs is null)
        {
            WhyNot = NotInstalled;
            return;
        }
        folder = Path.Combine(Path.GetTempPath(), "entente-pg-" + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(folder);
        try
        {
            Port = FreePort();
            string user = IsRoot ? "postgres" : Environment.UserName;
            if (IsRoot) Run("chown", "postgres", folder);
            RunAsOwner($"{programs}/initdb -D {folder}/data -A trust -U {user} --no-sync -E UTF8 --locale=C");
            RunAsOwner($"{programs}/pg_ctl -D {folder}/data -o '-p {Port} -k {folder} -c fsync=off -c listen_addresses=127.0.0.1' -l {folder}/log -w start");
            User = user;
            Works = true;
        }
        catch (InvalidOperationException error)
        {
            WhyNot = "PostgreSQL could not be started: " + error.Message;
        }
    }

    public bool Works { get; }

    public string WhyNot { get; } = "";

    public int Port { get; }

    public string User { get; } = "";

    /// <summary>The address of a new, empty database.</summary>
    public string NewDatabase()
    {
        string name = "t" + Interlocked.Increment(ref databases);
        using NpgsqlConnection connection = new($"Host=127.0.0.1;Port={Port};Username={User};Database=postgres;Pooling=false");
        connection.Open();
        using NpgsqlCommand command = new($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        return $"postgres://{User}@127.0.0.1:{Port}/{name}";
    }

    /// <summary>Ends the server as a crash would, and starts it again.</summary>
    public void Crash()
    {
        RunAsOwner($"{programs}/pg_ctl -D {folder}/data -m immediate -w stop");
        RunAsOwner($"{programs}/pg_ctl -D {folder}/data -o '-p {Port} -k {folder} -c fsync=off -c listen_addresses=127.0.0.1' -l {folder}/log -w start");
    }

    public void Dispose()
    {
        if (folder is null) return;
        try
        {
            if (Works) RunAsOwner($"{programs}/pg_ctl -D {folder}/data -m immediate stop");
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(error.Message);
        }
    }

    private static bool IsRoot => Environment.UserName == "root";

    internal static string? FindPrograms()
    {
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Where(p => p.Length > 0);
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            folders = Directory.GetDirectories("/usr/lib/postgresql").Select(d => d + "/bin").OrderDescending(StringComparer.Ordinal).Concat(folders);
        }
        return folders.FirstOrDefault(f => File.Exists(f + "/initdb") && File.Exists(f + "/pg_ctl") && File.Exists(f + "/postgres"));
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void RunAsOwner(string command)
    {
        if (IsRoot) Run("su", "postgres", "-s", "/bin/sh", "-c", command);
        else Run("/bin/sh", "-c", command);
    }

    private static void Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program) { RedirectStandardOutput = false, RedirectStandardError = false, WorkingDirectory = "/" };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        // The server inherits the streams: reading them to their end would wait for it.
        start.ArgumentList[^1] += program is "su" or "/bin/sh" ? " >/dev/null 2>&1" : "";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException(program);
        if (!process.WaitForExit(60_000)) throw new InvalidOperationException($"{program} did not end");
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}

[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresServer>
{
    public const string Name = "ledgers";
}
