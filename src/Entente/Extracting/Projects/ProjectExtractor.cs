using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Projects;

/// <summary>
/// Finds joint undertakings. It starts from each noun of data/projects.tsv and keeps those that two or more parties share: by their
/// name ("the China-Laos railway"), by their ends ("from Termez to Peshawar"), by a word of sharing ("joint"), or by who builds where.
/// </summary>
internal sealed class ProjectExtractor(DataFiles data) : IClaimExtractor
{
    private readonly ProjectLexicon lexicon = new(data);
    private static readonly HashSet<string> Sharing = new(StringComparer.Ordinal)
    {
        "joint", "common", "shared", "cross-border", "crossborder", "transborder", "bilateral", "trilateral", "multinational", "binational", "interstate", "collaborative", "trans-national", "transnational", "friendship", "combined",
    };

    private static readonly HashSet<string> Building = new(StringComparer.Ordinal)
    {
        "build", "construct", "lay", "erect", "develop", "launch", "open", "inaugurate", "complete", "finance", "fund", "implement", "create", "establish", "set up", "finish", "start", "begin", "revive", "extend", "commission", "host", "construction", "building", "development",
        "creation", "establishment", "implementation", "launch", "opening", "completion", "project", "run", "own", "operate", "plan", "discuss", "propose", "put", "promise", "join", "participate", "realize", "realise", "expand",
        "sign", "agree", "conclude", "approve", "back", "support", "advance", "speed up", "accelerate", "consider", "resume", "negotiate", "study", "prepare", "carry out", "work", "form", "have", "maintain", "keep", "link", "connect", "pass", "cross", "modernize", "modernise", "lease", "share", "envisage", "upgrade", "renovate", "rehabilitate", "reconstruct", "rebuild", "repair", "restore", "widen", "enlarge", "electrify",
    };

    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal) { "link", "connect", "join", "pass", "cross", "run" };

    private static readonly HashSet<string> Raising = new(StringComparer.Ordinal) { "build", "construct", "develop", "set up", "launch", "operate", "run", "own", "erect", "lay", "upgrade", "renovate", "rehabilitate", "reconstruct", "rebuild", "modernize", "modernise", "restore", "expand", "enlarge", "finance", "fund" };

    private static readonly HashSet<string> Dropping = new(StringComparer.Ordinal) { "cancel", "abandon", "scrap", "shelve", "call off", "drop", "axe", "ditch" };

    private static readonly HashSet<string> OnTheWay = new(StringComparer.Ordinal) { "via", "through", "along", "by", "at", "on", "over" };

    /// <inheritdoc/>
    public IEnumerable<Claim> Extract(ExtractionContext context)
    {
        List<Project> tellings = [];
        foreach (SentenceView view in context.Sentences)
        {
            foreach ((int first, int last, ProjectFrame frame) in lexicon.Heads.Find(view))
                if (Tell(context, view, first, last, frame) is { } project) tellings.Add(project);
            foreach (PlaceName place in view.Mentions.OfType<PlaceName>())
            {
                if (lexicon.SectorOf(place.Kind) is not { } sector || lexicon.Heads.Find(view).Any(h => place.Tokens.Overlaps(new TokenRange(h.First, h.Last + 1)))) continue;
                if (Tell(context, view, place.Tokens.Start, place.Tokens.End - 1, new ProjectFrame(sector, IsWeak: false, [])) is { } project) tellings.Add(project);
            }
        }
        return Telling.Merge(tellings, Same, Combine);
    }

    private Project? Tell(ExtractionContext context, SentenceView view, int first, int last, ProjectFrame frame)
    {
        int head = HeadOf(view, first, last);
        // "pipeline project", "railway construction": the longer name is wanted, "gas pipeline exports" is no project.
        int above = view[last].HeadIndex;
        if (view.Is(last, "compound") && above > last)
        {
            if (view.LemmaOf(above) is not ("project" or "programme" or "program" or "line" or "route" or "section" or "network" or "corridor" or "highway")) return null;
            head = above;
        }
        // "Their exclusive economic zones" are no undertakings.
        if (view[last].Form.StartsWith("zone", StringComparison.OrdinalIgnoreCase) && view.Sentence.Subtree(head).Any(t => t <= last && view.LemmaOf(t) is "exclusive")) return null;
        bool landmark = frame.Parties.Count > 0;
        // "Georgian Railway", "the Saudi Fund for Development" are companies and organs, not undertakings.
        if ((view[head].Upos is not ("NOUN" or "PROPN") && !view.Sentence.Children(head).Any(c => view.Is(c, "compound") || view.Is(c, "det"))) || view.ActorAt(head) is not null) return null;
        NounPhrase phrase = new(view, head);
        Proposition noun = view.At(head);
        List<ActorReference> own = [.. Own(context, view, phrase)];
        List<ActorCode> parties = [.. ExtractionContext.Codes(own)];
        TokenRange route = RouteAfter(view, last);
        bool shared = phrase.Before.Any(t => Sharing.Contains(view.LemmaOf(t)));
        // "Opened a joint centre in Tromsø": where it stands is a third state's ground, if two others share it already.
        bool hosted = shared && GovernorOf(view, head) is { } opener && ExtractionContext.Codes(opener.All(ArgumentRole.Subject).SelectMany(a => context.ReferencesOf(view, a.Head))).Count >= 2;
        if (!hosted) foreach (ActorCode place in Places(view, phrase, route)) if (!parties.Contains(place)) parties.Add(place);
        foreach (ActorCode state in InName(view, phrase)) if (!parties.Contains(state)) parties.Add(state);
        bool ends = InName(view, phrase).Distinct().Count() >= 2;
        foreach (ActorCode partner in frame.Parties) if (!parties.Contains(partner) && context.Document.Actors.Any(r => r.Actors.Contains(partner))) parties.Add(partner);
        bool named = landmark || view[head].Upos == "PROPN" || phrase.Before.Any(t => view[t].Upos == "PROPN" && view.ActorAt(t) is null);
        Proposition? governor = GovernorOf(view, head);
        bool building = governor is not null && (Building.Contains(governor.Lemma) || Dropping.Contains(governor.Lemma)) || view[head].HeadIndex >= 0 && Building.Contains(view.LemmaOf(view[head].HeadIndex));
        building |= UnderInstrument(view, head);
        // "India wants a power link with": wished for, of undertakings that only two can have.
        building |= !frame.IsWeak && governor?.Lemma is "want" or "seek" or "pursue" or "promote";
        // "Work on the canal was halted"
        building |= view.CaseOf(head) == "on" && view[head].HeadIndex >= 0 && view.LemmaOf(view[head].HeadIndex) is "work";
        building |= view.CaseOf(head) == "of" && view[head].HeadIndex >= 0 && view.LemmaOf(view[head].HeadIndex) is "modernization" or "modernisation" or "reconstruction" or "upgrade" or "rehabilitation" or "renovation" or "expansion" or "electrification" or "extension";
        // "Along the Baku-Tbilisi-Ceyhan pipeline": the way of goods.
        if (landmark && !building && !shared && view.CaseOf(head) is "along" or "through" or "via" or "towards" or "by") return null;
        if (parties.Count < 2 && building && governor is not null)
        {
            List<ActorReference> builders = [.. governor.Arguments
                .Where(a => a.Head != head && (a.Role == ArgumentRole.Subject || (a.Role == ArgumentRole.Object && Joining.Contains(governor.Lemma)) || a is { Role: ArgumentRole.Oblique, Preposition: "with" or "by" or "between" or "for" or "together with" } || ((!frame.IsWeak || Raising.Contains(governor.Lemma)) && a is { Role: ArgumentRole.Oblique, Preposition: "in" }) || (a.Role == ArgumentRole.Oblique && view.LemmaOf(a.Head) is "border" or "frontier" or "boundary")))
                .SelectMany(a => context.ReferencesOf(view, a.Head))];
            own.AddRange(builders);
            // "Is to build a refinery at Hambantota", "a line is to be built from Angola to Zambia": whose ground it stands on.
            if (Raising.Contains(governor.Lemma) && !frame.IsWeak)
            {
                bool line = governor.Oblique("from") >= 0 && governor.Oblique("to") >= 0;
                foreach (Argument ground in governor.Arguments.Where(a => a.Role == ArgumentRole.Oblique && (a.Preposition is "in" or "at" or "near" || (line && a.Preposition is "from" or "to"))))
                {
                    if (view.Mentions.OfType<PlaceName>().FirstOrDefault(p => p.Tokens.Contains(ground.Head)) is { State: { } state } && !parties.Contains(state)) parties.Add(state);
                    else if (line) foreach (ActorCode code in ExtractionContext.Codes(context.ReferencesOf(view, ground.Head))) if (!parties.Contains(code)) parties.Add(code);
                }
            }
            foreach (ActorCode code in ExtractionContext.Codes(builders)) if (!parties.Contains(code)) parties.Add(code);
        }
        IReadOnlyList<ActorCode> focus = context.Document.FocusAt(view.Index);
        // "A road that links the port of Santos with Arica": the ends of another undertaking.
        if (governor is { Lemma: "link" or "connect" or "join" } && head != governor.Subject && view[governor.Head].HeadIndex != head && governor.Arguments.Any(a => a.Head == head && a.Role is ArgumentRole.Object) && !governor.IsPassive) return null;
        // "shipped through the X pipeline": the way of goods, no claim about the pipeline.
        if (parties.Count < 2 && OnTheWay.Contains(view.CaseOf(head))) return null;
        if (!shared && !ends && route.Length == 0 && view.CaseOf(head) is "through" or "via" or "along" or "from" or "to" or "for" or "by" && !UnderInstrument(view, head) && !(governor is not null && Raising.Contains(governor.Lemma)) && phrase.Complement("between") < 0) return null;
        // "Which will run from Hoima to the port of Tanga": the ends of another undertaking.
        if (!shared && route.Length == 0 && view.CaseOf(head) is "from" or "to" or "between" && governor is not null && Joining.Contains(governor.Lemma)) return null;
        // "electricity from the X plant to Y", "gas for the X plant": where goods come from or go to.
        if (!shared && route.Length == 0 && view.CaseOf(head) is "from" or "to" && view.Is(head, "nmod")) return null;
        if (parties.Count < 2 && (shared || (named && (building || !frame.IsWeak)) || (building && (route.Length > 0 || (!frame.IsWeak && parties.Count == 1)))) && focus.Count is 2 or 3 && (parties.Count == 0 || focus.Contains(parties[0]))) parties = [.. focus];
        if (context.Notes is not null) context.Note(view, head, $"projects.tsv {view.LemmaOf(last)} ({(frame.IsWeak ? "weak" : "strong")}{(shared ? ", shared" : "")}{(named ? ", named" : "")}{(building ? ", building" : "")}): {string.Join('+', parties)}");
        if (parties.Count is < 2 or > 8) return null;
        if (frame.IsWeak && !(shared || named || building)) return null;
        bool bare = !shared && !named && !phrase.Before.Any(t => view.Is(t, "compound") || view.Is(t, "amod") || view.Is(t, "nummod")) && phrase.Complement("from", "between", "of", "in", "at", "to", "linking", "on") < 0;
        bool joins = view.Sentence.Children(head).Any(c => view.Is(c, "acl") && Joining.Contains(view.LemmaOf(c)));
        if (bare && route.Length == 0 && !joins && !landmark) return null;
        // "The importance of joint projects": none of them is named.
        if (view[head].HasFeat("Number=Plur") && view.LemmaOf(head) is "project" or "undertaking" or "venture" or "enterprise" or "initiative" && !building && route.Length == 0 && !named && !phrase.Before.Any(t => view.Is(t, "nummod"))) return null;
        string name = NameOf(view, phrase, first, route);
        // "The Funan Techo canal, a joint venture", "the Southern Interconnection, a gas pipeline": its own name is before the comma.
        if (view.Is(head, "appos") && route.Length == 0 && view[head].HeadIndex is >= 0 and int titled && titled < head && view.ActorAt(titled) is null && view[titled].Upos is "PROPN" or "NOUN" && new NounPhrase(view, titled).Words(complements: false, conjuncts: false) is { Length: > 4 } proper && char.IsUpper(proper[0]) && proper.Contains(' ', StringComparison.Ordinal))
            name = proper;
        if ((name.Length < 5 && !landmark) || !name.Contains(' ', StringComparison.Ordinal) && !named) return null;
        Outlook outlook = context.StandingOf(governor ?? noun);
        if (StatusOf(view, head, governor, outlook) is not { } status) return null;
        return new Project
        {
            Status = status,
            Evidence = [context.EvidenceOf(governor ?? noun)],
            Speaker = outlook.Speaker?.Name,
            Confidence = named || shared ? 0.55 : 0.4,
            Actors = [.. ExtractionContext.Mentions(own).Where(m => parties.Contains(m.Actor)).DistinctBy(m => (m.Actor, m.Span)).OrderBy(m => m.Span)],
            Name = name,
            Parties = parties,
            Sector = frame.Sector,
            Capacity = AsWritten<Measurement>(view, head, context, u => u.Unit is not "km" and not "ha" and not "km2"),
            Cost = AsWritten<Money>(view, head, context, _ => true),
        };
    }

    private static int HeadOf(SentenceView view, int first, int last)
    {
        for (int i = last; i >= first; i--)
            if (view[i].HeadIndex < first || view[i].HeadIndex > last) return i;
        return last;
    }

    // "A loan agreement on the road", "a memorandum covering the network": what an instrument is for.
    private static bool UnderInstrument(SentenceView view, int head)
    {
        for (int at = head, steps = 0; steps < 3 && view[at].HeadIndex >= 0; steps++)
        {
            string preposition = view.CaseOf(at);
            at = view[at].HeadIndex;
            if (view.Mentions.Any(m => m is Instrument { Type: not ("plan" or "programme" or "statement" or "declaration" or "other") } && m.Tokens.Contains(at))) return preposition is "on" or "for" or "about" or "concerning" or "" && view[at].Upos == "NOUN";
            if (view[at].Upos == "VERB" && view.LemmaOf(at) is not ("cover" or "concern" or "fund" or "finance" or "build" or "construct")) return false;
        }
        return false;
    }

    private static string NameOf(SentenceView view, NounPhrase phrase, int first, TokenRange route)
    {
        TokenRange range = phrase.Range(complements: false, conjuncts: false);
        int start = Math.Min(range.Start, first), end = range.End;
        // "railway from Termez to Peshawar", "bridge between Bung Kan and Borikhamxay", "port at Anaklia"
        foreach ((string preposition, int complement) in phrase.Complements)
        {
            if (preposition is not ("from" or "between" or "at" or "to" or "of" or "linking") || view.Is(complement, "acl")) continue;
            // "The gas field from Eni", "systems to Turkey": only what has two ends goes from and to.
            if (preposition is "from" or "to" && !view.IsIn("line", phrase.Head)) continue;
            // "A force of 5,000 men", "a plant of 250 MW": its size is no part of its name.
            if (preposition == "of" && (view.MentionAt(complement) is QuantityMention || view.Sentence.ChildrenBy(complement, "nummod").Any())) continue;
            int stop = new NounPhrase(view, complement).Range().End;
            if (stop - start <= 9) end = Math.Max(end, stop);
        }
        if (route.Length > 0 && route.End - start <= 12) end = Math.Max(end, route.End);
        // "Their joint venture Middle Corridor Multimodal": the name behind the noun.
        if (end == phrase.Head + 1 && end < view.Count && view[end].Upos == "PROPN" && view.ActorAt(end) is null && (view[end].HeadIndex == phrase.Head || view.Is(phrase.Head, "compound") || view.Sentence.IsBelow(end, phrase.Head)))
            while (end < view.Count && view[end].Upos == "PROPN" && view.ActorAt(end) is null && end - start < 8) end++;
        // "The country's first expressway": whose it is stands in its parties.
        while (start + 2 < end && view[start].Upos == "NOUN" && view[start + 1].Form is "'s" or "’s" && view.LemmaOf(start) is "country" or "state" or "republic" or "kingdom" or "nation" or "region" or "world" or "continent" or "side") start += 2;
        while (start < end - 1 && (view[start].Upos is "DET" or "PUNCT" || view.LemmaOf(start) is "new" or "planned" or "future" or "proposed" or "entire" or "large" or "strategic" or "important" or "major" || view[start].Xpos is "PRP$")) start++;
        return NounPhrase.Words(view, new TokenRange(start, end), 9);
    }

    private static IEnumerable<ActorReference> Own(ExtractionContext context, SentenceView view, NounPhrase phrase)
    {
        foreach (int child in phrase.Before)
            foreach (ActorReference reference in context.ReferencesOf(view, child)) yield return reference;
        foreach ((string preposition, int complement) in phrase.Complements)
        {
            if (preposition is not ("between" or "with" or "from" or "to" or "through" or "of" or "in" or "via" or "across" or "by")) continue;
            foreach (ActorReference reference in context.ReferencesOf(view, complement)) yield return reference;
        }
        // "a joint venture of China, Kyrgyzstan and Uzbekistan", "a line linking Kenya with Ethiopia", "which China and Laos share"
        foreach (int child in view.Sentence.Children(phrase.Head))
        {
            // "The corridor, a project promoted by Chile and Brazil"
            if (view.Is(child, "appos"))
            {
                foreach (int clause in view.Sentence.ChildrenBy(child, "acl"))
                    foreach (Argument argument in view.At(clause).Arguments)
                        if (argument.Role == ArgumentRole.Subject && argument.Head != child) foreach (ActorReference reference in context.ReferencesOf(view, argument.Head)) yield return reference;
            }
            if (!view.Is(child, "acl")) continue;
            foreach (Argument argument in view.At(child).Arguments)
            {
                if (argument.Head == phrase.Head || argument.Role is ArgumentRole.Complement) continue;
                foreach (ActorReference reference in context.ReferencesOf(view, argument.Head)) yield return reference;
            }
        }
        // "Turkmenistan–Afghanistan–Pakistan–India pipeline" read as one name: the states inside it.
        TokenRange range = phrase.Range(complements: false, conjuncts: false);
        foreach (ActorReference reference in view.References)
            if (range.Contains(reference.Tokens)) yield return reference;
    }

    private static IEnumerable<ActorCode> Places(SentenceView view, NounPhrase phrase, TokenRange route)
    {
        TokenRange range = phrase.Range();
        foreach (PlaceName place in view.Mentions.OfType<PlaceName>())
            if (place.State is { } state && (range.Contains(place.Tokens) || route.Contains(place.Tokens))) yield return state;
        foreach (ActorReference reference in view.References)
            if (route.Contains(reference.Tokens)) foreach (ActorCode code in reference.Actors) yield return code;
    }

    // "Nigeria-Morocco gas pipeline" is one name in the lists; the states are still in it.
    private IEnumerable<ActorCode> InName(SentenceView view, NounPhrase phrase)
    {
        TokenRange range = phrase.Range(complements: false, conjuncts: false);
        for (int token = range.Start; token < range.End; token++)
        {
            // "Nigeria-Morocco", "Nigeria – Morocco"; not the America of "South America".
            bool dashed = view[token].Form.AsSpan().IndexOfAny('-', '–', '—') >= 0 || (token > 0 && view[token - 1].Form is "-" or "–" or "—") || (token + 1 < view.Count && view[token + 1].Form is "-" or "–" or "—");
            if (view[token].Form.Length < 4 || !dashed) continue;
            foreach (string part in view[token].Form.Split(['-', '–', '—']))
                if (lexicon.States.Find(part) is { } state) yield return state;
        }
    }

    // "railway from Termez to Peshawar", "line Datka – Sughd", "road linking A with B": the ends of it, by the order of the words, whatever the parse hangs them on.
    private static TokenRange RouteAfter(SentenceView view, int last)
    {
        int start = last + 1;
        // "the pipeline that connects A with B"
        if (start + 1 < view.Count && view[start].Form.ToLowerInvariant() is "that" or "which" && Joining.Contains(view.LemmaOf(start + 1))) start++;
        if (start >= view.Count) return new TokenRange(start, start);
        bool line = view[start].Upos == "PROPN" && start + 1 < view.Count && view[start + 1].Form is "-" or "–" or "—";
        if (!line && view[start].Form.ToLowerInvariant() is not ("from" or "between" or "linking" or "connecting" or "joining" or "links" or "connects" or "joins" or "runs")) return new TokenRange(start, start);
        int end = start, lastName = start;
        for (; end < view.Count && end - start < 14; end++)
        {
            if (view[end].Upos is "VERB" or "AUX" && end > start) break;
            if (view[end].Upos == "PUNCT" && view[end].Form is not ("-" or "–" or "—")) break;
            if (view[end].Upos == "PROPN") lastName = end + 1;
        }
        return new TokenRange(start, lastName);
    }

    private static Proposition? GovernorOf(SentenceView view, int head)
    {
        foreach (int child in view.Sentence.Children(head))
            if (view.Is(child, "acl") && Building.Contains(view.LemmaOf(child))) return view.At(child);
        for (int at = head, steps = 0; steps < 4 && view[at].HeadIndex >= 0; steps++)
        {
            at = view[at].HeadIndex;
            if (view[at].Upos is "VERB") return view.At(at);
        }
        return null;
    }

    private static ClaimStatus? StatusOf(SentenceView view, int head, Proposition? governor, Outlook outlook)
    {
        // "Work on the pipeline continues": a noun, though the tagger may take it for a verb.
        if (governor is { Lemma: "work", Head: 0 }) return ClaimStatus.Ongoing;
        // "A loan agreement on the second coastal road": to be built by it.
        if (UnderInstrument(view, head) && outlook.Standing is Standing.Happened && governor?.Lemma is not ("complete" or "finish" or "inaugurate" or "open" or "build" or "construct")) return ClaimStatus.Planned;
        if (governor is not null && Dropping.Contains(governor.Lemma) && outlook.Standing is Standing.Happened or Standing.Ongoing) return ClaimStatus.Denied;
        // "Put into service", "put into operation"
        bool inUse = governor is { Lemma: "put" or "go" or "come" or "enter" or "place" } && view.Sentence.Subtree(governor.Head).Any(t => view.LemmaOf(t) is "service" or "operation" or "use" && view.CaseOf(t) is "into" or "in");
        if (inUse && outlook.Standing is Standing.Happened) return ClaimStatus.Happened;
        // "The line was built with a loan": it stands.
        if (governor is { Lemma: "build" or "construct" or "erect" or "lay", IsPassive: true } && outlook.Standing is Standing.Happened && view[governor.Head].Xpos is "VBN" && view.Sentence.Children(governor.Head).Any(c => view[c].Deprel == "aux:pass" && view[c].Form is "was" or "were")) return ClaimStatus.Happened;
        // "Will help Uzbekistan to build a plant"
        if (outlook.Standing is Standing.Hypothetical && outlook.Embedder >= 0 && view.LemmaOf(outlook.Embedder) is "help" or "assist")
            return view.Sentence.Children(outlook.Embedder).Any(c => view[c].Form.ToLowerInvariant() is "will" or "'ll" or "to") ? ClaimStatus.Planned : ClaimStatus.Ongoing;
        return StatusOf(governor, outlook);
    }

    private static ClaimStatus? StatusOf(Proposition? governor, Outlook outlook) => outlook.Standing switch
    {
        Standing.Planned => ClaimStatus.Planned,
        Standing.Proposed or Standing.Requested or Standing.Hypothetical => ClaimStatus.Proposed,
        Standing.Negated or Standing.Denied or Standing.Cancelled => ClaimStatus.Denied,
        Standing.Threatened => null,
        _ => governor?.Lemma switch
        {
            "complete" or "finish" or "inaugurate" or "commission" or "open" or "unveil" when outlook.Standing is Standing.Happened => ClaimStatus.Happened,
            "discuss" or "propose" or "consider" or "negotiate" or "study" or "want" or "seek" or "promote" or "push" or "envisage" or "pursue" => ClaimStatus.Proposed,
            "plan" or "promise" or "agree" or "sign" or "conclude" or "prepare" or "intend" or "approve" => ClaimStatus.Planned,
            _ => ClaimStatus.Ongoing,
        },
    };

    private static string? AsWritten<T>(SentenceView view, int head, ExtractionContext context, Func<T, bool> fits) where T : QuantityMention
    {
        foreach (T mention in view.Mentions.OfType<T>().Where(fits))
        {
            int at = mention.Head;
            for (int steps = 0; steps < 3 && at >= 0; steps++, at = view[at].HeadIndex)
            {
                if (view[at].HeadIndex == head) return mention.Span.In(context.Document.Document.Text);
            }
        }
        return null;
    }

    private static bool Same(Project a, Project b)
    {
        HashSet<string> first = Words(a.Name), second = Words(b.Name);
        int common = first.Intersect(second).Count();
        // "The fourth bridge" is not the fifth; "the China-Laos railway" not the China-Thailand railway.
        if (!Ordinal(a.Name).SetEquals(Ordinal(b.Name)) && Ordinal(a.Name).Count + Ordinal(b.Name).Count > 1 && Ordinal(a.Name).Count > 0 && Ordinal(b.Name).Count > 0) return false;
        HashSet<string> x = Proper(a.Name), y = Proper(b.Name);
        // "The first expressway ... the 79-km expressway": what has no name of its own is the one told of.
        if ((x.Count == 0 || y.Count == 0) && a.Sector == b.Sector && Head(a.Name) == Head(b.Name) && a.Parties.Intersect(b.Parties).Count() >= 2) return true;
        if (x.Count > 1 && y.Count > 1 && x.Intersect(y).Count() <= 0.5 * Math.Min(x.Count, y.Count)) return false;
        return common > 0 && common >= 0.6 * Math.Min(first.Count, second.Count) && a.Parties.Intersect(b.Parties).Any();
    }

    private static Project Combine(Project first, Project second) => first with
    {
        Name = Words(second.Name).Count > Words(first.Name).Count + 1 && first.Name.Length < 12 ? second.Name : first.Name,
        Parties = second.Parties.Count > first.Parties.Count && second.Parties.Count <= 5 ? second.Parties : first.Parties,
        Capacity = first.Capacity ?? second.Capacity,
        Cost = first.Cost ?? second.Cost,
        Confidence = Math.Max(first.Confidence, second.Confidence),
        Speaker = first.Speaker is null || second.Speaker is null ? null : first.Speaker,
    };

    // The noun of a name: "railway" of "railway from Termez to Peshawar".
    private static string Head(string name)
    {
        string[] words = name.ToLowerInvariant().Split(' ');
        int end = Array.FindIndex(words, w => w is "of" or "from" or "between" or "at" or "to" or "linking" or "in" or "on");
        return words[end > 0 ? end - 1 : words.Length - 1].TrimEnd('s');
    }

    private static HashSet<string> Ordinal(string name) =>
        [.. name.ToLowerInvariant().Split(' ').Where(w => w is "first" or "second" or "third" or "fourth" or "fifth" or "sixth" or "seventh" or "eighth" or "ninth" or "tenth")];

    private static HashSet<string> Proper(string name) =>
        [.. name.Split([' ', '-', '–', '—', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0]))];

    private static HashSet<string> Words(string name) =>
        [.. name.ToLowerInvariant().Replace("bi-oceanic", "bioceanic", StringComparison.Ordinal).Split([' ', '-', '–', '—', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries).Select(w => w.TrimEnd('s')).Where(w => w is not ("the" or "of" or "to" or "from" or "and" or "in" or "at" or "joint" or "project"))];
}
