using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Events;

/// <summary>Finds events: matches the frames of data/predicates against the propositions of each sentence.</summary>
internal sealed class EventExtractor : IClaimExtractor
{
    private readonly EventFrames frames;
    private readonly FrameConditions conditions;

    /// <summary>An extractor with the frames of these tables.</summary>
    public EventExtractor(DataFiles data)
    {
        frames = new EventFrames(data);
        conditions = new FrameConditions(new NounClasses(data));
    }

    /// <inheritdoc/>
    public IEnumerable<Claim> Extract(ExtractionContext context)
    {
        List<ToldEvent> told = [];
        // A text about one state, or of one sentence, tells of one side without the other.
        bool alone = context.Sentences.Count == 1 || context.Document.Actors.SelectMany(a => a.Actors).Distinct().Take(2).Count() < 2;
        foreach (SentenceView view in context.Sentences) told.AddRange(InSentence(context, view, alone, told));
        return EventMerger.Merge(new EventSettings(context, told).Fill(told));
    }

    private List<ToldEvent> InSentence(ExtractionContext context, SentenceView view, bool alone, List<ToldEvent> before)
    {
        List<ToldEvent> found = [];
        Dictionary<int, EventFrame> fired = [];
        foreach (int token in view.Predicates())
        {
            if (IsName(view, token)) continue;
            Proposition? proposition = null;
            Outlook? outlook = null;
            (EventFrame Frame, List<ToldEvent> Events)? oneSided = null;
            foreach (EventFrame frame in frames.At(view, token))
            {
                proposition ??= view.At(token);
                outlook ??= context.StandingOf(proposition);
                if (conditions.Failing(context, frame, proposition, outlook) is { } failing)
                {
                    context.Note(view, token, $"{frame.Name}: '{failing}' does not hold");
                    continue;
                }
                if (SideFinder.Find(context, frame, proposition, outlook, found.Count > 0 ? [.. before, .. found] : before) is not { } sided)
                {
                    context.Note(view, token, $"{frame.Name}: no two sides");
                    continue;
                }
                if (Tell(context, frame, proposition, outlook, sided, alone) is { } events)
                {
                    context.Note(view, token, $"{frame.Name}: {string.Join("; ", events.Select(e => Show(e.Claim)))}");
                    // Another frame of the same word may know where the other side stands.
                    if (oneSided is { } kept && kept.Frame.Type != frame.Type) break;
                    if (frame.Has("target") && events.TrueForAll(e => e.Claim.Source.Count == 0 || e.Claim.Target.Count == 0))
                    {
                        oneSided ??= (frame, events);
                        continue;
                    }
                    oneSided = null;
                    found.AddRange(events);
                    fired[token] = frame;
                    break;
                }
                context.Note(view, token, $"{frame.Name}: {outlook.Standing.ToString().ToLowerInvariant()}, {string.Join('+', sided.Source)} > {string.Join('+', sided.Target)}: no claim");
                // Its sides are missing or nothing is claimed; the predicate is still this one.
                if (outlook.Status is null)
                {
                    if (oneSided is null) fired[token] = frame;
                    break;
                }
            }
            if (oneSided is { } side)
            {
                found.AddRange(side.Events);
                fired[token] = side.Frame;
            }
        }
        found.AddRange(Demands(context, view, fired));
        foreach (ToldEvent presence in Presences(context, view, found).ToList())
        {
            // "is in Dhaka on a visit": the noun tells the same with one side less.
            found.RemoveAll(e => e.Claim.Type == EventType.Consult && e.Claim.Target.Count == 0 && view.Sentence.IsBelow(e.Proposition.Head, presence.Proposition.Head));
            found.Add(presence);
        }
        found.AddRange(Echoes.In(context, view, found.Count > 0 ? [.. before, .. found] : before));
        found.AddRange(Accusations(context, found));
        // "attended the summit": the noun tells what its verb has told.
        found.RemoveAll(e => e.Proposition.Pos == 'N' && ObjectOf(view, e.Proposition.Head) is >= 0 and int verb && fired.TryGetValue(verb, out EventFrame? outer) && !IsOccasion(e, outer)
            && (outer.Type == e.Frame.Type || (e.Frame.Type is EventType.Sanction or EventType.Reject or EventType.Coerce && outer.Type is EventType.Retreat or EventType.Concede) || (e.Frame.Type == EventType.Concede && outer.Type is EventType.Agree or EventType.Support)
            // "put the talks on ice", "vetoed the opening of talks": there are none.
            || (e.Frame.Type == EventType.Consult && outer.Type is EventType.Sanction or EventType.Reject && e.Claim.Status is not ClaimStatus.Denied)));
        // "fired at the boat, wounding two": what an attack came to is the same attack.
        found.RemoveAll(e => e.Claim.Type == EventType.Assault && view[e.Proposition.Head].Xpos == "VBG" && e.Proposition.Pos == 'V' && found.Exists(o => o != e && o.Claim.Type is EventType.Assault or EventType.Coerce
            && o.Proposition.Head < e.Proposition.Head && IsResult(view, e.Proposition.Head, o.Proposition.Carrier >= 0 ? o.Proposition.Carrier : o.Proposition.Head)));
        // "protested against what it called an attack": blame within blame is one.
        found.RemoveAll(e => e.Claim.Type is EventType.Accuse or EventType.Request or EventType.Reject or EventType.Threaten && found.Exists(o => o != e && o.Claim.Type == e.Claim.Type && (o.Claim.Source.SequenceEqual(e.Claim.Source) || (view.Is(e.Proposition.Head, "xcomp") && o.Claim.Target.SequenceEqual(e.Claim.Source)))
            && (e.Frame.Has("other") || (view.Is(e.Proposition.Head, "xcomp") && view[e.Proposition.Head].HeadIndex == o.Proposition.Head) || (e.Proposition.Object >= 0 && view[e.Proposition.Object].Form.Equals("what", StringComparison.OrdinalIgnoreCase)) || (e.Claim.Type == EventType.Accuse && IsNaming(view.BareLemmaOf(e.Proposition.Head))))
            && o.Proposition.Head != e.Proposition.Head && view.Sentence.IsBelow(e.Proposition.Head, o.Proposition.Head)));
        // What a demonstration demands is no event beside it.
        found.RemoveAll(e => e.Claim.Type is EventType.Request or EventType.Accuse && IsUnder(view, e.Proposition.Head, token => found.Exists(o => o.Claim.Type == EventType.Protest && (o.Proposition.Head == token || o.Proposition.Carrier == token))));
        // "is ready to send aid": an offer of something that is an event by itself is that event, proposed.
        foreach (ToldEvent offer in found.FindAll(o => o.Frame.Has("yields")))
        {
            int inner = found.FindIndex(e => e.Outlook.Embedder == offer.Proposition.Head && e.Claim.Type <= EventType.Retreat && e.Claim.Status is ClaimStatus.Planned or ClaimStatus.Proposed && e.Sides.Target.Count > 0);
            if (inner < 0) continue;
            found[inner] = found[inner] with { Claim = found[inner].Claim with { Status = ClaimStatus.Proposed } };
            found.Remove(offer);
        }
        // What was agreed, demanded, refused or threatened is told by that event already.
        found.RemoveAll(e => e.Outlook.Embedder >= 0 && e.Outlook.Embedder != e.Proposition.Head && fired.TryGetValue(e.Outlook.Embedder, out EventFrame? outer)
            && (e.Claim.Status != ClaimStatus.Denied || (e.Outlook.Standing is Standing.Cancelled or Standing.Negated && outer.Type is EventType.Sanction or EventType.Reject)) && found.Any(o => o.Proposition.Head == e.Outlook.Embedder && o.Frame == outer));
        return found;
    }

