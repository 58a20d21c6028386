using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Propositions;

/// <summary>A sentence with what stands on its tokens, and the propositions of its predicates, built when asked for.</summary>
internal sealed class SentenceView
{
    private readonly ActorReference?[] actors;
    private readonly Mention?[] mentions;
    private readonly Proposition?[] built;
    private readonly bool[] building;
    private readonly PropositionBuilder builder;
    private readonly Lexicon lexicon;
    private readonly string text;

    /// <summary>The view of one sentence of a document.</summary>
    public SentenceView(ResolvedDocument document, int index, Lexicon lexicon)
    {
        Index = index;
        this.lexicon = lexicon;
        text = document.Document.Text;
        Sentence = document.Sentences[index];
        int count = Sentence.Tokens.Count;
        actors = new ActorReference?[count];
        mentions = new Mention?[count];
        built = new Proposition?[count];
        building = new bool[count];
        References = [.. document.ActorsIn(index)];
        Mentions = document.Recognized.In(index);
        Times = [.. document.TimesIn(index)];
        // The longest reference wins a token: "the Kazakh ambassador" over "Kazakh".
        foreach (ActorReference reference in References.OrderBy(r => r.Tokens.Length))
            for (int t = reference.Tokens.Start; t < reference.Tokens.End && t < count; t++) actors[t] = reference;
        foreach (Mention mention in Mentions.OrderBy(m => m.Tokens.Length))
            for (int t = mention.Tokens.Start; t < mention.Tokens.End && t < count; t++) mentions[t] = mention;
        builder = new PropositionBuilder(this, lexicon);
    }

    /// <summary>Index of the sentence in its document.</summary>
    public int Index { get; }

    /// <summary>The parse.</summary>
    public Sentence Sentence { get; }

    /// <summary>The words that stand for actors, in order.</summary>
    public IReadOnlyList<ActorReference> References { get; }

    /// <summary>The mentions, in order.</summary>
    public IReadOnlyList<Mention> Mentions { get; }

    /// <summary>The times, in order.</summary>
    public IReadOnlyList<ResolvedTime> Times { get; }

    /// <summary>The token at an index.</summary>
    public Token this[int token] => Sentence.Tokens[token];

    /// <summary>The characters from the first to the last token of a range.</summary>
    public string TextOf(TokenRange range) => Sentence.SpanOf(range).In(text);

    /// <summary>Tokens in the sentence.</summary>
    public int Count => Sentence.Tokens.Count;

    /// <summary>The longest reference to an actor that covers a token, or null.</summary>
    public ActorReference? ActorAt(int token) => actors[token];

    /// <summary>The longest mention that covers a token, or null.</summary>
    public Mention? MentionAt(int token) => mentions[token];

    /// <summary>The proposition of a token, with all its arguments.</summary>
    public Proposition At(int token)
    {
        if (built[token] is { } known) return known;
        // A noun and the participle behind it ask for each other: whoever is asked while being built gives its own dependents only.
        if (building[token]) return builder.BuildAlone(token);
        building[token] = true;
        Proposition proposition = builder.Build(token);
        building[token] = false;
        return built[token] = proposition;
    }

    /// <summary>The tokens that may be predicates: verbs, nouns, adjectives; in order.</summary>
    public IEnumerable<int> Predicates() => Enumerable.Range(0, Count).Where(t => this[t].Upos is "VERB" or "NOUN" or "ADJ" or "PROPN");

    /// <summary>Whether the relation of a token to its head is this one, with or without subtype.</summary>
    public bool Is(int token, string deprel)
    {
        string own = this[token].Deprel;
        return own.StartsWith(deprel, StringComparison.Ordinal) && (own.Length == deprel.Length || own[deprel.Length] == ':');
    }

    /// <summary>The preposition of a phrase or the mark of a clause, in lower case, with its fixed parts: "because of"; empty if there is none.</summary>
    public string CaseOf(int token, string deprel = "case")
    {
        foreach (int child in Sentence.Children(token))
        {
            if (!Is(child, deprel)) continue;
            string word = this[child].Form.ToLowerInvariant();
            if (word is "'s" or "’s" or "'" or "’") continue;
            foreach (int part in Sentence.Children(child))
                if (Is(part, "fixed")) word += " " + this[part].Form.ToLowerInvariant();
            return word;
        }
        return "";
    }

    /// <summary>Lemma in lower case, with a verb's particle.</summary>
    public string LemmaOf(int token)
    {
        string lemma = BareLemmaOf(token);
        if (this[token].Upos != "VERB") return lemma;
        int particle = Sentence.Child(token, "compound:prt");
        // "Sell up to 200 megawatts": no particle.
        if (particle >= 0 && IsUpTo(particle)) particle = -1;
        if (particle < 0) particle = AdjacentParticle(token);
        return particle < 0 ? lemma : lemma + " " + this[particle].Form.ToLowerInvariant();
    }

