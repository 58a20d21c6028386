using System.Data.Common;
using System.Security.Cryptography;
using Entente.Claims;
using Entente.Storage;

namespace Entente.Web.Hosting;

/// <summary>
/// Tells when the ledger changed, whoever changed it: what was made for one version is good until the next. When it changed, claims that another
/// process added and did not compare are compared, beside the requests and not in them.
/// </summary>
internal sealed class LedgerWatch(WebOptions options) : IDisposable
{
    // Two runs of the server never call two contents alike.
    private readonly string run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private readonly Lock gate = new();
    private ILedger? reader;
    private string? mark;
    private long number;
    private Task comparing = Task.CompletedTask;

    /// <summary>The version; letters, digits and dashes.</summary>
    /// <exception cref="EntenteException">The ledger cannot be read.</exception>
    public string Version
    {
        get
        {
            lock (gate)
            {
                try
                {
                    reader ??= Ledger.OpenForReading(options.Ledger);
                    string now = reader.Version;
                    if (now == mark) return Name();
                    mark = now;
                    number++;
                    if (comparing.IsCompleted) comparing = Task.Run(Compare);
                    return Name();
                }
                catch (Exception error) when (error is DbException or InvalidOperationException)
                {
                    // A server of PostgreSQL that went away: the next request tries again.
                    reader?.Dispose();
                    reader = null;
                    mark = null;
                    throw new EntenteException(error.Message, error);
                }
            }
        }
    }

    /// <summary>Closes it, when what is being compared is done.</summary>
    public void Dispose()
    {
        comparing.Wait();
        lock (gate)
        {
            reader?.Dispose();
            reader = null;
        }
    }

    private string Name() => $"{run}-{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private void Compare()
    {
        try
        {
            using ILedger ledger = Ledger.Open(options.Ledger, options.Clock, mustExist: true);
            ledger.Reconcile();
        }
        catch (Exception error) when (error is EntenteException or DbException)
        {
            // A ledger that may only be read is shown as it is.
            options.Complain(error.Message);
        }
    }
}