    /// <summary>"Manila said that Chinese vessels had rammed its boat": who tells of a hostile act against itself accuses.</summary>
    private static List<ToldEvent> Accusations(ExtractionContext context, List<ToldEvent> found)
    {
        List<ToldEvent> accusations = [];
        foreach (ToldEvent told in found)
        {
            if (told.Claim.Type is not (EventType.Assault or EventType.Coerce or EventType.Mobilize) || told.Claim.Status != ClaimStatus.Happened) continue;
            if (told.Outlook.Speaker is not { Verb: >= 0 } speaker || !speaker.Actors.Any(told.Claim.Target.Contains)) continue;
            List<ActorCode> source = [.. speaker.Actors.Where(told.Claim.Target.Contains)];
            if (found.Exists(o => o.Claim.Type == EventType.Accuse && o.Claim.Source.Intersect(source).Any()) || accusations.Exists(o => o.Claim.Source.SequenceEqual(source) && o.Claim.Target.SequenceEqual(told.Claim.Source))) continue;
            EventSides accused = new(source, told.Claim.Source, told.Sides.References, told.Sides.Guessed + 1);
            // The accusation is of the day on which it is said, not of that of the act.
            ToldEvent made = Make(context, Allegation, told.Proposition, told.Outlook with { Attributions = [] }, ClaimStatus.Happened, accused);
            DateRange? said = DateOf(TimeFinder.At(told.Proposition.View, speaker.Verb, speaker.Verb, context.Document.Document.Published?.LastDay), ClaimStatus.Happened);
            accusations.Add(made with { Claim = made.Claim with { Date = said }, SaidBy = speaker.Verb, IsDated = said is not null, Days = said });
        }
        return accusations;
    }

