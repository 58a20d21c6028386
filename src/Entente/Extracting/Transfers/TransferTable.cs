using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Gazetteers;

namespace Entente.Extracting.Transfers;

/// <summary>data/transfers.tsv.</summary>
internal sealed class TransferTable
{
    private readonly Dictionary<(string Lemma, char Pos), TransferFrame> frames = [];
    private readonly HashSet<string> blockers = new(StringComparer.Ordinal);

    /// <summary>Reads the table.</summary>
    public TransferTable(DataFiles data)
    {
        foreach (DataRow row in data.Read("transfers"))
        {
            if (row.Required("pos") == "X")
            {
                blockers.Add(row.Required("lemma"));
                continue;
            }
            ClaimStatus? status = row["status"] is not { } text ? null
                : Enum.TryParse(text, ignoreCase: true, out ClaimStatus parsed) ? parsed
                : throw new EntenteException($"{row.File}, line {row.Line}: '{text}' is no status. Use one of {string.Join(", ", Enum.GetNames<ClaimStatus>()).ToLowerInvariant()}.");
            string[] takes = row.List("takes");
            TransferFrame frame = new(
                row.Required("lemma"), row.Required("pos")[0], takes.Contains("goods"), takes.Contains("money"), takes.Contains("things"),
                row.List("from"), row.List("to"), row.List("goods"), row["terms"], status);
            frames[(frame.Lemma, frame.Pos)] = frame;
        }
    }

    /// <summary>The frame of a predicate, or null.</summary>
    public TransferFrame? Of(Proposition proposition) => Of(proposition.Lemma + Adverb(proposition), proposition.Pos) ?? WithoutParticle(proposition);

    /// <summary>"Is set aside": an adverb that makes another verb.</summary>
    private static string Adverb(Proposition proposition) =>
        proposition.Lemma is "set" or "put" && proposition.Head + 1 is var next && ((next < proposition.View.Count && proposition.View[next].Form.Equals("aside", StringComparison.OrdinalIgnoreCase)) || proposition.View.Sentence.ChildrenBy(proposition.Head, "advmod").Any(c => proposition.View[c].Form.Equals("aside", StringComparison.OrdinalIgnoreCase))) ? " aside" : "";

    /// <summary>Whether a noun speaks of a flow that another word takes back: "a ban on imports", "limits on supplies", "import duties".</summary>
    public bool IsBlocked(SentenceView view, int noun)
    {
        int governor = view[noun].HeadIndex;
        if (governor < 0) return false;
        if (view[noun].Relation is "compound" or "amod") return true;
        return view[noun].Relation is "nmod" or "obl" or "obj" or "nsubj" && blockers.Contains(view.LemmaOf(governor));
    }

    private TransferFrame? Of(string lemma, char pos) => frames.GetValueOrDefault((lemma, pos));

    private TransferFrame? WithoutParticle(Proposition proposition)
    {
        // An unknown particle leaves the verb: "shipped out".
        int space = proposition.Lemma.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && proposition.Pos == 'V' && proposition.Lemma[space..] is " out" or " in" or " over" or " on"
            ? Of(proposition.Lemma[..space], 'V')
            : null;
    }
}
