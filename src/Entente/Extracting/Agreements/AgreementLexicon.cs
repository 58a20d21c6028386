using Entente.Gazetteers;

namespace Entente.Extracting.Agreements;

/// <summary>What a predicate does to the instrument that is its argument.</summary>
internal enum InstrumentAct
{
    /// <summary>Signs, concludes or adopts it.</summary>
    Make,

    /// <summary>Fixes its text; the signature is to come.</summary>
    Initial,

    /// <summary>Talks about one that is not there yet.</summary>
    Draft,

    /// <summary>Speaks of one that is there.</summary>
    Exist,

    /// <summary>Gives up one that was there.</summary>
    Drop,
}

/// <summary>The words of agreements: data/agreements.tsv and the weak names of data/instruments.tsv.</summary>
internal sealed class AgreementLexicon
{
    private readonly Dictionary<string, InstrumentAct> acts = new(StringComparer.Ordinal);
    private readonly HashSet<string> weak = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the tables.</summary>
    public AgreementLexicon(DataFiles data)
    {
        foreach (DataRow row in data.Read("agreements"))
        {
            if (!Enum.TryParse(row.Required("act"), ignoreCase: true, out InstrumentAct act))
                throw new EntenteException($"{row.File}, line {row.Line}: '{row["act"]}' is no act. Use make, initial, draft, exist or drop.");
            acts[row.Required("lemma")] = act;
        }
        foreach (DataRow row in data.Read("instruments"))
        {
            if (row["weak"] != "yes") continue;
            weak.Add(row.Required("name"));
            weak.Add(row["plural"] ?? row.Required("name") + "s");
        }
    }

    /// <summary>What a predicate does to an instrument, or null where it says nothing of it.</summary>
    public InstrumentAct? ActOf(string lemma) => acts.TryGetValue(lemma, out InstrumentAct act) ? act : null;

    /// <summary>Whether a name is seldom an instrument by itself: "plan", "deal", "document".</summary>
    public bool IsWeak(string name) => weak.Contains(name);
}