    private static readonly EventFrame Allegation = new()
    {
        Words = ["say"],
        Pos = 'V',
        Type = EventType.Accuse,
        Mode = "allege",
        Source = [],
        Target = [],
        Conditions = [],
        Cameo = "112",
        Contexts = ["diplomatic"],
        Order = int.MaxValue,
    };

    // The parser hangs "what" on the verb or the verb on "what".
    private static bool IsFreeRelative(Proposition proposition)
    {
        SentenceView view = proposition.View;
        bool IsWhat(int token) => token >= 0 && view[token].Form.Equals("what", StringComparison.OrdinalIgnoreCase);
        return IsWhat(proposition.Object) || IsWhat(view[proposition.Head].HeadIndex) || view.Sentence.Children(proposition.Head).Any(IsWhat);
    }

    private static bool IsNaming(string verb) => verb is "call" or "term" or "brand" or "label" or "consider" or "deem" or "name" or "dub" or "describe" or "characterise" or "characterize";

    /// <summary>A participle that goes on from a verb, or is coordinated with one that does.</summary>
    private static bool IsResult(SentenceView view, int participle, int verb)
    {
        int at = participle;
        for (int steps = 0; steps < 3 && at >= 0 && view.Is(at, "conj"); steps++) at = view[at].HeadIndex;
        return at >= 0 && view.Is(at, "advcl") && view.CaseOf(at, "mark").Length == 0 && view[at].HeadIndex == verb;
    }

    /// <summary>"During a visit to Quito she met the president": the visit is an event of its own.</summary>
    private static bool IsOccasion(ToldEvent noun, EventFrame verb) =>
        (noun.Frame.Format == "visit" && verb.Format != "visit" && noun.Proposition.View.CaseOf(noun.Proposition.Head) is "during" or "on" or "in")
        // "went on to Berlin for a meeting with the minister": the meeting is one as well.
        || (verb.Format == "visit" && noun.Frame.Format == "meeting" && noun.Proposition.Oblique("with") is >= 0 and int met && NounClasses.IsPerson(noun.Proposition.View, met));

    /// <summary>The verb that a noun depends on, past words of measure: "lifted most of its sanctions".</summary>
    private static int ObjectOf(SentenceView view, int noun)
    {
        int at = noun;
        for (int steps = 0; steps < 2 && view.Is(at, "nmod") && view.CaseOf(at) == "of"; steps++) at = view[at].HeadIndex;
        return view[at].HeadIndex;
    }

    private static bool IsUnder(SentenceView view, int token, Func<int, bool> holds)
    {
        for (int at = view[token].HeadIndex, steps = 0; at >= 0 && steps < 4; at = view[at].HeadIndex, steps++)
            if (holds(at)) return true;
        return false;
    }

