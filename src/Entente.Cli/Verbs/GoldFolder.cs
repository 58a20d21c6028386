using Entente.Asking.Exports;
using Entente.Claims;

namespace Entente.Cli.Verbs;

/// <summary>Reports that a person corrected, as gold for <c>entente score</c>: NAME.txt and NAME.json in a folder.</summary>
internal static class GoldFolder
{
    /// <summary>Writes them; returns how many.</summary>
    public static int Write(string folder, ILedger ledger)
    {
        Directory.CreateDirectory(folder);
        int count = 0;
        foreach ((string report, string text, string json) in Gold.Of(ledger))
        {
            File.WriteAllText(Path.Combine(folder, report + ".txt"), text);
            File.WriteAllText(Path.Combine(folder, report + ".json"), json);
            count++;
        }
        return count;
    }
}
