using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;

namespace Entente.Extracting.Events;

/// <summary>Who acts and whom it concerns.</summary>
/// <param name="Source">Who acts.</param>
/// <param name="Target">Whom it concerns.</param>
/// <param name="References">The words behind both.</param>
/// <param name="Guessed">How many of the two sides were filled from the clause or the report's focus: 0, 1 or 2.</param>
internal sealed record EventSides(IReadOnlyList<ActorCode> Source, IReadOnlyList<ActorCode> Target, IReadOnlyList<ActorReference> References, int Guessed)
{
    /// <summary>Both sides, each actor once.</summary>
    public IEnumerable<ActorCode> All => Source.Concat(Target).Distinct();
}

/// <summary>Fills the sides of an event from the frame's paths, then from the clause, then from the report's focus.</summary>
internal static class SideFinder
{
    private const int FarthestSubject = 6;
    private const int Remembered = 6;
    private const int AidSentences = 8;
    // What a noun of an occasion may hang on, and the prepositions that tie it to the clause of who was there.
    private static readonly string[] Spans = ["day", "hour", "week", "round", "series", "month", "session", "course", "end", "start", "beginning", "close", "conclusion", "sideline", "sidelines", "margin", "margins", "frame", "framework", "part", "outset", "occasion", "opening", "invitation", "result"];
    private static readonly string[] Occasions = ["during", "on", "in", "at", "after", "before", "as", "within", "following", "throughout", "upon", "by", "via", "ahead of", "prior to", "amid", "for", "over", "despite", "in spite of", "against", "notwithstanding"];
    private static readonly string[] Reciprocals = ["other", "another", "neighbour", "neighbor", "counterpart"];