    /// <summary>"The minister said that Turkey must withdraw its troops" is a request, whatever the verb.</summary>
    private static IEnumerable<ToldEvent> Demands(ExtractionContext context, SentenceView view, Dictionary<int, EventFrame> fired)
    {
        for (int token = 0; token < view.Count; token++)
        {
            if (view[token].Upos is not "VERB" || !view.Sentence.Children(token).Any(c => view.Is(c, "aux") && view[c].Form is "must" or "should")) continue;
            Proposition proposition = view.At(token);
            Outlook outlook = context.StandingOf(proposition);
            if (outlook.Standing != Standing.Requested || outlook.Embedder >= 0 || outlook.Speaker is not { Actors.Count: > 0 } speaker || proposition.Subject < 0) continue;
            IReadOnlyList<ActorReference> subject = context.ReferencesOf(view, proposition.Subject);
            List<ActorCode> target = [.. ExtractionContext.Codes(subject).Where(c => !speaker.Actors.Contains(c))];
            if (target.Count == 0) continue;
            fired.TryAdd(token, Demand);
            EventSides found = new(speaker.Actors, target, [.. context.ReferencesOf(view, speaker.Head), .. subject], 0);
            yield return Make(context, Demand, proposition, outlook, ClaimStatus.Happened, found);
        }
    }

    /// <summary>"The envoy was in Seoul on Monday", "has been to Lima twice": who is at another's seat visits.</summary>
    private static IEnumerable<ToldEvent> Presences(ExtractionContext context, SentenceView view, List<ToldEvent> found)
    {
        for (int token = 0; token < view.Count; token++)
        {
            int copula = view.Sentence.Child(token, "cop");
            if (copula < 0 || view.CaseOf(token) is not ("in" or "to" or "at") || SideFinder.StateOf(view, token) is not { } place || !(view.CaseOf(token) == "to" || view.Mentions.Any(m => m is PlaceName { Kind: "city" or "capital" } && m.Tokens.Contains(token)))) continue;
            int subject = view.Sentence.Child(token, "nsubj");
            if (subject < 0 || !NounClasses.IsPerson(view, subject)) continue;
            IReadOnlyList<ActorReference> visitor = context.ReferencesOf(view, subject);
            List<ActorCode> source = [.. ExtractionContext.Codes(visitor).Where(a => !place.Actors.Contains(a))];
            if (source.Count == 0 || source.Count < ExtractionContext.Codes(visitor).Count || found.Exists(e => e.Claim.Type == EventType.Consult && e.Claim.Target.Count > 0 && view.Sentence.IsBelow(e.Proposition.Head, token))) continue;
            string[] words = [.. view.Sentence.Children(token).Where(c => view.Is(c, "aux") || view.Is(c, "cop") || view.Is(c, "advmod")).Select(c => view[c].Form.ToLowerInvariant())];
            if (words.Any(w => w is "not" or "n't" or "never" or "may" or "might" or "could" or "would" or "should" or "born")) continue;
            Proposition proposition = view.At(token);
            ClaimStatus status = words.Contains("will") ? ClaimStatus.Planned : words.Contains("is") || words.Contains("are") ? ClaimStatus.Ongoing : ClaimStatus.Happened;
            yield return Make(context, Presence, proposition, context.StandingOf(proposition), status, new EventSides(source, place.Actors, [.. visitor, place], 0));
        }
    }

    private static readonly EventFrame Presence = new()
    {
        Words = ["be", "in"],
        Pos = 'N',
        Type = EventType.Consult,
        Mode = "visit",
        Source = [],
        Target = [],
        Conditions = [],
        Format = "visit",
        Cameo = "042",
        Contexts = ["diplomatic"],
        Order = int.MaxValue,
    };

    private static readonly EventFrame Demand = new()
    {
        Words = ["must"],
        Pos = 'V',
        Type = EventType.Request,
        Source = [],
        Target = [],
        Conditions = [],
        Cameo = "100",
        Contexts = ["diplomatic"],
        Order = int.MaxValue,
    };

    /// <summary>A word of a name is no predicate: "Security Council", "Ministry of Trade".</summary>
    private static bool IsName(SentenceView view, int token)
    {
        // "were wounded by shelling": who was wounded did not shell.
        if (view[token].Xpos == "VBG" && view.Is(token, "advcl") && view.CaseOf(token, "mark") == "by" && view.Sentence.Child(token, "obj") < 0 && view.At(view[token].HeadIndex).IsPassive) return true;
        // "treating wounded sailors": a participle that the parser took for a verb with an object.
        if (view[token].Xpos == "VBN" && view[token].Deprel == "xcomp" && view.Sentence.Child(token, "obj") == token + 1 && view.Sentence.Child(token, "aux") < 0) return true;
        // "the ousted president": a participle before a noun is no telling.
        // "Rwanda-backed rebels" likewise.
        if (view[token].Upos == "VERB") return view.Is(token, "amod") && (view.Sentence.Children(token).Count == 0 || (token > 0 && view[token - 1].Form == "-"));
        return view.MentionAt(token) is ActorName or OfficeTitle or PersonName or PlaceName or TimeExpression or Money
            || (view.ActorAt(token) is { } actor && actor.Basis is not ReferenceBasis.Group and not ReferenceBasis.Anaphor);
    }

