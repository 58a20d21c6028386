using Entente.Claims;
using Entente.Extracting.Figures;
using Entente.Extracting.Propositions;
using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Relations;

/// <summary>
/// Finds standing relations. It starts from each phrase of data/relations.tsv; where its parties stand depends on its shape.
/// </summary>
internal sealed class RelationExtractor(DataFiles data) : IClaimExtractor
{
    private readonly RelationLexicon lexicon = new(data);
    private static readonly HashSet<string> Ranks = new(StringComparer.Ordinal)
    {
        "large", "largest", "big", "biggest", "main", "leading", "top", "principal", "important", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "primary", "number", "chief", "foremost",
    };

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal) { "join", "accede", "belong", "enter", "become", "admit", "leave", "quit", "exit", "withdraw" };

    /// <inheritdoc/>
    public IEnumerable<Claim> Extract(ExtractionContext context)
    {
        List<Relation> tellings = [];
        List<Figure> ranks = [];
        foreach (SentenceView view in context.Sentences)
        {
            foreach ((int first, int last, RelationFrame frame) in lexicon.Phrases.Find(view))
            {
                // "The third largest investor": a figure.
                if (frame.Type == "rank") ranks.AddRange(Tell(context, view, first, last, frame).Take(1).Select(r => RankFigure(view, HeadOf(view, first, last), r)).OfType<Figure>());
                else tellings.AddRange(Tell(context, view, first, last, frame));
            }
            tellings.AddRange(Memberships(context, view));
            if (BorderMatter(context, view) is { } border) tellings.Add(border);
        }
        return [.. Telling.Merge(tellings, Same, Combine), .. Telling.Merge(ranks, (a, b) => a.Value == b.Value && a.Parties.SequenceEqual(b.Parties), (a, _) => a)];
    }

    private static Figure? RankFigure(SentenceView view, int head, Relation relation)
    {
        int rank = 0;
        for (int token = Math.Max(0, head - 6); token <= head; token++)
        {
            string form = view[token].Form.ToLowerInvariant().Split('-')[0];
            int told = form is "one" && token > 0 && view[token - 1].Form.Equals("number", StringComparison.OrdinalIgnoreCase) ? 1 : Array.IndexOf(Ordinals, form) + 1;
            if (told > 0) rank = told;
            else if (rank == 0 && form is "largest" or "biggest" or "leading" or "top" or "foremost" or "greatest") rank = 1;
        }
        // "One of the largest": which one is not said.
        if (rank == 0 || view.Sentence.Subtree(head).Any(t => view[t].Form.Equals("among", StringComparison.OrdinalIgnoreCase)) || (view.CaseOf(head) == "of" && view[head].HeadIndex >= 0 && view.LemmaOf(view[head].HeadIndex) == "one") || view[head].HasFeat("Number=Plur")) return null;
        return new Figure { Status = relation.Status, Evidence = relation.Evidence, Speaker = relation.Speaker, Confidence = 0.6, Actors = relation.Actors, Measure = "rank", Parties = relation.Parties, Value = rank, Unit = "count", Comparator = "=" };
    }

    private static IEnumerable<Relation> Tell(ExtractionContext context, SentenceView view, int first, int last, RelationFrame frame)
    {
        int head = HeadOf(view, first, last);
        Proposition noun = view.At(head);
        if (context.Notes is not null) context.Note(view, head, $"relations.tsv {frame.Type}");
        switch (frame.Shape)
        {
            case RelationShape.Rank:
                return Rank(context, view, noun, frame);
            case RelationShape.Member:
                return Member(context, view, noun, frame);
            case RelationShape.State:
                return Between(context, view, noun, frame, ofIsParty: true, useFocus: false);
            case RelationShape.Cities:
                return Cities(context, view, noun, frame);
            case RelationShape.Visa:
                return Visa(context, view, noun, frame);
            default:
                return Between(context, view, noun, frame, ofIsParty: false, useFocus: true);
        }
    }

    private static int HeadOf(SentenceView view, int first, int last)
    {
        for (int i = last; i >= first; i--)
        {
            int governor = view[i].HeadIndex;
            if (governor < first || governor > last) return i;
        }
        return last;
    }

    private static IEnumerable<Relation> Between(ExtractionContext context, SentenceView view, Proposition noun, RelationFrame frame, bool ofIsParty, bool useFocus)
    {
        List<ActorReference> parties = [.. OwnParties(context, view, noun, ofIsParty)];
        Proposition? governor = GovernorOf(view, noun.Head);
        if (Codes(parties) < 2) parties.AddRange(Arguments(context, view, noun, governor));
        // "Fiji opened an embassy in Israel, and ties with Palestine were established": who did the one did the other.
        if (Codes(parties) == 1 && governor is not null && view.Is(governor.Head, "conj") && noun.Oblique("with") >= 0) parties.AddRange(context.ReferencesOf(view, view.At(view.FirstConjunct(governor.Head)).Subject));
        IReadOnlyList<ActorCode> codes = ExtractionContext.Codes(parties);
        if (codes.Count < 2 && useFocus)
        {
            IReadOnlyList<ActorCode> focus = context.Document.FocusAt(view.Index);
            if (focus.Count == 2 && (codes.Count == 0 || focus.Contains(codes[0]))) codes = focus;
        }
        if (codes.Count is < 2 or > 6) yield break;
        // "The alliance's secretary general", "our strategic partners have been informed"
        if (view[noun.Head].Deprel == "nmod:poss" || view.Is(noun.Head, "compound")) yield break;
        if (view.Sentence.Children(noun.Head).Any(c => view[c].Form.ToLowerInvariant() is "our" or "its" or "his" or "her") && view[noun.Head].HasFeat("Number=Plur") && Codes(OwnParties(context, view, noun, ofIsParty)) == 0) yield break;
        // "Togo may join the alliance": of whom is not said.
        if (frame.Type == "allied_relations" && governor is { Lemma: "join" or "leave" or "quit" or "form" or "enter" } && Codes(OwnParties(context, view, noun, ofIsParty: true)) < 2) yield break;
        Outlook outlook = context.StandingOf(governor ?? noun);
        if (StatusOf(view, noun.Head, governor, outlook) is not { } status) yield break;
        status = frame.Status ?? status;
        if (frame.Type == "diplomatic_relations" && IsPraise(view, noun.Head)) yield break;
        // "Peru and Chile are allies of Spain": each of them.
        if (ofIsParty && frame.Type == "allied_relations" && codes.Count > 2 && ExtractionContext.Codes(noun.Arguments.Where(a => a is { Role: ArgumentRole.Oblique, Preposition: "of" }).SelectMany(a => context.ReferencesOf(view, a.Head))) is { Count: 1 } common)
        {
            foreach (ActorCode code in codes)
                if (code != common[0]) yield return Make(context, view, noun, governor, frame.Type, [code, common[0]], parties, status, outlook);
            yield break;
        }
        if (frame.Type == "free_trade" && status != ClaimStatus.Ongoing && status != ClaimStatus.Denied) yield break;
        yield return Make(context, view, noun, governor, frame.Type, codes, parties, status, outlook);
    }

    // "Diplomatic relations are good, she said" is a courtesy.
    private static bool IsPraise(SentenceView view, int head) =>
        view.Is(head, "nsubj") && view[head].HeadIndex >= 0 && view[view[head].HeadIndex].Upos == "ADJ" && view.Sentence.Child(view[head].HeadIndex, "cop") >= 0;

    // "Citizens of both states will need no visa", "the two sides abolished visas": who may travel is told beside it.
    private static IEnumerable<Relation> Visa(ExtractionContext context, SentenceView view, Proposition noun, RelationFrame frame)
    {
        if (GovernorOf(view, noun.Head) is not { } governor) yield break;
        bool negated = view.Sentence.Children(governor.Head).Concat(view.Sentence.Children(noun.Head)).Any(c => view[c].Form.ToLowerInvariant() is "no" or "not" or "n't" or "never" or "longer" or "without") || view.CaseOf(noun.Head) == "without";
        bool needs = negated && governor.Lemma is "need" or "require" or "travel" or "enter" or "visit" or "apply" or "have" or "stay" or "obtain" or "come" or "go" or "cross" or "fly" or "arrive";
        bool waives = governor.Lemma is "abolish" or "waive" or "lift" or "scrap" or "drop" or "exempt" or "abandon" or "remove" or "end" && view.Is(noun.Head, "obj") | view.Is(noun.Head, "nsubj:pass") | view.CaseOf(noun.Head) is "from";
        if (!needs && !waives) yield break;
        List<ActorReference> parties = [.. Arguments(context, view, noun, governor)];
        foreach (Argument argument in governor.Arguments)
            if (argument.Role is ArgumentRole.Oblique or ArgumentRole.Object && argument.Preposition is "for" or "to" or "between" or "in" or "") parties.AddRange(context.ReferencesOf(view, argument.Head).Where(r => !parties.Contains(r)));
        IReadOnlyList<ActorCode> codes = [.. ExtractionContext.Codes(parties).Where(c => !c.IsOrganization)];
        if (codes.Count < 2 && context.Document.FocusAt(view.Index) is { Count: 2 } focus && (codes.Count == 0 || focus.Contains(codes[0]))) codes = focus;
        if (codes.Count is < 2 or > 4) yield break;
        Outlook outlook = context.StandingOf(governor);
        ClaimStatus status = outlook.Standing switch
        {
            Standing.Planned => ClaimStatus.Planned,
            Standing.Proposed or Standing.Requested => ClaimStatus.Proposed,
            Standing.Hypothetical or Standing.Threatened or Standing.Cancelled => ClaimStatus.Proposed,
            _ => view.Sentence.Children(governor.Head).Any(c => view[c].Form.ToLowerInvariant() is "will" or "'ll" or "shall") ? ClaimStatus.Planned : ClaimStatus.Ongoing,
        };
        yield return Make(context, view, noun, governor, frame.Type, codes, parties, status, outlook);
    }

    private static IEnumerable<Relation> Rank(ExtractionContext context, SentenceView view, Proposition noun, RelationFrame frame)
    {
        int head = noun.Head;
        bool ranked = view.Sentence.Subtree(head).Any(t => Math.Abs(t - head) < 7 && t <= head && Ranks.Contains(view[t].Form.ToLowerInvariant().Split('-')[0]));
        ranked |= view[head].HeadIndex >= 0 && view.Is(head, "nmod") && view.LemmaOf(view[head].HeadIndex) is "one" or "rank" or "third" or "second" && Ranked(view, head);
        ranked |= GovernorOf(view, head)?.Lemma == "rank";
        if (!ranked) yield break;
        List<ActorReference> owners = [];
        foreach (Argument argument in noun.Arguments)
        {
            if (argument.Role is ArgumentRole.Possessive || argument is { Role: ArgumentRole.Oblique, Preposition: "of" or "for" } || (argument.Role == ArgumentRole.Modifier && view.ActorAt(argument.Head) is not null)) owners.AddRange(context.ReferencesOf(view, argument.Head));
        }
        List<ActorReference> subjects = [.. SubjectsOf(context, view, head)];
        // "Making their country the fifth largest investor"
        if (subjects.Count == 0 && view[head].HeadIndex is >= 0 and int maker && view.LemmaOf(maker) == "make" && view.Is(head, "obj") | view.Is(head, "xcomp"))
            subjects = [.. view.At(maker).Arguments.Where(a => a.Role is ArgumentRole.Object or ArgumentRole.IndirectObject && a.Head != head).SelectMany(a => context.ReferencesOf(view, a.Head))];
        IReadOnlyList<ActorCode> ranker = ExtractionContext.Codes(subjects), owner = ExtractionContext.Codes(owners.Except(subjects));
        // "China is Laos's main investor and its second largest partner": whose the first is, the second is too.
        if (owner.Count == 0 && view.Is(head, "conj"))
        {
            owners = [.. view.At(view[head].HeadIndex).Arguments.Where(a => a.Role is ArgumentRole.Possessive || a is { Role: ArgumentRole.Oblique, Preposition: "of" or "for" }).SelectMany(a => context.ReferencesOf(view, a.Head))];
            owner = ExtractionContext.Codes(owners.Except(subjects));
        }
        // "And its second largest partner": "its" is not the partner's own; the other state of the sentence is meant.
        if (ranker.Count == 1 && (owner.Count == 0 || (owner.Count == 1 && owner[0] == ranker[0])) && view.Sentence.Children(head).Any(c => view[c].Deprel == "nmod:poss" && view[c].Upos == "PRON"))
        {
            ActorCode[] others = [.. ExtractionContext.Codes(view.References.Where(r => r.Head < head)).Where(c => c != ranker[0])];
            if (others.Length == 1) owner = others;
        }
        if (owner.Count == 0 && ranker.Count == 1 && context.Document.FocusAt(view.Index) is { Count: 2 } focus && focus.Contains(ranker[0])) owner = [.. focus.Where(f => f != ranker[0])];
        if (ranker.Count != 1 || owner.Count != 1 || ranker[0] == owner[0]) yield break;
        Proposition? governor = GovernorOf(view, head);
        Outlook outlook = context.StandingOf(governor ?? noun);
        ClaimStatus status = outlook.Standing is Standing.Negated or Standing.Denied ? ClaimStatus.Denied : ClaimStatus.Ongoing;
        yield return Make(context, view, noun, governor, frame.Type, [ranker[0], owner[0]], [.. subjects, .. owners], status, outlook);
        // "second after Turkey": Turkey is ranked too.
        foreach (int token in view.Sentence.Subtree(head))
        {
            if (view.CaseOf(token) != "after" || token < head) continue;
            IReadOnlyList<ActorReference> before = context.ReferencesOf(view, token);
            foreach (ActorCode code in ExtractionContext.Codes(before))
                if (code != owner[0] && code != ranker[0]) yield return Make(context, view, noun, governor, frame.Type, [code, owner[0]], before, status, outlook);
        }
    }

    private static bool Ranked(SentenceView view, int head) => view.Sentence.Subtree(view[head].HeadIndex).Any(t => Ranks.Contains(view[t].Form.ToLowerInvariant().Split('-')[0]));

    private static IEnumerable<ActorReference> SubjectsOf(ExtractionContext context, SentenceView view, int head)
    {
        // "China is X's partner", "China remains one of ...", "X's partner, China," and "China, X's partner,"
        for (int at = head, steps = 0; at >= 0 && steps < 4; at = view[at].HeadIndex, steps++)
        {
            foreach (int child in view.Sentence.Children(at))
            {
                if (view.Is(child, "nsubj") && child != head && context.ReferencesOf(view, child) is { Count: > 0 } subjects) return subjects;
                if (at == head && view.Is(child, "appos") && context.ReferencesOf(view, child) is { Count: > 0 } named) return named;
            }
            if (view.Is(at, "appos") && view[at].HeadIndex >= 0) return context.ReferencesOf(view, view[at].HeadIndex);
            if (view[at].Upos is "VERB" && at != head) break;
        }
        return [];
    }

    private static IEnumerable<Relation> Member(ExtractionContext context, SentenceView view, Proposition noun, RelationFrame frame)
    {
        List<ActorReference> organizations = [.. noun.Arguments.Where(a => a.Role is ArgumentRole.Modifier or ArgumentRole.Possessive or ArgumentRole.Oblique).SelectMany(a => context.ReferencesOf(view, a.Head)).Where(IsOrganization)];
        // "Was granted candidate status": of the union that the report names.
        if (organizations.Count == 0 && frame.Status is ClaimStatus.Planned) organizations = [.. context.Document.Actors.Where(r => IsOrganization(r) && r.Actors[0].ToString() == "IGO:EU").Take(1)];
        Proposition? governor = GovernorOf(view, noun.Head);
        // "Was admitted to the organisation as its tenth member"
        if (organizations.Count == 0 && governor is not null && view.CaseOf(noun.Head) == "as") organizations = [.. governor.Arguments.Where(a => a.Role == ArgumentRole.Oblique && a.Preposition is "to" or "into" or "in" || a.Role == ArgumentRole.Object).SelectMany(a => context.ReferencesOf(view, a.Head)).Where(IsOrganization)];
        if (organizations.Count == 0) yield break;
        // "The Union and its member states have an agreement with Peru" makes Peru no member.
        bool others = view[noun.Head].HasFeat("Number=Plur") && view.LemmaOf(noun.Head) == "state" && !view.Sentence.Children(noun.Head).Any(c => view.Is(c, "cop") || view.Is(c, "nsubj")) && !view.Is(noun.Head, "appos") && view.CaseOf(noun.Head) != "as";
        if (others) yield break;
        // "Vetoed every member as host", "other members", "new members"
        if (view.Sentence.Children(noun.Head).Any(c => c < noun.Head && view.LemmaOf(c) is "every" or "each" or "any" or "other" or "all" or "some" or "fellow" or "no")) yield break;
        List<ActorReference> states = [.. SubjectsOf(context, view, noun.Head).Where(r => !IsOrganization(r))];
        // "The invitation of Finland and Sweden to become members": who is named right before "to".
        int invited = governor is { Lemma: "become" or "join" } && view[governor.Head].Xpos == "VB" ? Enumerable.Range(0, governor.Head).LastOrDefault(t => view[t].Form.Equals("to", StringComparison.OrdinalIgnoreCase), 0) - 1 : -1;
        if (invited >= 0 && view.ActorAt(invited) is { } named && context.ReferencesOf(view, view.Is(named.Head, "conj") ? view[named.Head].HeadIndex : named.Head).Where(r => !IsOrganization(r)).ToList() is { Count: > 0 } guests)
        {
            foreach (ActorCode guest in ExtractionContext.Codes(guests).Take(5))
                yield return Make(context, view, noun, governor, frame.Type, [guest, organizations[0].Actors[0]], [.. guests, .. organizations], ClaimStatus.Planned, context.StandingOf(governor!));
            yield break;
        }
        if (states.Count == 0) states = [.. Arguments(context, view, noun, governor).Where(r => !IsOrganization(r))];
        if (states.Count == 0) states = [.. noun.All(ArgumentRole.Possessive).SelectMany(a => context.ReferencesOf(view, a.Head)).Where(r => !IsOrganization(r))];
        Outlook outlook = context.StandingOf(governor ?? noun);
        if (StatusOf(view, noun.Head, governor, outlook) is not { } status) yield break;
        if (frame.Status is { } told && status != ClaimStatus.Denied) status = told;
        foreach (ActorCode state in ExtractionContext.Codes(states).Take(5))
        {
            Relation relation = Make(context, view, noun, governor, frame.Type, [state, organizations[0].Actors[0]], [.. states, .. organizations], frame.Status is null || status == ClaimStatus.Denied ? status : ClaimStatus.Ongoing, outlook);
            yield return relation with { Status = status };
        }
    }

    // "joined NATO", "belongs to the EAEU"
    private static IEnumerable<Relation> Memberships(ExtractionContext context, SentenceView view)
    {
        foreach (int token in view.Predicates())
        {
            if (view[token].Upos != "VERB" || !Joining.Contains(view.LemmaOf(token)) || view.LemmaOf(token) is "become" or "admit") continue;
            Proposition proposition = view.At(token);
            bool leaves = view.LemmaOf(token) is "leave" or "quit" or "exit" or "withdraw";
            int at = view.LemmaOf(token) is "join" or "leave" or "quit" or "exit" or "enter" ? proposition.Object : proposition.Oblique(leaves ? "from" : "to");
            List<ActorReference> organizations = [.. context.ReferencesOf(view, at).Where(r => IsOrganization(r) && r.Tokens.Contains(at))];
            List<ActorReference> states = [.. context.ReferencesOf(view, proposition.Subject).Where(r => !IsOrganization(r) && r.Basis is not ReferenceBasis.Person and not ReferenceBasis.Office)];
            if (organizations.Count != 1 || states.Count == 0) continue;
            Outlook outlook = context.StandingOf(proposition);
            if (StatusOf(view, token, proposition, outlook) is not { } status) continue;
            if (leaves && status is not ClaimStatus.Ongoing) continue;
            if (leaves) status = ClaimStatus.Happened;
            foreach (ActorCode state in ExtractionContext.Codes(states).Take(5))
                yield return Make(context, view, proposition, proposition, "membership", [state, organizations[0].Actors[0]], [.. states, .. organizations], status, outlook);
        }
    }

    private static IEnumerable<Relation> Cities(ExtractionContext context, SentenceView view, Proposition noun, RelationFrame frame)
    {
        Proposition? governor = GovernorOf(view, noun.Head);
        List<ActorCode> states = [];
        foreach (int token in Enumerable.Range(0, view.Count))
        {
            if (view.Mentions.OfType<PlaceName>().FirstOrDefault(p => p.Head == token) is { State: { } state } && !states.Contains(state)) states.Add(state);
            else if (view.ActorAt(token) is { Actors.Count: 1 } actor && actor.Head == token && !states.Contains(actor.Actors[0])) states.Add(actor.Actors[0]);
        }
        if (states.Count < 2 && context.Document.FocusAt(view.Index) is { Count: 2 } focus) states = [.. focus];
        if (states.Count != 2) yield break;
        Outlook outlook = context.StandingOf(governor ?? noun);
        if (StatusOf(view, noun.Head, governor, outlook) is not { } status) yield break;
        yield return Make(context, view, noun, governor, frame.Type, states, view.References, status, outlook);
    }

    // A border is claimed where the line, a dispute about it or its closing is the matter; a long frontier alone is none.
    private static Relation? BorderMatter(ExtractionContext context, SentenceView view)
    {
        for (int token = 0; token < view.Count; token++)
        {
            if (view[token].Upos is not ("NOUN" or "PROPN") || !view.IsIn("border-place", token)) continue;
            Proposition noun = view.At(token);
            bool matter = view.Sentence.Children(token).Any(c => view.IsIn("border-word", c))
                || view.IsIn("border-word", view[token].HeadIndex)
                || (view[token].HeadIndex >= 0 && view[view[token].HeadIndex].HeadIndex >= 0 && view[token].Relation is "nmod" && view.IsIn("border-word", view[view[token].HeadIndex].HeadIndex));
            // "The Treaty on the State Border", "an agreement on the frontier"; "has sovereignty over the islands"
            matter |= view.Is(token, "nmod") && view[token].HeadIndex >= 0 && view.CaseOf(token) is "on" or "of" or "about" or "concerning" && view.LemmaOf(token) is "border" or "frontier" or "boundary" && view.Mentions.Any(m => m is Instrument && m.Tokens.Contains(view[token].HeadIndex));
            matter |= view.LemmaOf(token) == "sovereignty" && noun.Oblique("over") >= 0;
            if (!matter) continue;
            List<ActorReference> parties = [.. OwnParties(context, view, noun, ofIsParty: true)];
            IReadOnlyList<ActorCode> codes = ExtractionContext.Codes(parties);
            if (codes.Count < 2 && context.Document.FocusAt(view.Index) is { Count: 2 or 3 } focus && (codes.Count == 0 || focus.Contains(codes[0]))) codes = focus;
            // "Congratulate Peru and Chile upon the treaty on their border": the two that the sentence names before it.
            if (codes.Count < 2 && ExtractionContext.Codes(view.References.Where(r => r.Head < token)).Where(c => c.IsState).ToList() is { Count: 2 } named) codes = named;
            if (codes.Count is < 2 or > 4 || codes.Any(c => c.IsOrganization)) continue;
            return Make(context, view, noun, null, "border", codes, parties, ClaimStatus.Ongoing, context.StandingOf(noun));
        }
        return null;
    }

    private static IEnumerable<ActorReference> OwnParties(ExtractionContext context, SentenceView view, Proposition noun, bool ofIsParty)
    {
        foreach (Argument argument in noun.Arguments)
        {
            bool own = argument.Role is ArgumentRole.Modifier or ArgumentRole.Possessive
                || (argument.Role == ArgumentRole.Oblique && (argument.Preposition is "between" or "with" or "among" || (ofIsParty && argument.Preposition is "of" or "to")));
            if (!own || argument.Inherited) continue;
            foreach (ActorReference reference in context.ReferencesOf(view, argument.Head)) yield return reference;
        }
    }

    private static IEnumerable<ActorReference> Arguments(ExtractionContext context, SentenceView view, Proposition noun, Proposition? governor)
    {
        List<ActorReference> found = [.. SubjectsOf(context, view, noun.Head)];
        if (governor is not null)
        {
            foreach (Argument argument in governor.Arguments)
            {
                if (argument.Head == noun.Head) continue;
                if (argument.Role is ArgumentRole.Subject or ArgumentRole.IndirectObject || argument is { Role: ArgumentRole.Oblique, Preposition: "with" or "between" or "by" or "to" }) found.AddRange(context.ReferencesOf(view, argument.Head));
            }
        }
        return found.Distinct();
    }

    private static Proposition? GovernorOf(SentenceView view, int head)
    {
        for (int at = head, steps = 0; steps < 4 && view[at].HeadIndex >= 0; steps++)
        {
            at = view[at].HeadIndex;
            if (view[at].Upos is "VERB") return view.At(at);
        }
        return null;
    }

    private static ClaimStatus? StatusOf(SentenceView view, int head, Proposition? governor, Outlook outlook)
    {
        string verb = governor?.Lemma ?? "";
        if (verb is "sever" or "break" or "break off" or "cut" or "cut off" or "end" or "lose" or "rupture") return null;
        if (view.IsIn("dropping", governor?.Head ?? -1)) return outlook.Standing is Standing.Happened or Standing.Ongoing ? ClaimStatus.Happened : null;
        if (verb is "apply" or "seek" or "bid" or "request" or "aspire" && outlook.Standing is Standing.Happened or Standing.Ongoing) return ClaimStatus.Proposed;
        return outlook.Standing switch
        {
            Standing.Planned => verb is "strengthen" or "deepen" or "develop" or "expand" or "reinforce" or "boost" or "enhance" ? ClaimStatus.Ongoing : ClaimStatus.Planned,
            Standing.Proposed or Standing.Requested => verb is "establish" or "restore" or "join" or "seek" or "create" or "introduce" or "accede" or "apply" or "propose" ? ClaimStatus.Proposed : ClaimStatus.Ongoing,
            Standing.Hypothetical => verb is "join" or "establish" or "accede" or "apply" ? ClaimStatus.Proposed : ClaimStatus.Ongoing,
            Standing.Negated or Standing.Denied => ClaimStatus.Denied,
            Standing.Threatened or Standing.Cancelled => null,
            _ => ClaimStatus.Ongoing,
        };
    }

    private static bool Begins(string lemma) =>
        lemma is "sign" or "establish" or "raise" or "elevate" or "become" or "upgrade" or "declare" or "conclude" or "announce" or "join" or "accede" or "formalize" or "formalise" or "recognize" or "recognise" or "belong" or "have" or "restore" or "introduce" or "close" or "overtake" or "set up" or "form" or "forge" or "grant" or "found" or "open" or "launch" or "proclaim" or "obtain" or "receive";

    private static Relation Make(ExtractionContext context, SentenceView view, Proposition noun, Proposition? governor, string type, IReadOnlyList<ActorCode> parties, IEnumerable<ActorReference> references, ClaimStatus status, Outlook outlook)
    {
        ResolvedTime? time = TimeFinder.At(view, noun.Head, noun.Head) ?? (governor is null ? null : context.TimeOf(governor));
        bool begins = governor is not null && Begins(governor.Lemma);
        // "Has been in force since 2015": the time of the clause.
        if (time is null || time.Expression.Function != TimeFunction.Since) time = view.Times.FirstOrDefault(t => t.Expression.Function == TimeFunction.Since && view.ClauseOf(t.Expression.Head) == view.ClauseOf(noun.Head)) ?? time;
        // "Allied relations, formalized in 2024": a clause upon the noun.
        if (time is null) time = view.Sentence.Children(noun.Head).Where(c => view.Is(c, "acl") && Begins(view.LemmaOf(c))).Select(c => TimeFinder.At(view, c, c)).FirstOrDefault(t => t is not null) is { } begun ? begun : null;
        bool formal = view.Sentence.Children(noun.Head).Any(c => view.Is(c, "acl") && Begins(view.LemmaOf(c)));
        PartialDate? since = time is null || status != ClaimStatus.Ongoing || !(begins || formal || time.Expression.Function == TimeFunction.Since) ? null : time.Value.Start;
        return new Relation
        {
            Status = status,
            Evidence = [context.EvidenceOf(governor ?? noun)],
            Speaker = outlook.Speaker?.Name,
            Confidence = 0.6,
            Actors = [.. ExtractionContext.Mentions(references).Where(m => parties.Contains(m.Actor)).DistinctBy(m => (m.Actor, m.Span)).OrderBy(m => m.Span)],
            Type = type,
            Parties = parties,
            Since = since,
        };
    }

    private static bool IsOrganization(ActorReference reference) => reference.Actors.Count == 1 && reference.Actors[0].IsOrganization;

    private static int Codes(IEnumerable<ActorReference> references) => ExtractionContext.Codes(references).Count;

    private static bool Same(Relation a, Relation b) => a.Type == b.Type && (a.Type is "trading_partner_rank" or "membership" ? a.Parties.SequenceEqual(b.Parties) : a.Parties.ToHashSet().SetEquals(b.Parties));

    private static Relation Combine(Relation first, Relation second) => first with
    {
        Since = first.Since ?? second.Since,
        Status = first.Status == ClaimStatus.Ongoing ? first.Status : second.Status == ClaimStatus.Ongoing ? second.Status : first.Status,
        Confidence = Math.Max(first.Confidence, second.Confidence),
        Speaker = first.Speaker is null || second.Speaker is null ? null : first.Speaker,
    };
}
