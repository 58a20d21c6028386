using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Gazetteers;

namespace Entente.Extracting.Transfers;

/// <summary>data/transfers.tsv.</summary>
internal sealed class TransferTable
{
    private readonly Dictionary<(string Lemma, char Pos), TransferFrame> frames = [];

    /// <summary>Reads the table.</summary>
    public TransferTable(DataFiles data)
    {
        foreach (DataRow row in data.Read("transfers"))
        {
            ClaimStatus? status = row["status"] is not { } text ? null
                : Enum.TryParse(text, ignoreCase: true, out ClaimStatus parsed) ? parsed
                : throw new EntenteException($"{row.File}, line {row.Line}: '{text}' is no status. Use one of {string.Join(", ", Enum.GetNames<ClaimStatus>()).ToLowerInvariant()}.");
            string[] takes = row.List("takes");
            TransferFrame frame = new(
                row.Required("lemma"), row.Required("pos")[0], takes.Contains("goods"), takes.Contains("money"),
                row.List("from"), row.List("to"), row.List("goods"), row["terms"], status);
            frames[(frame.Lemma, frame.Pos)] = frame;
        }
    }

    /// <summary>The frame of a predicate, or null.</summary>
    public TransferFrame? Of(Proposition proposition) =>
        frames.GetValueOrDefault((proposition.Lemma, proposition.Pos)) ?? Particle(proposition);

    private TransferFrame? Particle(Proposition proposition)
    {
        // An unknown particle leaves the verb: "shipped out".
        int space = proposition.Lemma.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && proposition.Pos == 'V' && proposition.Lemma[space..] is " out" or " in" or " over" or " on"
            ? frames.GetValueOrDefault((proposition.Lemma[..space], 'V'))
            : null;
    }
}