    private static List<ToldEvent>? Tell(ExtractionContext context, EventFrame frame, Proposition proposition, Outlook outlook, EventSides found, bool alone)
    {
        // What somebody says stays said though its content is denied.
        if (outlook.Standing == Standing.Denied && frame.Type is EventType.Accuse or EventType.Request or EventType.Threaten && outlook.Speaker is { } denier && denier.Verb >= 0 && !proposition.View.Sentence.IsBelow(proposition.Head, denier.Verb))
            outlook = outlook with { Standing = Standing.Happened, Attributions = [.. outlook.Attributions.Skip(1)] };
        ClaimStatus? status = outlook.Status;
        if (outlook.Standing == Standing.Attempted && frame.Type is EventType.Assault or EventType.Coerce or EventType.Mobilize or EventType.Consult) status = ClaimStatus.Happened;
        if (frame.Has("negated") || frame.Has("negmore") && outlook.Standing == Standing.Negated) status = ClaimStatus.Happened;
        // "will pay a price": the words are a threat now.
        if (frame.Has("future")) status = ClaimStatus.Happened;
        if (status is null && IsConditionalThreat(frame, proposition, outlook) && outlook.Speaker is not null) status = ClaimStatus.Happened;
        if (status is null) return null;
        // "is expected in Lima": the words tell of what is to come.
        if (frame.Has("ahead") && status is ClaimStatus.Happened or ClaimStatus.Ongoing) status = ClaimStatus.Planned;
        if (status is ClaimStatus.Happened or ClaimStatus.Ongoing && outlook.Embedder < 0 && LiesAhead(context, proposition)) status = ClaimStatus.Planned;
        // A plain "did not" is no claim; somebody's denial is.
        if (outlook.Standing == Standing.Negated && !frame.Has("negated") && !frame.Has("negmore") && (outlook.Speaker is null || outlook.Speaker.Actors.Count == 0)) return null;
        if (IsHabit(context, frame, proposition)) return null;
        // "calls the balloons an attack": a name for a thing is no telling of it.
        if (proposition.Pos == 'N' && (proposition.View.Is(proposition.Head, "xcomp") || (proposition.View.Is(proposition.Head, "obj") && proposition.View.Sentence.Children(proposition.Head).Any(c => proposition.View[c].Form.ToLowerInvariant() is "a" or "an"))) && ObjectOf(proposition.View, proposition.Head) is >= 0 and int naming && IsNaming(proposition.View.BareLemmaOf(naming))) return null;
        // "on what it called a hideout": a name for a thing blames nobody.
        if (proposition.Pos == 'V' && frame.Type == EventType.Accuse && IsNaming(proposition.View.BareLemmaOf(proposition.Head)) && IsFreeRelative(proposition)) return null;
        // "called the allegation baseless": it is another's.
        if (proposition.Pos == 'N' && frame.Type > EventType.Retreat && proposition.Carrier >= 0 && IsNaming(proposition.View.BareLemmaOf(proposition.Carrier))) return null;
        // A protest that did not take place is no claim.
        if (frame.Type == EventType.Protest && status == ClaimStatus.Denied) return null;
        // "denounced it as an attack on its sovereignty" likewise.
        if (proposition.Pos == 'N' && frame.Type > EventType.Retreat && proposition.View.CaseOf(proposition.Head) == "as" && ObjectOf(proposition.View, proposition.Head) is >= 0 and int above && proposition.View[above].Upos == "VERB") return null;
        // "are trained for raids on its soil", "plans for an attack": what is aimed at.
        if (proposition.Pos == 'N' && proposition.Carrier < 0 && frame.Type is EventType.Assault or EventType.Coerce && proposition.View.CaseOf(proposition.Head) == "for" && ObjectOf(proposition.View, proposition.Head) is >= 0 and int aim
            && proposition.View.BareLemmaOf(aim) is "train" or "prepare" or "plan" or "use" or "ready" or "camp" or "plot" or "call" or "base" or "rehearse" or "arm") return null;
        // "provocative manoeuvres by Caracas": one alone does not cooperate.
        if (proposition.Pos == 'N' && frame.Type == EventType.Cooperate && frame.IsMutual && proposition.Carrier < 0 && found.Guessed > 0) return null;
        // "Since 2006 it has provided over $50 million": a sum of years is a figure, no act.
        if (frame.Type == EventType.Aid && status == ClaimStatus.Happened && context.TimeOf(proposition) is { Expression.Function: TimeFunction.Since }) return null;
        // "to protest", "to investigate" as the aim of another act is told by that act.
        if (outlook is { Standing: Standing.Planned, Embedder: < 0 } && frame.Type > EventType.Retreat && proposition.View.Is(proposition.Head, "advcl")) return null;
        if (frame.Type is EventType.Coerce or EventType.Assault && IsTogether(proposition) && proposition.Subject >= 0 && context.ActorsOf(proposition.View, proposition.Subject) is { Count: > 1 } partners)
            (frame, found) = (JointAction, found with { Source = [partners[0]], Target = [.. partners.Skip(1)] });
        bool two = found.Source.Count > 0 && found.Target.Count > 0;
        // A noun by itself names its sides; one that a verb carries may leave one to the report's focus, a ceremony both.
        if (proposition.Pos == 'N' && found.Guessed > ((proposition.Carrier >= 0 && frame.IsMutual) || frame.Has("dated") ? 2 : 1)) return null;
        if (proposition.Pos != 'N' && found.Guessed > (frame is { IsMutual: true, Type: EventType.Support } || (frame is { IsMutual: true, Type: EventType.Agree } && proposition.IsPassive) ? 2 : 1)) return null;
        // "Kazakhstan tightened controls at the frontier": reports leave out the side that they are about. Of words said, and of help, that is more often
        // somebody else: of 116 sides so filled in reports written apart, 4 of 29 of those types were right, 41 of the 87 others.
        if (!two && !alone && found.All.Any() && found.Guessed <= 1 && status is not ClaimStatus.Denied && frame.Type is not (EventType.Reject or EventType.Request or EventType.Protest or EventType.Aid) && !frame.Has("other") && SideFinder.FromStory(context, proposition.View, found) is { } whole)
            (found, two) = (whole, true);
        if (!two && !(alone && found.All.Any() && (!frame.IsMutual || frame.Type == EventType.Agree) && found.Guessed <= 1)) return null;
        if (frame.Has("other") && (!two || outlook.Speaker is null)) return null;
        if (frame.IsBothWays && two)
        {
            List<ActorCode> all = [.. found.All];
            if (all.Count == 2)
            {
                return
                [
                    Make(context, frame, proposition, outlook, status.Value, found with { Source = [all[0]], Target = [all[1]] }),
                    Make(context, frame, proposition, outlook, status.Value, found with { Source = [all[1]], Target = [all[0]] }),
                ];
            }
        }
        if (found.Source.Count == 2 && found.Source.SequenceEqual(found.Target))
        {
            return
            [
                Make(context, frame, proposition, outlook, status.Value, found with { Source = [found.Source[0]], Target = [found.Source[1]] }),
                Make(context, frame, proposition, outlook, status.Value, found with { Source = [found.Source[1]], Target = [found.Source[0]] }),
            ];
        }
        if (frame.Type == EventType.Consult && IsApart(context, frame, proposition, found)) return [.. found.Target.Select(t => Make(context, frame, proposition, outlook, status.Value, found with { Target = [t] }))];
        return [Make(context, IsConditionalThreat(frame, proposition, outlook) ? Threat : frame, proposition, outlook, IsConditionalThreat(frame, proposition, outlook) ? ClaimStatus.Happened : status.Value, found)];
    }