    /// <summary>The sides, or null where they cannot be told.</summary>
    /// <param name="context">The document.</param>
    /// <param name="frame">The frame that fits.</param>
    /// <param name="proposition">What it fits.</param>
    /// <param name="outlook">How that stands.</param>
    /// <param name="before">The events told before.</param>
    public static EventSides? Find(ExtractionContext context, EventFrame frame, Proposition proposition, Outlook outlook, IReadOnlyList<ToldEvent> before)
    {
        SentenceView view = proposition.View;
        List<ActorReference> references = [];
        IReadOnlyList<ActorCode> focus = context.Document.FocusAt(view.Index);
        if (frame.IsMutual || frame.IsBothWays) return Mutual(context, frame, proposition, outlook, focus, references);
        IReadOnlyList<ActorCode> source = First(context, frame.Source, proposition, outlook, references, [], places: frame.Type == EventType.Protest);
        int guessed = 0;
        // "was expelled from Oslo": who expels is where from.
        if (source.Count == 0 && proposition.IsPassive && frame.Mode == "expel" && proposition.Subject < 0) source = First(context, ["from"], proposition, outlook, references, [], places: true);
        IReadOnlyList<ActorCode> target = First(context, frame.Target, proposition, outlook, references, source, places: true);
        if (target.Count == 0 && source.Count > 1 && First(context, frame.Target, proposition, outlook, [], [], places: true) is { Count: > 0 } part && part.All(source.Contains) && part.Count < source.Count)
        {
            // "one of them rammed a Chinese ship": who is acted on is not who acts.
            target = part;
            source = [.. source.Where(s => !part.Contains(s))];
        }

        if (target.Count == 0 && source.Count > 0 && frame.Type == EventType.Threaten) target = First(context, ["if.subj"], proposition, outlook, references, source);

        // "complained to the UN about Israel": the other one of the story, if no words tell.
        if (frame.Type == EventType.Accuse && target.Count > 0 && source.Count > 0 && (target.All(NearbySides.IsForum) || (target.All(t => t.IsOrganization) && proposition.Oblique("to") is >= 0 and int told && context.ActorsOf(view, told).Any(target.Contains))))
        {
            List<ActorCode> known = [.. source, .. target];
            if (NearbySides.Within(frame, proposition, known) is { } blamedState) target = blamedState.Actors;
            else if (Other(focus, source) is { Count: > 0 } other) target = other;
        }
        if (target.Count == 0 && source.Count > 0 && frame.Type is EventType.Assault && proposition.Object >= 0 && view[proposition.Object].Upos is "NOUN" or "NUM" && !NounClasses.IsPerson(view, proposition.Object) && Places(context, proposition) is { Count: > 0 } there)
        {
            // "hit a depot outside Damascus"
            target = [.. ExtractionContext.Codes(there).Where(c => !source.Contains(c))];
            references.AddRange(there.Where(r => !references.Contains(r)));
        }
        if (target.Count == 0 && frame.Type is EventType.Protest or EventType.Accuse && NearbySides.Opposed(context, proposition) is { } opposed && !source.Contains(opposed)) target = [opposed];
        if (target.Count == 0 && source.Count > 0 && frame.Type > EventType.Retreat && NearbySides.Within(frame, proposition, source) is { } deeper)
        {
            target = deeper.Actors;
            references.Add(deeper);
        }
        if ((source.Count == 0 || target.Count == 0) && NearbySides.UnderBlame(frame, proposition, source, target, before) is { } blamed)
        {
            (source, target) = (blamed.Source, blamed.Target);
            guessed++;
        }
        if (source.Count == 0 && target.Count == 0 && frame.Type == EventType.Retreat && Lifted(proposition, before) is { } lifted) return new EventSides(lifted.Claim.Source, lifted.Claim.Target, lifted.Sides.References, 1);
        if (source.Count == 0 && target.Count == 0 && focus.Count >= 2 && IsEach(view, proposition) && IsReciprocal(view, proposition)) return new EventSides([.. focus.Take(2)], [.. focus.Take(2)], references, 1);
        if (source.Count > 1 && target.Count == 0 && IsReciprocal(view, proposition)) return new EventSides(source, source, references, 0);
        bool cooperative = frame.Type <= EventType.Retreat;
        if (target.Count == 0 && source.Count > 1 && cooperative && frame.Type is not (EventType.Concede or EventType.Aid or EventType.Support) && !frame.Has("target") && !frame.Has("thirdparty"))
        {
            // "The two presidents reopened the crossing": what is done together is done with each other.
            return new EventSides([source[0]], [.. source.Skip(1)], references, 0);
        }
        if (target.Count == 0 && !cooperative && !frame.Has("other") && (!frame.Has("target") || frame.Type is EventType.Mobilize or EventType.Assault) && source.Count > 0 && outlook.Speaker is { Actors.Count: 1 } teller && !source.Contains(teller.Actors[0]) && teller.Actors[0].IsState)
        {
            // "Manila said that ten vessels had intruded": who complains is the one concerned.
            target = teller.Actors;
            guessed++;
        }
        if (target.Count == 0 && source.Count > 0 && !frame.Has("target") && frame.Type is EventType.Accuse or EventType.Reject or EventType.Request or EventType.Threaten or EventType.Support && Behind(proposition, source, before) is { Count: > 0 } behind)
        {
            target = behind;
            guessed++;
        }
        if (target.Count == 0 && (frame.Type == EventType.Request || frame.Has("thirdparty")) && source.Count >= 1 && focus.Count == 2 && !focus.Any(source.Contains) && proposition.Pos == 'V')
        {
            // A third party that calls for talks calls on both.
            target = focus;
            guessed++;
        }
        if (target.Count == 0 && source.Count > 0 && !frame.Has("other") && frame.Target.Any(t => t.StartsWith("comp", StringComparison.Ordinal)) && InComplement(proposition, source) is { } named)
        {
            target = named.Actors;
            references.Add(named);
            guessed++;
        }
        if (target.Count == 0 && !frame.Has("target") && !frame.Has("other"))
        {
            target = frame.Has("to:court") ? [] : InClause(context, proposition, source, references);
            // Nobody is helped, or held at home, because he is the other one of the story; who urges his own government urges nobody else.
            bool own = frame.Type is EventType.Request && First(context, [.. frame.Target.Where(p => p is "obj" or "iobj")], proposition, outlook, [], []) is { Count: > 0 } urged && urged.All(source.Contains);
            if (target.Count == 0 && !own && !IsOwnMatter(frame, proposition)) target = Other(focus, source);
            if (frame.Type == EventType.Accuse && target.Count > 0 && NearbySides.IsVictim(frame, proposition, target)) target = [];
            guessed++;
        }
        if (source.Count == 0 && proposition.Pos == 'V' && !proposition.IsPassive && proposition.Subject < 0 && !frame.Has("other"))
        {
            source = Before(proposition, target, references);
            if (source.Count > 0) guessed++;
        }
        if (source.Count == 0 && frame.Has("named")) return null;
        if (source.Count == 0 && !frame.Has("other"))
        {
            // Words need somebody who says them; of deeds in the passive the report's other side is the doer.
            bool words = frame.Type is EventType.Request or EventType.Threaten or EventType.Reject or EventType.Agree || (frame.Type == EventType.Accuse && frame.Cameo != "111");
            if (words && proposition.Subject < 0) return null;
            // Who shot somebody is not guessed, unless the side that was shot at tells it.
            if (frame.Type == EventType.Assault && proposition.Subject < 0 && proposition.Pos == 'V' && !(outlook.Speaker is { } victim && victim.Actors.Any(target.Contains))) return null;
            if (frame.Source.Contains("place") || proposition.IsPassive || proposition.Pos == 'N') source = Other(focus, target);
            else if (outlook.Speaker is { } speaker && frame.Source.Contains("speaker")) source = speaker.Actors;
            else source = Other(focus, target);
            guessed++;
        }
        if (source.Count == 0 && target.Count == 0 && frame.Type == EventType.Protest && view.References.SelectMany(r => r.Actors).Distinct().Take(2).ToList() is [{ IsState: true } only])
        {
            // Strikers and crowds without a state are of the state that the sentence is about.
            source = [only];
            guessed = 1;
        }
        // "China has offered assistance as well": who was helped before.
        if (frame.Type == EventType.Aid && target.Count == 0 && source.Count > 0 && !frame.Has("both") && before.LastOrDefault(b => b.Claim.Type == EventType.Aid && view.Index - b.Proposition.View.Index <= AidSentences) is { } helped && !helped.Claim.Target.Any(source.Contains))
        {
            target = helped.Claim.Target;
            guessed++;
        }
        source = [.. source.Where(s => !target.Contains(s) || source.Count == 1)];
        target = [.. target.Where(t => !source.Contains(t))];
        if (frame.Has("both") && (source.Count == 0 || target.Count == 0 || guessed > 0)) return null;
        return new EventSides(source, target, references, guessed);
    }

