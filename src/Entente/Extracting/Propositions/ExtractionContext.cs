using System.Runtime.CompilerServices;
using Entente.Claims;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Propositions;

/// <summary>What extractors ask about one document. Propositions are built once, when first asked for.</summary>
internal sealed class ExtractionContext
{
    private const int LongestEvidence = 60;
    private readonly OutlookReader outlooks;
    private readonly DenialFinder denials;
    private IReadOnlyList<ActorCode>? mainStates;
    private readonly Dictionary<(int Sentence, int Token), Outlook> readOutlooks = [];
    private readonly Dictionary<(int Sentence, int Token), IReadOnlyList<ActorReference>> references = [];
    private readonly Dictionary<(int Sentence, int Token, bool Done), ResolvedTime?> times = [];

    /// <summary>The context of a document.</summary>
    public ExtractionContext(ResolvedDocument document, Lexicon lexicon)
    {
        Document = document;
        Lexicon = lexicon;
        Sentences = [.. Enumerable.Range(0, document.Sentences.Count).Select(i => new SentenceView(document, i, lexicon))];
        outlooks = new OutlookReader(lexicon, ActorsOf, NameOf);
        denials = new DenialFinder(lexicon, ActorsOf, NameOf);
    }

    /// <summary>The document.</summary>
    public ResolvedDocument Document { get; }

    /// <summary>The closed words.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>The sentences, in order.</summary>
    public IReadOnlyList<SentenceView> Sentences { get; }