    /// <summary>"Kenyan and Ugandan police jointly arrested", "arrested in a joint operation".</summary>
    private static bool IsTogether(Proposition proposition) =>
        proposition.View.Sentence.Children(proposition.Head).Any(c => proposition.View[c].Form.ToLowerInvariant() is "jointly" or "together")
        || (proposition.Pos == 'N' && proposition.All(ArgumentRole.Modifier).Any(a => proposition.View[a.Head].Form.ToLowerInvariant() is "joint" or "combined" or "coordinated"))
        || proposition.All(ArgumentRole.Oblique).Any(a => proposition.View.Sentence.Children(a.Head).Any(c => proposition.View[c].Form.ToLowerInvariant() is "joint" or "combined" or "coordinated"));

    private static readonly EventFrame JointAction = new()
    {
        Words = ["act", "jointly"],
        Pos = 'V',
        Type = EventType.Cooperate,
        Source = [],
        Target = [],
        Conditions = [],
        Cameo = "063",
        Contexts = ["legal"],
        Order = int.MaxValue,
    };

    /// <summary>"Flights start next week", "delegations gather on 20 June": a present tense with a day to come.</summary>
    private static bool LiesAhead(ExtractionContext context, Proposition proposition)
    {
        SentenceView view = proposition.View;
        int verb = proposition.Carrier >= 0 ? proposition.Carrier : proposition.Head;
        if (view[verb].Xpos is not ("VBZ" or "VBP" or "VBG") || context.Document.Document.Published is not { } published) return false;
        if (view[verb].Xpos == "VBG" && !view.Sentence.Children(verb).Any(c => view.Is(c, "aux") && view[c].Form.ToLowerInvariant() is "is" or "are")) return false;
        return context.TimeOf(proposition) is { Expression.Function: TimeFunction.At } time
            && (time.From > published.LastDay || (time.Value.IsSingle && time.From == published.LastDay && view[verb].Xpos == "VBZ" && view.BareLemmaOf(verb) is "leave" or "depart" or "arrive" or "open" or "start" or "begin" or "fly" or "set" or "travel" or "go" or "head"));
    }

