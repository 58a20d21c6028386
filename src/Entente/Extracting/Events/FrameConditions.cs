using System.Collections.Frozen;
using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Recognizing;
using Entente.Resolving;

namespace Entente.Extracting.Events;

/// <summary>Tests what a frame's columns "when" and "flags" ask of a proposition, before its sides are known.</summary>
internal sealed class FrameConditions(NounClasses classes)
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        "act", "activeagent", "arrival", "badword", "bare", "carried", "comp", "crowd", "dated", "future", "goodword", "harsh", "kind", "meeting", "negated", "negmore", "nocomp", "nolonger", "norelative", "nothelp",
        "notnews", "notopic", "objactor", "official", "opponent", "ordered", "partner", "overhead", "person", "real", "recip", "subjunctive", "that", "several", "together", "told", "violent", "visitor", "whether");

    /// <summary>Whether a word is a condition: one of those by name, or "path:class" or "path~class".</summary>
    public static bool Knows(string condition) => Words.Contains(condition) || condition.Contains(':', StringComparison.Ordinal) || condition.Contains('~', StringComparison.Ordinal);

    /// <summary>The first condition that does not hold, or null.</summary>
    public string? Failing(ExtractionContext context, EventFrame frame, Proposition proposition, Outlook outlook)
    {
        if (frame.Type == EventType.Assault && proposition.Pos == 'V' && IsByNature(proposition)) return "no natural force";
        if (frame.Type == EventType.Assault && IsStrikeOfWorkers(proposition)) return "no strike of workers";
        if (frame.Type == EventType.Assault && IsFigurative(proposition)) return "no figurative war";
        if (frame.Type is EventType.Request or EventType.Reject or EventType.Threaten or EventType.Accuse && proposition.Pos == 'V' && proposition.Subject >= 0 && classes.Holds("bystander", proposition.View, proposition.Subject)
            && context.ReferencesOf(proposition.View, proposition.Subject).Count == 0) return "somebody who acts for a state";
        foreach (string condition in frame.Conditions)
            if (!Holds(context, condition, proposition, outlook)) return condition;
        return null;
    }

    private bool Holds(ExtractionContext context, string condition, Proposition proposition, Outlook outlook)
    {
        SentenceView view = proposition.View;
        switch (condition)
        {
            case "comp":
                return proposition.All(ArgumentRole.Complement).Any(a => a.Preposition is "to" or "that" or "ing" or "on" or "for" or "not");
            case "act":
                // "declined to say how": nothing was asked for but words.
                return !proposition.All(ArgumentRole.Complement).Any(a => a.Preposition == "to" && classes.Holds("sayverb", view, a.Head));
            case "notopic":
                // "spoke of", "spoke to reporters", "spoke about": words to the public.
                return !proposition.All(ArgumentRole.Oblique).Any(a => a.Preposition is "of" or "about" or "to" or "out" or "for" or "against" or "at" && !(a.Preposition is "for" or "at" && IsTimeOrWay(view, a.Head)));
            case "that":
                return proposition.All(ArgumentRole.Complement).Any(a => a.Preposition is "that" or "of" or "against");
            case "notnews":
                // To reject a report of an act is to deny the act.
                return !proposition.All(ArgumentRole.Complement).Any(a => view.Sentence.Child(a.Head, "nsubj") is >= 0 and int named && classes.Holds("news", view, named)) && (proposition.Object < 0 || !classes.Holds("news", view, proposition.Object)) && (proposition.Pos != 'A' || proposition.Subject < 0 || !classes.Holds("news", view, proposition.Subject));
            case "visitor":
                return IsVisit(context, proposition);
            case "opponent":
                return new[] { "with", "against" }.Any(path => HasActor(context, proposition, path));
            case "norelative":
                return !view[proposition.Head].Deprel.StartsWith("acl", StringComparison.Ordinal) && !(proposition.Object >= 0 && view[proposition.Object].Form.Equals("what", StringComparison.OrdinalIgnoreCase));
            case "ordered":
                return outlook.Standing is Standing.Requested || view.Sentence.Children(proposition.Head).Any(c => view.Is(c, "aux") && view[c].Form is "must" or "have");
            case "nocomp":
                return !proposition.All(ArgumentRole.Complement).Any(a => a.Preposition == "to");
            case "bare":
                // "called the minister" telephones, "called the minister a liar" does not.
                return proposition.All(ArgumentRole.Complement).All(a => a.Preposition is "after" or "when" or "ing") && proposition.First(ArgumentRole.IndirectObject) < 0
                    && !view.Sentence.Children(proposition.Head).Any(c => view[c].Form.ToLowerInvariant() is "home" or "back" or "in" or "off" or "out" or "for" or "on");
            case "overhead":
                // "over the objections of Peru", "despite protests from Oslo": a clause tells what was done against them.
                return view.CaseOf(proposition.Head) is "over" or "despite" or "in spite of" or "against" or "notwithstanding";
            case "recip":
                // "promised each other", "pledged one another": the parties are the subject's.
                return proposition.Arguments.Any(a => a.Role is ArgumentRole.Object or ArgumentRole.IndirectObject && view[a.Head].Form.ToLowerInvariant() is "other" or "another");
            case "several":
                // "Thai and Cambodian troops fought": those who fight are told as one subject.
                return proposition.Subject >= 0 && context.ActorsOf(view, proposition.Subject).Count == 2 && !proposition.All(ArgumentRole.Oblique).Any(a => a.Preposition is "against" or "with" or "alongside" or "together with")
                    && proposition.Object < 0 && !view.Sentence.Children(proposition.Head).Any(c => view[c].Form.ToLowerInvariant() is "together" or "alongside");
            case "told":
                // "told him to leave", "was told that it must leave" ask; "told him that prices rose" does not.
                return proposition.All(ArgumentRole.Complement).Any(a => a.Preposition is "to" or "not" || (a.Preposition == "that" && view.Sentence.Children(a.Head).Any(c => view.Is(c, "aux") && view[c].Form.ToLowerInvariant() is "must" or "should" or "ought")));
            case "together":
                return view.Sentence.Children(proposition.Head).Any(c => view[c].Form.ToLowerInvariant() is "together" or "jointly" or "alongside" or "shoulder");
            case "subjunctive":
                // "insisted that Oman pay": a bare verb in a clause with "that" asks for what it tells.
                return proposition.All(ArgumentRole.Complement).Any(a => a.Preposition == "that" && (view[a.Head].Xpos is "VB" || (view[a.Head].Xpos is "VBP" && view.Sentence.Child(a.Head, "nsubj") is >= 0 and int subject && view[subject].Xpos is "NN" or "NNP")) && !view.Sentence.Children(a.Head).Any(c => view.Is(c, "aux")));
            case "future":
                return outlook.Standing is Standing.Planned or Standing.Proposed or Standing.Threatened || (outlook.Standing == Standing.Hypothetical && outlook.Speaker is not null);
            case "harsh":
                // "will respond forcefully", "with all its might"; a mere response may be a letter.
                return view.Sentence.Children(proposition.Head).Any(c => view.Is(c, "advmod") && classes.Holds("harshly", view, c))
                    || proposition.All(ArgumentRole.Oblique).Any(a => (a.Preposition is "with" or "in" or "by" && classes.HoldsBelow("forceful", view, a.Head)) || (a.Preposition == "to" && classes.Holds("attack", view, a.Head)));
            case "violent":
                // "hit $3 billion", "struck a deal", "hitting a record low": what is reached, not who is attacked.
                return proposition.Object < 0 || !(view.MentionAt(proposition.Object) is Money or Measurement || classes.Holds("level", view, proposition.Object));
            case "whether":
                return proposition.All(ArgumentRole.Complement).Any(a => a.Preposition is "whether" or "if");
            case "carried":
                return proposition.Carrier >= 0;
            case "negated":
                return outlook.Standing is Standing.Negated;
            case "person":
                return proposition.Subject >= 0 && (NounClasses.IsPerson(view, proposition.Subject) || classes.Holds("person", view, proposition.Subject) || IsRelevantPerson(view, proposition.Subject));
            case "crowd":
                return proposition.Subject >= 0 && IsCrowd(view, proposition.Subject);
            case "real":
                return outlook.Standing is Standing.Happened or Standing.Ongoing;
            case "nothelp":
                // "support the energy sector" helps somebody; "support the claim" sides with them.
                return proposition.Object < 0 || !classes.Holds("material", view, proposition.Object);
            case "partner":
                return HasPartner(context, proposition);
            case "arrival":
                return IsArrival(view, proposition);
            case "objactor":
                return HasActor(context, proposition, "obj") || HasActor(context, proposition, "comp.subj") || HasActor(context, proposition, "for");
            case "activeagent":
                return proposition.Subject >= 0 && HasActor(context, proposition, "subj");
            case "badword":
                // "called the visit by the speaker a provocation" read as the speaker's apposition: the word of blame ends the phrase.
                if (proposition.Pos == 'V' && view.Sentence.Subtree(proposition.Head).Any(t => view.Is(t, "appos") && t > proposition.Head && classes.Holds("bad", view, t) && view.Sentence.Children(t).Any(c => view[c].Form is "a" or "an"))) return true;
                return proposition.Arguments.Any(a => (a.Role == ArgumentRole.Complement || (a.Role == ArgumentRole.Oblique && a.Preposition is "as" or "of") || a.Role == ArgumentRole.Object) && classes.HoldsBelow("bad", view, a.Head));
            case "nolonger":
                return view.Sentence.Subtree(proposition.Head).Any(t => view[t].Form.Equals("longer", StringComparison.OrdinalIgnoreCase) || view[t].Form.Equals("anymore", StringComparison.OrdinalIgnoreCase));
            case "negmore":
                // "will take no more coal": what was done is not done any more.
                return proposition.Object >= 0 && view.Sentence.Subtree(proposition.Object).Any(t => view[t].Form.Equals("no", StringComparison.OrdinalIgnoreCase));
            case "kind":
                // "answer in kind", "respond in mirror fashion", "tit for tat"
                return view.Sentence.Subtree(proposition.Head).Any(t => view[t].Form.ToLowerInvariant() is "kind" or "mirror" or "tat" or "tit-for-tat" or "proportionately" or "symmetrically" or "reciprocally" or "reciprocity");
            case "goodword":
                // "called the plan a breakthrough": a word of praise for the object.
                return view.Sentence.Children(proposition.Head).Any(c => c > proposition.Head && (view.Is(c, "xcomp") || view.Is(c, "ccomp") || view.Is(c, "appos") || view.Is(c, "obl") || view.Is(c, "obj")) && GoodWithin(view, c));
            case "official":
                return proposition.Subject < 0 || !classes.Holds("crowd", view, proposition.Subject);
            case "dated":
                return (IsSubject(view, proposition.Head) || proposition.First(ArgumentRole.Possessive) >= 0) && context.TimeOf(proposition) is not null && context.Document.FocusAt(view.Index).Count >= 2;
            case "meeting":
                // A meeting told of needs a carrier, a definite form or its parties beside it.
                return proposition.Carrier >= 0 || HasParties(context, proposition);
        }
        if (condition.StartsWith("carrier:", StringComparison.Ordinal))
            return proposition.Carrier >= 0 && classes.Holds(condition["carrier:".Length..], view, proposition.Carrier);
        int tilde = condition.IndexOf('~', StringComparison.Ordinal);
        if (tilde > 0) return ArgumentPaths.Heads(proposition, condition[..tilde]).Any(head => classes.HoldsBelow(condition[(tilde + 1)..], view, head));
        int colon = condition.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return true;
        string path = condition[..colon], name = condition[(colon + 1)..];
        if (!classes.Has(name)) throw new EntenteException($"A frame asks for the class '{name}', which data/predicates/classes.tsv does not have.");
        foreach (int head in ArgumentPaths.Heads(proposition, path))
            if (classes.Holds(name, view, head) || (name == "instrument" && IsInstrumentBefore(context, view, head))) return true;
        return false;
    }

    private bool GoodWithin(SentenceView view, int phrase) =>
        classes.Holds("good", view, phrase) || view.Sentence.Children(phrase).Any(c => view.Is(c, "appos") && classes.Holds("good", view, c)) || view.Sentence.Children(phrase).Any(c => view.Is(c, "amod") && classes.Holds("good", view, c));

    /// <summary>"began a hunger strike" is no attack.</summary>
    private bool IsStrikeOfWorkers(Proposition proposition)
    {
        SentenceView view = proposition.View;
        int noun = proposition.Pos == 'N' ? proposition.Head : proposition.Object;
        return noun >= 0 && view.LemmaOf(noun) == "strike" && view.Sentence.Children(noun).Any(c => (view.Is(c, "compound") || view.Is(c, "amod")) && classes.Holds("labour", view, c));
    }

    /// <summary>"a tariff war", "the fight against poverty", "battled the fires": nobody shoots.</summary>
    private bool IsFigurative(Proposition proposition)
    {
        SentenceView view = proposition.View;
        int noun = proposition.Pos == 'N' ? proposition.Head : proposition.Object;
        // "prisoners of war", "a state of war": a kind of thing.
        if (proposition.Pos == 'N' && view.LemmaOf(noun) == "war" && view.CaseOf(noun) == "of" && view[noun].HeadIndex >= 0 && view.Sentence.Child(noun, "det") < 0 && classes.Holds("warof", view, view[noun].HeadIndex)) return true;
        if (noun >= 0 && view[noun].Upos == "NOUN" && view.LemmaOf(noun) is "war" or "battle" or "fight" or "warfare" && view.Sentence.Children(noun).Any(c => c < noun && (view.Is(c, "compound") || view.Is(c, "amod")) && classes.Holds("wordwar", view, c))) return true;
        return proposition.Arguments.Any(a => (a.Role == ArgumentRole.Object || (a.Role == ArgumentRole.Oblique && a.Preposition is "against" or "on" or "with" or "of")) && view[a.Head].Upos == "NOUN" && classes.Holds("scourge", view, a.Head) && view.LemmaOf(proposition.Head) is "war" or "battle" or "fight" or "fighting" or "combat" or "struggle" or "attack" or "assault" or "offensive" or "clash" or "campaign");
    }

    /// <summary>"was hit by a cyclone", "the drought killed": nobody attacks.</summary>
    private bool IsByNature(Proposition proposition)
    {
        SentenceView view = proposition.View;
        foreach (Argument argument in proposition.Arguments)
            if ((argument.Role == ArgumentRole.Subject || (argument.Role == ArgumentRole.Oblique && argument.Preposition is "by" or "in")) && view[argument.Head].Upos == "NOUN" && classes.Holds("nature", view, argument.Head)) return true;
        return false;
    }

    /// <summary>"They expect to sign it in May": a pronoun after a sentence, or words before it in its own, that name an instrument.</summary>
    private static bool IsInstrumentBefore(ExtractionContext context, SentenceView view, int token)
    {
        if (view[token].Upos != "PRON" || view[token].Form.ToLowerInvariant() is not ("it" or "this" or "they" or "them" or "these" or "both")) return false;
        if (view.Mentions.Any(m => m is Instrument && m.Tokens.End <= token)) return true;
        return view.Index > 0 && context.Sentences[view.Index - 1].Mentions.Any(m => m is Instrument);
    }

    /// <summary>"for three hours", "at first", "at length".</summary>
    private static bool IsTimeOrWay(SentenceView view, int token) =>
        view.MentionAt(token) is TimeExpression || view.LemmaOf(token) is "hour" or "minute" or "day" or "time" or "first" or "length" or "while" || view.Times.Any(t => t.Expression.Tokens.Contains(token));

    /// <summary>"thousands of students", "young Algerians", "prisoners".</summary>
    private bool IsCrowd(SentenceView view, int token)
    {
        if (classes.Holds("crowd", view, token)) return true;
        foreach (int child in view.Sentence.Children(token))
            if (view.Is(child, "nmod") && view.CaseOf(child) == "of" && classes.Holds("crowd", view, child)) return true;
        return view.ActorAt(token) is { Basis: ReferenceBasis.Adjective } && view[token].Upos is "PROPN" or "NOUN" && view[token].Form.EndsWith('s');
    }

    /// <summary>Somebody meets somebody: a person or actor acts, and there is another, or they are several.</summary>
    private bool HasPartner(ExtractionContext context, Proposition proposition)
    {
        SentenceView view = proposition.View;
        if (proposition.Subject < 0) return false;
        IReadOnlyList<ActorReference> subject = context.ReferencesOf(view, proposition.Subject);
        if (subject.Count == 0 && !NounClasses.IsPerson(view, proposition.Subject)) return false;
        // "where their borders meet": what belongs to a state does not meet, who acts for it does.
        if (view.ActorAt(proposition.Subject) is null && !NounClasses.IsPerson(view, proposition.Subject) && classes.Holds("still", view, proposition.Subject)) return false;
        if (ExtractionContext.Codes(subject).Count > 1) return true;
        return new[] { "obj", "with" }.Any(path => ArgumentPaths.Heads(proposition, path).Any(head => NounClasses.IsPerson(view, head) || context.ReferencesOf(view, head).Count > 0));
    }

    /// <summary>Who makes a visit is a person or a state, no train or cargo.</summary>
    private static bool IsVisit(ExtractionContext context, Proposition proposition)
    {
        SentenceView view = proposition.View;
        foreach (Argument argument in proposition.Arguments)
        {
            if (argument.Role is not (ArgumentRole.Subject or ArgumentRole.Possessive) && !(argument.Role == ArgumentRole.Oblique && argument.Preposition is "of" or "by")) continue;
            if (NounClasses.IsPerson(view, argument.Head) || view.ActorAt(argument.Head) is not null) return true;
            if (view.Sentence.Children(argument.Head).Any(c => view.Is(c, "appos") && NounClasses.IsPerson(view, c))) return true;
            if (context.ReferencesOf(view, argument.Head).Count > 0 && view.LemmaOf(argument.Head) is "delegation" or "mission" or "team" or "head" or "leader" or "official" or "representative" or "side" or "mp" or "lawmaker" or "member" or "chief") return true;
        }
        if (view.CaseOf(proposition.Head) == "during" || SideFinder.Above(context, proposition).Any(r => r.Basis is ReferenceBasis.Person or ReferenceBasis.Office)) return true;
        return proposition.Arguments.Any(a => a.Role == ArgumentRole.Modifier && view.LemmaOf(a.Head) is "official" or "state" or "working" or "two-day" or "three-day" or "one-day");
    }

    /// <summary>"A second round of fighting in September killed dozens."</summary>
    private static bool IsSubject(SentenceView view, int noun)
    {
        int at = noun;
        for (int steps = 0; steps < 2 && view.Is(at, "nmod") && view.CaseOf(at) == "of"; steps++) at = view[at].HeadIndex;
        return view.Is(at, "nsubj");
    }

    private static bool HasActor(ExtractionContext context, Proposition proposition, string path) => ArgumentPaths.References(context, proposition, path).Count > 0;

    private static bool HasParties(ExtractionContext context, Proposition proposition) =>
        new[] { "poss", "between", "with", "of", "by", "mod", "among", "of.between", "of.of", "of.mod" }.Any(path => HasActor(context, proposition, path)) || SideFinder.Above(context, proposition).Count > 0;

    private static bool IsRelevantPerson(SentenceView view, int token) => view.ActorAt(token) is { Basis: ReferenceBasis.Group or ReferenceBasis.Anaphor };

    /// <summary>"arrived in", "flew to": the place is a state or its seat, reached by somebody who acts for another.</summary>
    private static bool IsArrival(SentenceView view, Proposition proposition)
    {
        string lemma = proposition.Lemma;
        bool towards = lemma is "arrive" or "land" or "touch down" or "stop over" or "stop off" or "drop in" or "set" or "put in" or "step off" or "expect" or "expected" or "await" or "awaited" or "due" or "schedule" or "slated";
        foreach (Argument argument in proposition.All(ArgumentRole.Oblique))
        {
            bool fits = towards ? argument.Preposition is "in" or "at" or "on" : argument.Preposition is "to" or "for" || (lemma is "pass" or "swing" && argument.Preposition is "through" or "by");
            if (fits && (view.ActorAt(argument.Head) is not null || view.Mentions.Any(m => m is PlaceName { State: not null } && m.Tokens.Contains(argument.Head)))) return true;
            if (argument.Preposition == "on" && view.LemmaOf(argument.Head) is "visit" or "trip" or "tour") return true;
        }
        return false;
    }
}
