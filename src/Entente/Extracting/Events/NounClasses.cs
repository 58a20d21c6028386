using Entente.Extracting.Propositions;
using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Resolving;

namespace Entente.Extracting.Events;

/// <summary>The classes of data/predicates/classes.tsv that frames ask arguments to be of.</summary>
internal sealed class NounClasses
{
    private readonly Dictionary<string, HashSet<string>> words = new(StringComparer.Ordinal);

    /// <summary>Reads the table; rows of the same class add up.</summary>
    public NounClasses(DataFiles data)
    {
        List<(string Name, string Other)> included = [];
        foreach (DataRow row in data.Read("predicates/classes"))
        {
            string name = row.Required("class");
            if (!words.TryGetValue(name, out HashSet<string>? set)) words[name] = set = new HashSet<string>(StringComparer.Ordinal);
            foreach (string word in row.List("words"))
            {
                // "=person": all words of that class too.
                if (word.StartsWith('=')) included.Add((name, word[1..]));
                else set.Add(word);
            }
        }
        foreach ((string name, string other) in included) words[name].UnionWith(words[other]);
    }

    /// <summary>Whether there is such a class; "actor", "land", "organization" and "any" are always there.</summary>
    public bool Has(string name) => name is "actor" or "land" or "organization" or "any" || words.ContainsKey(name);

    /// <summary>Whether the phrase headed by a token is of a class: by its lemma, alone or with the word before it, or a word that it is coordinated with.</summary>
    public bool Holds(string name, SentenceView view, int token)
    {
        if (name == "any") return true;
        if (name == "actor") return ActorFinder.Of(view, token).Count > 0;
        if (name == "land") return ActorFinder.Of(view, token).Count > 0 || view.Mentions.Any(m => m is PlaceName { State: not null } && m.Tokens.Contains(token));
        if (name == "organization") return ActorFinder.OfHeadAlone(view, token).Any(r => r.Actors.Any(a => a.IsOrganization) && r.Tokens.Contains(token));
        HashSet<string> set = words[name];
        if (Matches(set, view, token) || OfficeMatches(set, view, token)) return true;
        foreach (int child in view.Sentence.Children(token))
        {
            // "the 500-kilovolt line Datka – Sughd", "the tanker Grace 1": the noun before a name says what it is.
            if (view[token].Upos == "PROPN" && child < token && view[child].Upos == "NOUN" && (view.Is(child, "compound") || view[child].Deprel == "nmod:desc") && Matches(set, view, child)) return true;
            if (view.Is(child, "conj") && view[child].Upos is "NOUN" or "PROPN" && Matches(set, view, child)) return true;
            // "a series of strikes", "tonnes of wheat", "two of its ships": the measured noun counts.
            if (view.Is(child, "nmod") && view.CaseOf(child) == "of" && view[token].Upos is "NOUN" or "NUM" or "PRON" or "SYM" or "DET" or "ADJ" && IsMeasure(view, token) && Matches(set, view, child)) return true;
        }
        return false;
    }

    /// <summary>Whether some word of the phrase or clause below a token is in a class.</summary>
    public bool HoldsBelow(string name, SentenceView view, int token) => view.Sentence.Subtree(token).Any(t => Matches(words[name], view, t));

    /// <summary>"Ambassador Silva": the office of a person counts, wherever the parser puts the head.</summary>
    private static bool OfficeMatches(HashSet<string> set, SentenceView view, int token)
    {
        if (view.ActorAt(token) is { Office: { } office } && office.Split(' ').Any(set.Contains)) return true;
        foreach (int child in view.Sentence.Children(token))
            if ((view.Is(child, "flat") || view[child].Deprel == "nmod:desc") && set.Contains(view.LemmaOf(child))) return true;
        return false;
    }

    private static bool IsMeasure(SentenceView view, int token) =>
        view[token].Upos is "NUM" or "PRON" or "DET" or "SYM" || view[token].HasFeat("NumType=Ord") || view.LemmaOf(token) is "first" or "second" or "third" or "last" or "rest" or "half" or "remainder" or "pair" or "handful" or "couple" or "trio" or "tranche" or "supply" or "delivery" or "quantity" or "volume" or "stock" or "fleet" or "load" or "share" or "series" or "number" or "ton" or "tonne" or "barrel" or "litre" or "liter" or "kilogram" or "meter" or "metre" or "package" or "wave" or "set" or "round" or "batch" or "group" or "dozen" or "hundred" or "thousand" or "million" or "billion" or "kind" or "type" or "lot" or "part" or "piece" or "most" or "list" or "worth" or "member" or "flow" or "use" or "movement" or "barrage" or "string" or "consignment" or "shipment" or "amount" or "range" or "truckload" or "trainload" or "form" or "wagon" or "kg" or "t";

    private static bool Matches(HashSet<string> set, SentenceView view, int token)
    {
        string lemma = view.LemmaOf(token);
        if (set.Contains(lemma) || set.Contains(view[token].Form.ToLowerInvariant())) return true;
        if (token > 0 && set.Contains(view.LemmaOf(token - 1) + " " + lemma)) return true;
        return (set.Contains("@person") && (IsPerson(view, token) || IsPeople(view, token))) || (set.Contains("@people") && IsPeople(view, token)) || (set.Contains("@money") && view.MentionAt(token) is Money) || (set.Contains("@actor") && view.ActorAt(token) is not null);
    }

    /// <summary>"500,000 Afghans", "two Chinese": the people of a state.</summary>
    public static bool IsPeople(SentenceView view, int token) =>
        view.ActorAt(token) is { Basis: ReferenceBasis.Adjective } && view[token].Upos is "PROPN" or "NOUN" && (view[token].Form.EndsWith('s') || view.Sentence.Child(token, "nummod") >= 0);

    /// <summary>Whether a token names a person or an office.</summary>
    public static bool IsPerson(SentenceView view, int token) =>
        view.MentionAt(token) is PersonName or OfficeTitle
        || view.ActorAt(token) is { Basis: ReferenceBasis.Person or ReferenceBasis.Office }
        || (view[token].Upos == "PRON" && view[token].Lemma is "he" or "she");
}