    /// <summary>"phoned the emir of Qatar and the king", "held separate talks with each": one side meets several, each by itself.</summary>
    private static bool IsApart(ExtractionContext context, EventFrame frame, Proposition proposition, EventSides found)
    {
        SentenceView view = proposition.View;
        if (found.Source.Count != 1 || found.Target.Count < 2 || proposition.Subject < 0) return false;
        IReadOnlyList<ActorCode> subject = context.ActorsOf(view, proposition.Subject);
        if (subject.Count != 1 || subject[0] != found.Source[0]) return false;
        if (frame.Format is "call") return true;
        return frame.Format is "meeting" or "visit" && view.Sentence.Tokens.Any(t => t.Form.ToLowerInvariant() is "separate" or "separately" or "individually" or "successively" or "respectively" or "turn");
    }

    /// <summary>"will withdraw unless", "said relations would be cut if": a hostile act announced under a condition is a threat.</summary>
    private static bool IsConditionalThreat(EventFrame frame, Proposition proposition, Outlook outlook)
    {
        if (outlook.Standing is not (Standing.Planned or Standing.Hypothetical)) return false;
        bool hostile = frame.Type is EventType.Sanction or EventType.Coerce or EventType.Assault or EventType.Mobilize or EventType.Reject;
        foreach (Argument argument in proposition.All(ArgumentRole.Complement))
        {
            if (argument.Preposition == "unless" && (hostile || frame.Type == EventType.Retreat)) return true;
            if (argument.Preposition == "if" && hostile) return true;
        }
        return false;
    }

    private static readonly EventFrame Threat = new()
    {
        Words = ["threaten"],
        Pos = 'V',
        Type = EventType.Threaten,
        Source = [],
        Target = [],
        Conditions = [],
        Cameo = "130",
        Contexts = ["diplomatic"],
        Order = int.MaxValue,
    };