    /// <summary>The sides with the missing one taken from the pair that the report is about there; null where the known one is none of the pair.</summary>
    public static EventSides? FromStory(ExtractionContext context, SentenceView view, EventSides found)
    {
        IReadOnlyList<ActorCode> known = found.Source.Count > 0 ? found.Source : found.Target;
        IReadOnlyList<ActorCode> focus = context.Document.FocusAt(view.Index);
        if (Other(focus, known).Count == 0) focus = context.MainStates;
        IReadOnlyList<ActorCode> other = Other(focus, known);
        // "The four severed ties": with the state that the report is about.
        if (known.Count > 2 && context.MainStates.FirstOrDefault(s => !known.Contains(s)) is { IsState: true } odd) return found.Source.Count > 0 ? found with { Target = [odd], Guessed = found.Guessed + 1 } : null;
        if (other.Count == 0 || view.References.Any(r => r.Actors.Any(a => a.IsState && !focus.Take(2).Contains(a)))) return null;
        return found.Source.Count > 0 ? found with { Target = other, Guessed = found.Guessed + 1 } : found with { Source = other, Guessed = found.Guessed + 1 };
    }

    private static bool IsOwnMatter(EventFrame frame, Proposition proposition) =>
        (frame.Type == EventType.Aid && proposition.View.Is(proposition.Head, "xcomp")) || (frame.Type == EventType.Coerce && frame.IsDomestic && proposition.Object < 0);