    /// <summary>The states of the report, the one that most sentences name first.</summary>
    public IReadOnlyList<ActorCode> MainStates => mainStates ??= [.. Sentences.SelectMany(s => s.References.Where(r => r.Basis is not ReferenceBasis.Group).SelectMany(r => r.Actors).Where(a => a.IsState).Distinct())
        .GroupBy(a => a).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.ToString(), StringComparer.Ordinal).Select(g => g.Key)];

    /// <summary>What was noted for <c>entente explain</c>; null where nobody asks.</summary>
    public List<ExtractionNote>? Notes { get; init; }

    /// <summary>What part of the report a sentence stands in.</summary>
    public BlockKind BlockOf(SentenceView view)
    {
        IReadOnlyList<Block> blocks = Document.Document.Blocks;
        return view.Sentence.Block < blocks.Count ? blocks[view.Sentence.Block].Kind : BlockKind.Paragraph;
    }

    /// <summary>The actors of the noun phrase headed by a token, each once, in the order of the text; none for -1.</summary>
    public IReadOnlyList<ActorCode> ActorsOf(SentenceView view, int token) => Codes(ReferencesOf(view, token));

    /// <summary>The words behind them.</summary>
    public IReadOnlyList<ActorReference> ReferencesOf(SentenceView view, int token)
    {
        if (token < 0) return [];
        if (!references.TryGetValue((view.Index, token), out IReadOnlyList<ActorReference>? found)) references[(view.Index, token)] = found = ActorFinder.Of(view, token);
        return found;
    }

    /// <summary>The actors of references, each once, in order.</summary>
    public static IReadOnlyList<ActorCode> Codes(IEnumerable<ActorReference> references) => [.. references.SelectMany(r => r.Actors).Distinct()];

    /// <summary>The words of references as a claim keeps them.</summary>
    public static IEnumerable<ActorMention> Mentions(IEnumerable<ActorReference> references) =>
        references.SelectMany(r => r.Actors.Select(a => new ActorMention(a, r.Name, r.Office, r.Role, r.Span)));

    /// <summary>How a proposition stands to the facts and who says so.</summary>
    public Outlook StandingOf(Proposition proposition)
    {
        (int, int) key = (proposition.View.Index, proposition.Head);
        if (!readOutlooks.TryGetValue(key, out Outlook? outlook)) readOutlooks[key] = outlook = WithDenial(proposition, outlooks.Read(proposition));
        return outlook;
    }

    /// <summary>"However, the minister denied this news" denies what the sentence before told.</summary>
    private Outlook WithDenial(Proposition proposition, Outlook outlook)
    {
        int next = proposition.View.Index + 1;
        if (outlook.Status is null or ClaimStatus.Denied || next >= Sentences.Count || Sentences[next].Sentence.Block - proposition.View.Sentence.Block > 1) return outlook;
        return denials.Of(Sentences[next]) is { } denier ? new Outlook(Standing.Denied, [denier, .. outlook.Attributions], outlook.Embedder) : outlook;
    }

    /// <summary>The name of a phrase: of the person or organ that it stands for, else its words.</summary>
    public string NameOf(SentenceView view, int head)
    {
        IReadOnlyList<ActorReference> own = ActorFinder.OfHeadAlone(view, head);
        if (own.Count > 0 && own[0].Name is { Length: > 0 } name && own[0].Tokens.Contains(head)) return name;
        if (view.MentionAt(head) is PersonName person) return person.Name;
        List<int> tokens = [.. view.Sentence.Subtree(head).Where(t => InPhrase(view, t, head))];
        return new TextSpan(view[tokens[0]].Span.Start, view[tokens[^1]].Span.End).In(Document.Document.Text).Replace('\n', ' ');
    }

    private static bool InPhrase(SentenceView view, int token, int head)
    {
        for (int at = token; at != head && at >= 0; at = view[at].HeadIndex)
        {
            if (view.Is(at, "acl") || view.Is(at, "appos") || view.Is(at, "punct") || view.Is(at, "parataxis") || view.Is(at, "case") || view.Is(at, "conj") || view.Is(at, "cc")) return false;
        }
        return true;
    }

    /// <summary>
    /// The time tied to a proposition: to the predicate or its light verb, else to the clause that it depends on. The time of a verb of
    /// saying is not the time of what is said. Null where none is told.
    /// </summary>
    /// <param name="proposition">The predicate.</param>
    /// <param name="done">Whether it has happened: then no time after the report's own day is its time.</param>
    public ResolvedTime? TimeOf(Proposition proposition, bool done = false)
    {
        (int, int, bool) key = (proposition.View.Index, proposition.Head, done);
        if (!times.TryGetValue(key, out ResolvedTime? time)) times[key] = time = TimeFinder.Of(proposition, done ? Document.Document.Published?.LastDay : null);
        return time;
    }

    /// <summary>Where it was, as written: a place in, at or near which the predicate or its clause is set; null where none is told.</summary>
    public string? PlaceOf(Proposition proposition)
    {
        SentenceView view = proposition.View;
        int at = proposition.Head;
        for (int steps = 0; at >= 0 && steps < 6; steps++)
        {
            if (PlaceAt(view, at) is { } place) return place;
            int governor = view[at].HeadIndex;
            if (governor < 0 || view[at].Deprel == "acl:relcl" || view.Is(at, "ccomp") || view.Is(at, "parataxis")) break;
            at = governor;
        }
        return null;
    }

    private string? PlaceAt(SentenceView view, int token)
    {
        foreach (int child in view.Sentence.Children(token))
        {
            if (!view.Is(child, "obl") && !view.Is(child, "nmod")) continue;
            if (view.CaseOf(child) is not ("in" or "at" or "near" or "outside" or "off" or "inside" or "over" or "on" or "around")) continue;
            if (PlaceNameAt(view, child) is { } place) return place;
            if (CapitalAt(view, child) is { } capital) return capital;
            // "at a meeting in Quito", "in the capital, Lomé"
            foreach (int below in view.Sentence.Children(child))
                if ((view.Is(below, "appos") || (view.Is(below, "nmod") && !view.Is(below, "nmod:poss"))) && view.CaseOf(below) is "" or "in" or "of" && (PlaceNameAt(view, below) ?? CapitalAt(view, below)) is { } nested) return nested;
        }
        // "the detention of natives of Chad in Oran": deeper in the predicate's own phrase.
        foreach (PlaceName place in view.Mentions.OfType<PlaceName>())
        {
            if (view.CaseOf(place.Head) is not ("in" or "at" or "near" or "off") || !view.Sentence.IsBelow(place.Head, token)) continue;
            bool own = true;
            for (int at = place.Head; own && at != token && at >= 0; at = view[at].HeadIndex) own = view[at].Upos is not "VERB" || at == place.Head;
            if (own) return place.Span.In(Document.Document.Text);
        }
        return null;
    }

    /// <summary>"in the Kyrgyz capital": its name, as the report writes it where it does so elsewhere; null where no state is said.</summary>
    public string? CapitalAt(SentenceView view, int token)
    {
        if (view.LemmaOf(token) != "capital") return null;
        ActorCode[] states = [.. ReferencesOf(view, token).SelectMany(r => r.Actors).Where(a => a.IsState)];
        if (states.Length != 1) return null;
        PlaceName? written = Document.Recognized.Mentions.OfType<PlaceName>().FirstOrDefault(p => p.Kind == "capital" && p.State == states[0]);
        return written?.Span.In(Document.Document.Text) ?? Lexicon.CapitalOf(states[0]);
    }

    /// <summary>The place that a token names, as written, or null.</summary>
    public string? PlaceNameAt(SentenceView view, int token)
    {
        // "talks over the Nile Dam" are held somewhere else.
        if (view.Mentions.FirstOrDefault(m => m is PlaceName && m.Tokens.Contains(token)) is PlaceName place && !(view.CaseOf(token) is "over" or "on" && place.Kind is not ("city" or "capital" or "region" or "island"))) return place.Span.In(Document.Document.Text);
        if (view.ActorAt(token) is { Basis: ReferenceBasis.Seat or ReferenceBasis.Name } actor && view[token].Upos == "PROPN") return actor.Span.In(Document.Document.Text);
        return null;
    }

    /// <summary>The clause around a proposition: predicate, light verb, arguments and what lies between.</summary>
    public Evidence EvidenceOf(Proposition proposition)
    {
        SentenceView view = proposition.View;
        int top = proposition.Carrier >= 0 ? proposition.Carrier : proposition.Head;
        // A noun speaks from within its clause.
        for (int steps = 0; steps < 6 && view[top].Upos is not ("VERB" or "AUX") && view[top].Head > 0 && !view.Is(top, "parataxis"); steps++) top = view[top].HeadIndex;
        if (view.Is(top, "xcomp") && view[top].Head > 0) top = view[top].HeadIndex;
        int from = proposition.Head, to = proposition.Head;
        void Cover(int token)
        {
            from = Math.Min(from, token);
            to = Math.Max(to, token);
        }
        foreach (int token in view.Sentence.Subtree(top))
            if (InClause(view, token, top)) Cover(token);
        foreach (Argument argument in proposition.Arguments) Cover(argument.Head);
        if (to - from > LongestEvidence)
        {
            from = Math.Max(from, proposition.Head - LongestEvidence / 2);
            to = Math.Min(to, proposition.Head + LongestEvidence / 2);
        }
        while (to > from && view[to].Upos == "PUNCT") to--;
        while (from < to && view[from].Upos == "PUNCT") from++;
        return Evidence.At(Document.Document, new TextSpan(view[from].Span.Start, view[to].Span.End));
    }

    private static bool InClause(SentenceView view, int token, int top)
    {
        for (int at = token; at != top && at >= 0; at = view[at].HeadIndex)
        {
            if (view.Is(at, "parataxis") || (view.Is(at, "conj") && view[at].Upos == "VERB" && view.Sentence.Child(at, "nsubj") >= 0)) return false;
        }
        return true;
    }

    /// <summary>Keeps a note for whoever asks why.</summary>
    public void Note(SentenceView view, int token, string what) => Notes?.Add(new ExtractionNote(view.Index, token, what));

    /// <summary>The same of a text that is only put together where somebody asks.</summary>
    public void Note(SentenceView view, int token, [InterpolatedStringHandlerArgument("")] ref NoteText what)
    {
        if (Notes is not null) Note(view, token, what.ToStringAndClear());
    }
}