    /// <summary>"The two states take part in forums": a plural in the simple present tells no event.</summary>
    private static bool IsHabit(ExtractionContext context, EventFrame frame, Proposition proposition)
    {
        SentenceView view = proposition.View;
        if (frame.Type is not (EventType.Consult or EventType.Cooperate or EventType.Aid or EventType.Support)) return false;
        if (proposition.Pos == 'V')
        {
            // "participate in various organizations and forums", "regularly meet".
            if (view[proposition.Head].Xpos is not ("VBP" or "VBZ") || view.Sentence.Child(proposition.Head, "aux") >= 0 || context.BlockOf(view) != BlockKind.Paragraph || context.TimeOf(proposition) is not null) return false;
            return frame.Type == EventType.Consult && proposition.Arguments.Any(a => a.Role is ArgumentRole.Object or ArgumentRole.Oblique && view[a.Head].Xpos == "NNS" && view.Sentence.Child(a.Head, "det") < 0 && view.ActorAt(a.Head) is null);
        }
        if (proposition.Pos != 'N') return false;
        int verb = proposition.Carrier;
        if (verb < 0 || view[verb].Xpos is not ("VBP" or "VBZ") || view.Sentence.Child(verb, "aux") >= 0 || context.BlockOf(view) != BlockKind.Paragraph) return false;
        return view[proposition.Head].Xpos is "NNS" && view.Sentence.Child(proposition.Head, "det") < 0 && context.TimeOf(proposition) is null;
    }

    /// <summary>"Since May, when they exchanged fire": what happened did so at the start.</summary>
    private static DateRange? DateOf(ResolvedTime? time, ClaimStatus status)
    {
        if (time is null) return null;
        return time.Value is { Start: { } since, End: null } && status == ClaimStatus.Happened ? new DateRange(since) : time.Named ?? time.Value;
    }

    private static string Show(Event e) => $"{e.Type.ToString().ToUpperInvariant()} {e.Status.ToString().ToLowerInvariant()} {string.Join('+', e.Source)} > {string.Join('+', e.Target)}";

    private static ToldEvent Make(ExtractionContext context, EventFrame frame, Proposition proposition, Outlook outlook, ClaimStatus status, EventSides found)
    {
        ResolvedTime? time = context.TimeOf(proposition, status is ClaimStatus.Happened);
        string? speaker = null;
        if (outlook.Speaker is { } who && (status == ClaimStatus.Denied || !who.Actors.Any(found.Source.Contains) || outlook.Standing != Standing.Happened || frame.Type is not (EventType.Accuse or EventType.Request or EventType.Reject or EventType.Threaten)))
            speaker = who.Name;
        // What is planned does not lie behind the report: the day is that of the announcement.
        bool isOver = status == ClaimStatus.Planned && context.Document.Document.Published is { } published && time?.Value.End is { } last && last.LastDay < published.FirstDay;
        Event claim = new()
        {
            Type = frame.Type,
            Status = status,
            Source = found.Source,
            Target = found.Target,
            Date = isOver ? null : DateOf(time, status),
            Place = context.PlaceOf(proposition),
            Format = frame.Format,
            Mode = frame.Mode,
            Cameo = frame.Cameo,
            Contexts = [.. frame.Contexts.Order(StringComparer.Ordinal)],
            Speaker = speaker,
            Evidence = [context.EvidenceOf(proposition)],
            Actors = [.. ExtractionContext.Mentions(found.References).DistinctBy(m => (m.Actor, m.Span)).OrderBy(m => m.Span).ThenBy(m => m.Actor)],
            Confidence = EventConfidence.Of(frame, proposition, outlook, found),
        };
        return new ToldEvent(claim, frame, proposition, outlook, found, context.BlockOf(proposition.View) != BlockKind.Paragraph) { IsDated = claim.Date is not null, Days = isOver ? null : time?.Value };
    }
}

/// <summary>One telling of an event, with what it was read from.</summary>
/// <param name="Claim">What it claims.</param>
/// <param name="Frame">The frame that fits.</param>
/// <param name="Proposition">What it fits.</param>
/// <param name="Outlook">How that stands.</param>
/// <param name="Sides">Who acts and whom it concerns.</param>
/// <param name="IsHeadline">Whether it stands outside the body.</param>
internal sealed record ToldEvent(Event Claim, EventFrame Frame, Proposition Proposition, Outlook Outlook, EventSides Sides, bool IsHeadline)
{
    /// <summary>Whether its own words give the date.</summary>
    public bool IsDated { get; init; }

    /// <summary>The days of its own words, finer than the date of the claim where they count in weeks; null where it has none.</summary>
    public DateRange? Days { get; init; }

    /// <summary>Index of the verb by which it is done where that is one of saying and not the predicate; -1 otherwise.</summary>
    public int SaidBy { get; init; } = -1;
}