    private static EventSides? Mutual(ExtractionContext context, EventFrame frame, Proposition proposition, Outlook outlook, IReadOnlyList<ActorCode> focus, List<ActorReference> references)
    {
        List<ActorCode> all = [];
        List<ActorReference> sides = [], pairs = [];
        foreach (string path in frame.Source.Concat(frame.Target))
        {
            // "announced in a call with his colleague": who announced was in the call, if nobody else was.
            if (path == "above") continue;
            foreach (ActorReference reference in References(context, path, proposition, outlook)) (reference.Basis == ReferenceBasis.Group ? pairs : sides).Add(reference);
        }
        // "bilateral talks with Fiji's minister", "the two leaders signed the Oman-Iran plan": those named, not the pair that the report is about.
        IReadOnlyList<ActorCode> named = ExtractionContext.Codes(sides);
        foreach (ActorReference reference in sides.Concat(pairs.Where(p => named.Count < 2 || !(IsAdjective(proposition.View, p) || p.Actors.Any(named.Contains)))))
        {
            if (!references.Contains(reference)) references.Add(reference);
            all.AddRange(reference.Actors.Where(a => !all.Contains(a)));
        }
        if (all.Count == 1 && frame.Source.Contains("above"))
        {
            IReadOnlyList<ActorReference> above = Above(context, proposition);
            references.AddRange(above.Where(r => !references.Contains(r)));
            all.InsertRange(0, ExtractionContext.Codes(above).Where(c => !all.Contains(c)));
        }
        int guessed = 0;
        if (all.Count == 1)
        {
            if (frame.Has("both")) return null;
            IReadOnlyList<ActorCode> other = InClause(context, proposition, all, references);
            if (other.Count == 0) other = Other(focus, all);
            all.AddRange(other);
            guessed = 1;
        }
        else if (all.Count == 0)
        {
            if (frame.Has("both") || focus.Count < 2) return null;
            all.AddRange(focus.Take(2));
            guessed = 2;
        }
        return new EventSides(all.Count > 0 ? [all[0]] : [], [.. all.Skip(1)], references, guessed);
    }

    // "bilateral", "mutual".
    private static bool IsAdjective(SentenceView view, ActorReference reference) => view[reference.Tokens.Start].Upos == "ADJ" && reference.Tokens.Length == 1;

    private static List<ActorCode> First(ExtractionContext context, string[] paths, Proposition proposition, Outlook outlook, List<ActorReference> references, IReadOnlyList<ActorCode> except, bool places = false)
    {
        foreach (string path in paths)
        {
            IReadOnlyList<ActorReference> found = References(context, path, proposition, outlook, places);
            if (path == "subj" && SubjectSides.PatronOfRebels(context, proposition, found) is { Count: > 0 } patron) found = patron;
            if (path == "subj" && found.Count == 0) found = SubjectSides.Behind(context, proposition);
            if (path == "subj" && found.Count == 0) found = SubjectSides.Patron(context, proposition);
            if (path == "subj" && found.Count == 0) found = SubjectSides.Seat(context, proposition);
            List<ActorCode> codes = [.. ExtractionContext.Codes(found).Where(c => !except.Contains(c))];
            if (path == "speaker" && found.Count == 0 && outlook.Speaker is { } speaker) codes = [.. speaker.Actors.Where(c => !except.Contains(c))];
            if (codes.Count == 0) continue;
            references.AddRange(found.Where(r => !references.Contains(r)));
            return codes;
        }
        return [];
    }

    private static IReadOnlyList<ActorReference> References(ExtractionContext context, string path, Proposition proposition, Outlook outlook, bool places = false)
    {
        if (path is "speaker" or "speakerother") return outlook.Speaker is { } speaker && path == "speaker" ? context.ReferencesOf(proposition.View, speaker.Head) : [];
        if (path == "place") return Places(context, proposition);
        // "is in Quito on a visit": the place that the noun's clause tells.
        if (path == "here") return Here(proposition);
        if (path == "above") return Above(context, proposition);
        if (path is "and" or "brought") return [];
        IReadOnlyList<ActorReference> found = ArgumentPaths.References(context, proposition, path);
        return found.Count == 0 && places ? Visited(context, proposition, path) : found;
    }

    private static List<ActorReference> Here(Proposition proposition)
    {
        SentenceView view = proposition.View;
        int head = view[proposition.Head].HeadIndex;
        return head >= 0 && view.Sentence.Child(head, "cop") >= 0 && StateOf(view, head) is { } place ? [place] : [];
    }