    /// <summary>Lemma in lower case, without particle; of irregular verbs that the lemmatizer has not learnt, from the list.</summary>
    public string BareLemmaOf(int token)
    {
        Token word = this[token];
        if (word.Upos == "VERB" && lexicon.Irregular(word.Form.ToLowerInvariant()) is { } known) return known;
        return (word.Lemma is "_" or "" ? word.Form : word.Lemma).ToLowerInvariant();
    }

    /// <summary>"Up to 200 megawatts": "up" belongs to the number, whatever the parser hangs it on.</summary>
    public bool IsUpTo(int up) =>
        this[up].Form.Equals("up", StringComparison.OrdinalIgnoreCase) && up + 2 < Count && this[up + 1].Form.Equals("to", StringComparison.OrdinalIgnoreCase) && (this[up + 2].Upos is "NUM" or "SYM" || mentions[up + 2] is QuantityMention || this[up + 2].Form is "a" or "half");

    /// <summary>"turned off the tap": a particle that the parser took for the preposition of the object; -1 if there is none.</summary>
    public int AdjacentParticle(int verb)
    {
        int next = verb + 1;
        if (next >= Count || this[next].Form.ToLowerInvariant() is not ("off" or "out" or "up" or "down" or "away" or "in" or "over") || !Is(next, "case")) return -1;
        int noun = this[next].HeadIndex;
        if (this[next].Form.Equals("over", StringComparison.OrdinalIgnoreCase) && BareLemmaOf(verb) is not ("hand" or "turn" or "take" or "sign" or "make")) return -1;
        // "called in the ambassador" is a summons, "called in Geneva" is not; "took in refugees".
        if (this[next].Form.Equals("in", StringComparison.OrdinalIgnoreCase) && !(BareLemmaOf(verb) == "call" && (MentionAt(noun) is OfficeTitle or PersonName || Sentence.Children(noun).Any(c => Is(c, "flat") && MentionAt(c) is OfficeTitle) || ActorAt(noun) is { Basis: ReferenceBasis.Office or ReferenceBasis.Person }))
            && !(BareLemmaOf(verb) is "take" or "let" or "bring" or "fly" or "send" && BareLemmaOf(noun) is "refugee" or "migrant" or "evacuee" or "seeker" or "exile" or "family" or "patient" or "inspector" or "rescuer" or "medicine" or "food" or "aid" or "relief")) return -1;
        return noun > next && this[noun].HeadIndex == verb && Is(noun, "obl") ? next : -1;
    }

    /// <summary>Whether the lemma of a token is in a list of data/predicates/words.tsv.</summary>
    public bool IsIn(string list, int token) => token >= 0 && lexicon.Lists(list, LemmaOf(token));

    /// <summary>Whether a word is in a list of data/predicates/words.tsv.</summary>
    public bool IsIn(string list, string word) => lexicon.Lists(list, word);

    /// <summary>
    /// The predicate that a coordinated one goes with: its head, or, where a past tense hangs on an infinitive ("asked the envoy to leave and recalled its
    /// own"), the finite verb above.
    /// </summary>
    public int FirstConjunct(int token)
    {
        int first = this[token].HeadIndex;
        if (this[token].Xpos != "VBD") return first;
        for (int steps = 0; steps < 3 && first >= 0 && this[first].Xpos == "VB" && this[first].HeadIndex >= 0 && (Is(first, "xcomp") || Is(first, "advcl") || Is(first, "acl") || Is(first, "conj")); steps++)
        {
            int above = this[first].HeadIndex;
            if (this[above].Upos != "VERB") break;
            first = above;
        }
        return first;
    }

    /// <summary>The noun that the relative clause around a token belongs to, or -1.</summary>
    public int Antecedent(int token)
    {
        for (int at = token; at >= 0; at = this[at].HeadIndex)
        {
            if (this[at].Deprel == "acl:relcl") return this[at].HeadIndex;
        }
        return -1;
    }

    /// <summary>Whether a token is a relative pronoun or adverb of the relative clause that it stands in.</summary>
    public bool IsRelative(int token) =>
        this[token].HasFeat("PronType=Rel")
        || ((this[token].Upos is "PRON" or "ADV" || (this[token].Upos is "SCONJ" or "DET" && this[token].Relation is "obj" or "nsubj")) && this[token].Form.ToLowerInvariant() is "which" or "who" or "whom" or "whose" or "where" or "that" && Antecedent(token) >= 0);
}