    /// <summary>"During a visit to Quito the minister met": who does what the clause tells is the visitor.</summary>
    public static IReadOnlyList<ActorReference> Above(ExtractionContext context, Proposition proposition)
    {
        SentenceView view = proposition.View;
        int at = proposition.Head;
        // "after two days of talks the ministers agreed", "in the course of a visit", "at the end of the talks"
        for (int steps = 0; steps < 2 && view.Is(at, "nmod") && view.CaseOf(at) is "of" or "for" && Spans.Contains(view.LemmaOf(view[at].HeadIndex)); steps++) at = view[at].HeadIndex;
        int head = view[at].HeadIndex;
        // "The minister is in Quito on a visit"
        if (head >= 0 && view.Sentence.Child(head, "cop") >= 0 && view.Sentence.Child(head, "nsubj") is >= 0 and int present && view.CaseOf(at) is "on" or "for" && view.CaseOf(head) is "in" or "at") return context.ReferencesOf(view, present);
        if (head < 0 || view[head].Upos != "VERB" || !Occasions.Contains(view.CaseOf(at))) return [];
        return [.. view.At(head).All(ArgumentRole.Subject).SelectMany(a => context.ReferencesOf(view, a.Head)).Distinct()];
    }

    /// <summary>A city that is visited stands for its state.</summary>
    private static List<ActorReference> Visited(ExtractionContext context, Proposition proposition, string path)
    {
        SentenceView view = proposition.View;
        List<ActorReference> found = [];
        foreach (int head in ArgumentPaths.Heads(proposition, path))
            foreach (int each in view.Sentence.Children(head).Where(c => view.Is(c, "conj")).Prepend(head))
                if ((StateOf(view, each) ?? StateBeside(view, each)) is { } place) found.Add(place.Name == "Brussels" && IsAboutUnion(context) ? place with { Actors = [Union] } : place);
        return found;
    }

    /// <summary>"Sanaa airport", "villages near Bunia".</summary>
    private static ActorReference? StateBeside(SentenceView view, int head)
    {
        if (view[head].Upos is not ("NOUN" or "PROPN")) return null;
        foreach (int child in view.Sentence.Children(head))
            if ((view.Is(child, "compound") || (view.Is(child, "nmod") && view.CaseOf(child) is "in" or "near" or "of" or "at" or "around")) && StateOf(view, child) is { } place) return place;
        return null;
    }

    private static readonly ActorCode Union = new("IGO:EU");

    /// <summary>Whether Brussels is more likely the Union's seat: the report names the Union and not Belgium.</summary>
    private static bool IsAboutUnion(ExtractionContext context)
    {
        bool union = false;
        foreach (ActorCode actor in context.Document.Actors.SelectMany(a => a.Actors))
        {
            if (actor == Union) union = true;
            else if (actor.ToString() == "BEL") return false;
        }
        return union;
    }

    /// <summary>The state of the place that a token names, or null.</summary>
    public static ActorReference? StateOf(SentenceView view, int head) =>
        view.Mentions.OfType<PlaceName>().FirstOrDefault(m => m.Tokens.Contains(head)) is { State: { } state } place
            ? new ActorReference { Sentence = view.Index, Tokens = place.Tokens, Head = place.Head, Span = place.Span, Actors = [state], Basis = ReferenceBasis.Seat, Name = place.Name }
            : null;

    /// <summary>The states that the predicate is set in: "in Tehran", "throughout Peru".</summary>
    public static List<ActorReference> Places(ExtractionContext context, Proposition proposition)
    {
        List<ActorReference> found = [];
        foreach (Argument argument in proposition.Arguments)
        {
            IEnumerable<int> heads = argument.Role switch
            {
                ArgumentRole.Oblique when IsWhere(argument.Preposition) || (argument.Preposition is "to" or "on" or "towards" && IsMission(proposition.View.LemmaOf(argument.Head))) => [argument.Head],
                ArgumentRole.Subject or ArgumentRole.Object => proposition.View.References.Select(r => r.Head).Concat(proposition.View.Mentions.OfType<PlaceName>().Select(m => m.Head))
                    .Where(h => proposition.View.Sentence.IsBelow(h, argument.Head) && IsWhere(proposition.View.CaseOf(h))).Distinct(),
                _ => [],
            };
            foreach (int head in heads)
            {
                // "called in the Kyrgyz chargé": no place, whatever the parser took the particle for.
                if (argument.Role == ArgumentRole.Object && head == argument.Head) continue;
                // "outside the Chinese embassy in London" is in London.
                IReadOnlyList<ActorReference> named = IsMission(proposition.View.LemmaOf(head)) ? InsideOf(context, proposition.View, head) : context.ReferencesOf(proposition.View, head);
                if (named.Count == 0 && StateOf(proposition.View, head) is { } place) named = [place];
                found.AddRange(named.Where(r => r.Actors.All(a => a.IsState) && !found.Contains(r)));
            }
        }
        return found;
    }

    private static bool IsMission(string noun) => noun is "embassy" or "consulate" or "mission" or "consulate general" or "residence";

    private static IReadOnlyList<ActorReference> InsideOf(ExtractionContext context, SentenceView view, int mission)
    {
        foreach (int child in view.Sentence.Children(mission))
        {
            if (!view.Is(child, "nmod") || view.CaseOf(child) != "in") continue;
            return StateOf(view, child) is { } place ? [place] : context.ReferencesOf(view, child);
        }
        return [];
    }

    /// <summary>"condemned the raid": who was last told to have done such a thing.</summary>
    private static IReadOnlyList<ActorCode> Behind(Proposition proposition, IReadOnlyList<ActorCode> except, IReadOnlyList<ToldEvent> before)
    {
        SentenceView view = proposition.View;
        int thing = proposition.Object;
        if (thing < 0 || view[thing].Upos is not ("NOUN" or "PRON") || NounClasses.IsPerson(view, thing)) return [];
        for (int i = before.Count - 1; i >= 0 && i >= before.Count - Remembered; i--)
        {
            Event told = before[i].Claim;
            if (IsOfKind(view.LemmaOf(thing), told.Type) && !told.Source.Any(except.Contains)) return told.Source;
        }
        return [];
    }

    /// <summary>"after the ban was lifted in 2013": the sanction told before, between the same sides.</summary>
    private static ToldEvent? Lifted(Proposition proposition, IReadOnlyList<ToldEvent> before)
    {
        SentenceView view = proposition.View;
        int thing = proposition.Pos == 'N' ? proposition.Oblique("of") : proposition.Object;
        if (thing < 0 || !view.Sentence.Children(thing).Any(c => view.Is(c, "det") && view[c].Form.ToLowerInvariant() is "the" or "this" or "these" or "both")) return null;
        return before.LastOrDefault(b => b.Claim.Type == EventType.Sanction && b.Claim.Status is ClaimStatus.Happened or ClaimStatus.Ongoing && b.Claim.Source.Count > 0 && b.Claim.Target.Count > 0);
    }

    /// <summary>Whether a noun may stand for an act of a type: a raid is no tariff.</summary>
    private static bool IsOfKind(string noun, EventType type) => noun switch
    {
        "raid" or "attack" or "assault" or "storming" or "invasion" or "killing" or "shelling" or "bombing" or "aggression" or "incursion" => type is EventType.Assault or EventType.Coerce or EventType.Mobilize,
        "arrest" or "detention" or "seizure" or "blockade" => type is EventType.Coerce,
        "tariff" or "ban" or "measure" or "restriction" or "closure" or "expulsion" or "sanction" or "duty" or "embargo" => type is EventType.Sanction,
        "threat" or "warning" => type is EventType.Threaten,
        "release" or "withdrawal" or "reopening" or "lifting" or "pardon" or "apology" => type is EventType.Retreat or EventType.Concede,
        "agreement" or "deal" or "accord" or "treaty" or "pact" => type is EventType.Agree,
        "mediation" or "effort" or "initiative" => type is EventType.Cooperate,
        _ => type is EventType.Sanction or EventType.Coerce or EventType.Assault or EventType.Mobilize or EventType.Threaten,
    };

    private static bool IsWhere(string preposition) => preposition is "in" or "at" or "throughout" or "across" or "outside" or "near" or "around" or "inside";

    /// <summary>The nearest words for an actor before a verb whose subject the parse lost, with no other verb between.</summary>
    private static IReadOnlyList<ActorCode> Before(Proposition proposition, IReadOnlyList<ActorCode> except, List<ActorReference> references)
    {
        SentenceView view = proposition.View;
        for (int at = proposition.Head - 1, steps = 0; at >= 0 && steps < FarthestSubject; at--, steps++)
        {
            if (view[at].Upos is "VERB" or "SCONJ") return [];
            if (view.ActorAt(at) is not { } reference || reference.Actors.All(except.Contains)) continue;
            references.Add(reference);
            return [.. reference.Actors.Where(a => !except.Contains(a))];
        }
        return [];
    }

    /// <summary>"agreed to lift embargoes on sales to Iran": the first other state in the clause, however deep.</summary>
    private static ActorReference? InComplement(Proposition proposition, IReadOnlyList<ActorCode> except)
    {
        SentenceView view = proposition.View;
        foreach (Argument clause in proposition.All(ArgumentRole.Complement))
        {
            if (clause.Preposition is not ("to" or "that" or "ing" or "from" or "not")) continue;
            // "vowed to exclude them from the mission": the pronoun is the target, whoever it is.
            if (view.Sentence.Children(clause.Head).Any(c => view.Is(c, "obj") && view[c].Upos == "PRON")) continue;
            foreach (ActorReference reference in view.References)
                if (view.Sentence.IsBelow(reference.Head, clause.Head) && !reference.Actors.Any(except.Contains) && reference.Basis is not ReferenceBasis.Group) return reference;
        }
        return null;
    }

    /// <summary>Another actor among the predicate's own phrases: what stands with "with", "to", "against" and the like, wherever the frame looks for it.</summary>
    private static List<ActorCode> InClause(ExtractionContext context, Proposition proposition, IReadOnlyList<ActorCode> except, List<ActorReference> references)
    {
        foreach (Argument argument in proposition.Arguments)
        {
            bool fits = argument.Role is ArgumentRole.Object or ArgumentRole.IndirectObject
                || (argument.Role == ArgumentRole.Oblique && argument.Preposition is "with" or "to" or "against" or "from" or "on" or "at" or "into" or "toward" or "towards" or "between" or "of" or "for" or "over");
            if (!fits) continue;
            IReadOnlyList<ActorReference> found = context.ReferencesOf(proposition.View, argument.Head);
            List<ActorCode> codes = [.. ExtractionContext.Codes(found).Where(c => !except.Contains(c))];
            if (codes.Count == 0) continue;
            references.AddRange(found.Where(r => !references.Contains(r)));
            return codes;
        }
        return [];
    }

    /// <summary>The other one of the pair in focus.</summary>
    private static IReadOnlyList<ActorCode> Other(IReadOnlyList<ActorCode> focus, IReadOnlyList<ActorCode> known)
    {
        if (focus.Count < 2 || known.Count != 1 || !focus.Take(2).Contains(known[0])) return [];
        return [focus[0] == known[0] ? focus[1] : focus[0]];
    }

    /// <summary>"each country", "both sides", "each".</summary>
    private static bool IsEach(SentenceView view, Proposition proposition) =>
        proposition.Subject >= 0 && (view[proposition.Subject].Form.Equals("each", StringComparison.OrdinalIgnoreCase)
            || view.Sentence.Children(proposition.Subject).Any(c => view.Is(c, "det") && view[c].Form.ToLowerInvariant() is "each" or "both"));

    private static bool IsReciprocal(SentenceView view, Proposition proposition)
    {
        foreach (Argument argument in proposition.Arguments)
        {
            if (argument.Role is ArgumentRole.Subject or ArgumentRole.Complement) continue;
            // "within minutes of each other" tells when.
            if (argument.Preposition is "within" or "after" or "before" or "in") continue;
            string lemma = view.LemmaOf(argument.Head);
            if (Reciprocals.Contains(lemma) || view[argument.Head].Form.Equals("other", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return view.Sentence.Tokens.Any(t => t.Form is "mutual" or "mutually") || view.Sentence.Children(proposition.Head).Any(c => view.Is(c, "advmod") && view[c].Form.Equals("each", StringComparison.OrdinalIgnoreCase));
    }
}
