using Entente.Claims;
using Entente.Text;

namespace Entente.Extracting.Propositions;

/// <summary>
/// Says how a predicate stands to the facts: from its own form (tense, modal verbs, negation), then from every predicate that embeds
/// it, up to the root: "The ministry denied that Baku planned to close" is denied, with the ministry as speaker.
/// </summary>
internal sealed class OutlookReader(Lexicon lexicon, Func<SentenceView, int, IReadOnlyList<ActorCode>> actorsOf, Func<SentenceView, int, string> nameOf)
{
    private const int Deep = 24;

    /// <summary>How a proposition stands to the facts and who says so.</summary>
    public Outlook Read(Proposition proposition)
    {
        List<Attribution> attributions = [];
        SentenceView view = proposition.View;
        int head = proposition.Carrier >= 0 ? proposition.Carrier : proposition.Head;
        Standing standing = view[head].Upos is "VERB" or "AUX" ? OfVerb(view, head) : OfPhrase(view, head);
        int embedder = -1;
        if (proposition.Carrier >= 0)
        {
            standing = Own(view, proposition.Head, standing);
        }
        (standing, embedder) = Climb(view, head, standing, attributions);
        return new Outlook(standing, attributions, embedder);
    }

    /// <summary>Goes up the tree from a predicate and applies what each governor says.</summary>
    private (Standing Standing, int Embedder) Climb(SentenceView view, int from, Standing standing, List<Attribution> attributions)
    {
        int decided = -1;
        int at = from;
        for (int steps = 0; at >= 0 && steps < Deep; steps++)
        {
            AddAsides(view, at, attributions);
            int governor = view[at].HeadIndex;
            if (governor < 0) break;
            if (view[at].Deprel is "conj" or "appos" or "flat" or "list")
            {
                // Coordinated predicates share what stands above the first.
                at = view[at].Deprel == "conj" ? view.FirstConjunct(at) : governor;
                continue;
            }
            // "..., a group protested": the aside is not under what it tells.
            if (view.Is(at, "parataxis") && at > governor && view[at].Upos == "VERB" && lexicon.Speaks(view.LemmaOf(at))) break;
            bool clause = view.Is(at, "acl") || view.Is(at, "advcl") || view.Is(at, "ccomp") || view.Is(at, "xcomp") || view.Is(at, "csubj") || view.Is(at, "parataxis");
            bool nominal = !clause && (view.Is(at, "obj") || view.Is(at, "obl") || view.Is(at, "nsubj") || view.Is(at, "nmod") || view.Is(at, "compound") || view.Is(at, "iobj"));
            if (!clause && !nominal) break;
            if (view[at].Deprel == "acl:relcl" || (view.Is(at, "acl") && IsParticiple(view, at)))
            {
                // A relative clause or participle says something of its own, whatever is said of the noun.
                AddSpeakersAbove(view, governor, attributions);
                break;
            }
            if (nominal && view.Is(at, "nsubj") && InTheWorks(view, governor) is { } coming)
            {
                if (standing is Standing.Happened or Standing.Ongoing) (standing, decided) = (coming, governor);
                break;
            }
            Proposition above = view.At(governor);
            string form = clause ? Forms(view, at) : NominalForm(view, at, above);
            if (clause && form == "until" && standing == Standing.Happened && (view[at].Xpos is "VBZ" or "VBP" || OfVerb(view, governor) is Standing.Planned or Standing.Hypothetical)) standing = Standing.Hypothetical;
            if (clause && view.Is(at, "advcl") && form is "if" or "unless" or "whether" or "in case" or "provided" or "lest")
            {
                if (view.Is(at, "advcl") || form is "if" or "whether" or "unless") standing = Standing.Hypothetical;
            }
            if (clause && form is "that" or "which" && view.Is(at, "acl") && view[at].Xpos == "VBD" && view.MentionAt(governor) is Recognizing.Instrument && view.At(at) is { IsPassive: false } within && (within.Object < 0 || within.Object == governor))
            {
                // "under the agreement that they signed in March": the parser took a relative clause, whose object is the instrument, for its content.
                AddSpeakersAbove(view, governor, attributions);
                break;
            }
            Embedding? embedding = lexicon.Embeds(above.Lemma, above.Pos, form);
            if (embedding is null && form == "ing") embedding = lexicon.Embeds(above.Lemma, above.Pos, "to");
            if (embedding is null && clause && form is "because" or "as" or "after" or "when" or "while" or "since" or "before" or "although" or "though" or "until")
            {
                // An adverbial clause tells its own facts.
                AddSpeakersAbove(view, governor, attributions);
                break;
            }
            if (embedding is not null)
            {
                Standing outer = above.Pos == 'V' || above.Pos == 'A' ? OfVerb(view, governor) : OfPhrase(view, governor);
                Standing before = standing;
                // "will continue to support", "must stop": what the governing verb is, the act is.
                standing = embedding is { Effect: Effect.Fact, Speaks: false } && above.Pos == 'V' && form is "to" or "ing" && standing is Standing.Happened && outer is Standing.Planned or Standing.Hypothetical or Standing.Requested
                    ? outer
                    : Apply(embedding.Effect, standing, outer);
                if (standing != before && decided < 0) decided = governor;
                if (embedding.Speaks && above.Pos == 'V') AddSpeaker(view, above, embedding.Effect, attributions);
            }
            else if (clause && form == "to" && view.Is(at, "advcl"))
            {
                // Purpose: "arrived to sign".
                if (standing is Standing.Happened) standing = Standing.Planned;
            }
            else if (clause && form == "to" && view.Is(at, "acl") && IsRanked(view, governor))
            {
                // "the fifth country to recognise the republic" did so.
                break;
            }
            else if (clause && form == "to" && view.Is(at, "acl") && view[governor].Head == 0 && governor < at && view[view.Count - 1].Form is not ("." or "!" or "?") && !Enumerable.Range(0, view.Count).Any(t => view[t].Upos == "AUX" || view[t].Xpos is "VBZ" or "VBD" or "VBP"))
            {
                // A headline: "South Korea to send doctors".
                if (standing is Standing.Happened) standing = Standing.Planned;
            }
            else if (clause && form == "to" && view.Is(at, "acl"))
            {
                // "an agreement still to be concluded" will be; "the right to close" is open.
                if (standing is Standing.Happened) standing = view.At(at).IsPassive ? Standing.Planned : Standing.Hypothetical;
            }
            else if (clause && form is "ing" && standing == Standing.Happened && above.Pos == 'V')
            {
                // A participle shares the time of its clause.
                standing = OfVerb(view, governor);
            }
            else if (nominal && form == "subj" && standing == Standing.Happened && IsIndefinite(view, at) && OfVerb(view, governor) == Standing.Hypothetical)
            {
                // "an attack on Guam would trigger": nothing has come about.
                standing = Standing.Hypothetical;
            }
            else if (nominal && form is "in the event of" or "in case of" || (nominal && form == "of" && view.LemmaOf(governor) is "event" or "case" && view.CaseOf(governor) == "in"))
            {
                standing = Standing.Hypothetical;
            }
            else if (nominal && above.Pos == 'N')
            {
                // "the start of the talks" follows its noun's fate only through the table.
                if (!view.Is(at, "nmod") && !view.Is(at, "compound")) break;
            }
            else if (nominal && above.Pos == 'V' && lexicon.IsLight(above.Lemma, form))
            {
                standing = Weaker(standing, OfVerb(view, governor));
            }
            at = governor;
        }
        return (standing, decided);
    }

    /// <summary>"is in preparation", "is on the agenda", "is under discussion"; null where it is no such thing.</summary>
    private static Standing? InTheWorks(SentenceView view, int token) => (view.CaseOf(token), view.BareLemmaOf(token)) switch
    {
        ("in" or "under", "preparation" or "offing" or "works" or "work" or "pipeline" or "planning" or "sight" or "prospect") => Standing.Planned,
        ("on", "agenda" or "card" or "programme" or "program" or "schedule" or "calendar" or "way") => Standing.Planned,
        ("under" or "in", "discussion" or "consideration" or "negotiation" or "review" or "study" or "debate") => Standing.Proposed,
        _ => null,
    };

    /// <summary>"the first country to", "the latest to", "the only one to".</summary>
    private static bool IsRanked(SentenceView view, int noun) =>
        view[noun].HasFeat("NumType=Ord") || view[noun].Form.ToLowerInvariant() is "first" or "last" or "latest" or "only"
        || view.Sentence.Children(noun).Any(c => c < noun && (view[c].HasFeat("NumType=Ord") || view[c].Form.ToLowerInvariant() is "first" or "second" or "third" or "last" or "latest" or "only"));

    private static bool IsIndefinite(SentenceView view, int noun) =>
        view[noun].Upos == "NOUN" && !view.Sentence.Children(noun).Any(c => (view.Is(c, "det") && view[c].Form.ToLowerInvariant() is "the" or "this" or "these" or "those" or "that") || view.Is(c, "nmod:poss") || view.Is(c, "nummod"));

    private static Standing Weaker(Standing a, Standing b) => a == Standing.Happened ? b : a;

    private static bool IsParticiple(SentenceView view, int verb) => view[verb].Xpos is "VBN" or "VBG" && view.CaseOf(verb, "mark").Length == 0;

    private static string Forms(SentenceView view, int clause)
    {
        string mark = view.CaseOf(clause, "mark");
        if (mark.Length == 0) mark = view.CaseOf(clause);
        if (mark is "in order to" or "so as to") return "to";
        if (mark.Length > 0) return mark;
        if (view.Is(clause, "ccomp") || view.Is(clause, "parataxis")) return "that";
        // "when Sandu visited Kyiv": a finite clause of its own time.
        if (view.Is(clause, "advcl") && view[clause].Xpos is "VBD" or "VBZ" or "VBP") return "when";
        return view[clause].Xpos == "VBG" ? "ing" : view.Is(clause, "xcomp") ? "to" : "ing";
    }

    private static string NominalForm(SentenceView view, int noun, Proposition above)
    {
        if (view.Is(noun, "obj")) return "obj";
        if (view.Is(noun, "nsubj")) return above.IsPassive || view[noun].Deprel == "nsubj:pass" ? "obj" : "subj";
        return view.CaseOf(noun);
    }

    /// <summary>What a governing predicate with its own standing makes of the standing below it.</summary>
    private static Standing Apply(Effect effect, Standing inner, Standing outer)
    {
        bool real = inner is Standing.Happened or Standing.Ongoing;
        bool negated = outer is Standing.Negated or Standing.Denied or Standing.Cancelled;
        if (outer is Standing.Hypothetical && effect is not Effect.Fact and not Effect.Plan) return real ? Standing.Hypothetical : inner;
        return effect switch
        {
            Effect.Fact => negated && real ? Standing.Negated : inner,
            Effect.Plan => negated ? Standing.Negated : outer is Standing.Hypothetical or Standing.Requested ? outer : outer is Standing.Proposed ? Standing.Proposed : real ? Standing.Planned : inner,
            Effect.Propose => negated ? Standing.Negated : real || inner == Standing.Planned ? Standing.Proposed : inner,
            Effect.Request => negated ? Standing.Hypothetical : inner is Standing.Negated ? Standing.Hypothetical : Standing.Requested,
            Effect.Threaten => negated ? Standing.Hypothetical : Standing.Threatened,
            Effect.Hypo => Standing.Hypothetical,
            Effect.Try => negated || outer is not Standing.Happened and not Standing.Ongoing ? Standing.Hypothetical : inner is Standing.Happened or Standing.Ongoing ? Standing.Attempted : inner,
            Effect.Negate => negated ? inner : inner is Standing.Negated ? Standing.Happened : Standing.Negated,
            Effect.Cancel => negated ? inner : outer is Standing.Planned or Standing.Hypothetical ? Standing.Hypothetical : Standing.Cancelled,
            Effect.Deny => negated ? Standing.Hypothetical : inner is Standing.Negated ? Standing.Happened : Standing.Denied,
            Effect.Allege => negated ? Standing.Hypothetical : inner,
            _ => inner,
        };
    }

    // "not", "never"; "no longer buys", which says as much of today.
    private bool IsNegation(SentenceView view, int adverb)
    {
        string form = view[adverb].Form.ToLowerInvariant();
        if (form is "longer" or "more") return adverb > 0 && view[adverb - 1].Form.Equals("no", StringComparison.OrdinalIgnoreCase);
        return lexicon.Modifies(form is "n't" or "n’t" ? "not" : form) == Effect.Negate;
    }

    /// <summary>What a verb or predicative adjective says of itself.</summary>
    public Standing OfVerb(SentenceView view, int verb)
    {
        Sentence sentence = view.Sentence;
        int finite = verb;
        bool negated = false, progressive = false, present = false, perfect = false;
        Standing? modal = null;
        for (int steps = 0; steps < 3; steps++)
        {
            bool any = false;
            foreach (int child in sentence.Children(finite))
            {
                if (view.Is(child, "advmod") && steps == 0 && IsNegation(view, child)) negated = true;
                if (!view.Is(child, "aux") && !view.Is(child, "cop")) continue;
                any = true;
                string lemma = view[child].Lemma.ToLowerInvariant(), form = view[child].Form.ToLowerInvariant();
                switch (form)
                {
                    case "will" or "'ll" or "’ll" or "shall" or "wo":
                        modal = Standing.Planned;
                        break;
                    case "would" or "'d":
                        modal = UnderPastSaying(view, finite) ? Standing.Planned : Standing.Hypothetical;
                        break;
                    case "may" or "might" or "could" or "can" or "ca":
                        modal = Standing.Hypothetical;
                        break;
                    case "should" or "must" or "ought":
                        modal = Standing.Requested;
                        break;
                }
                if (lemma == "be" && form is "is" or "are" or "am" or "'s" or "’s" or "'re") present = true;
                if (lemma == "be" && (view[verb].Xpos == "VBG" || view[verb].HasFeat("VerbForm=Ger") || view[verb].HasFeat("Tense=Pres"))) progressive = view[verb].Xpos == "VBG" || view[verb].Form.EndsWith("ing", StringComparison.OrdinalIgnoreCase);
                if (lemma == "have") perfect = true;
                // "is to sign", "was due to": be + to + infinitive.
                if (lemma == "be" && view.CaseOf(verb, "mark") == "to" && child < verb && view[verb].HasFeat("VerbForm=Inf") && view.Is(child, "aux")) modal ??= Standing.Planned;
            }
            if (any || !view.Is(finite, "conj") || view[finite].Xpos is "VBD" or "VBZ" or "VBP") break;
            int first = view[finite].HeadIndex;
            if (first < 0 || view[first].Upos is not ("VERB" or "ADJ")) break;
            finite = first;
        }
        if (HasNegativeArgument(view, verb)) negated = true;
        if (modal == Standing.Planned && negated) return Standing.Negated;
        if (negated) return modal is Standing.Hypothetical or Standing.Requested ? Standing.Hypothetical : Standing.Negated;
        if (modal is { } m) return m;
        Effect? adverb = AdverbEffect(view, verb);
        if (adverb == Effect.Hypo) return Standing.Hypothetical;
        if (progressive && (present || perfect)) return Standing.Ongoing;
        // An infinitive as the root of a headline: "Russia to sign".
        if (view[verb].Head == 0 && view.CaseOf(verb, "mark") == "to") return Standing.Planned;
        if (view[verb].Head == 0 && view[verb].Xpos == "VB" && sentence.Child(verb, "nsubj") < 0) return Standing.Requested;
        return Standing.Happened;
    }

    private Effect? AdverbEffect(SentenceView view, int verb)
    {
        foreach (int child in view.Sentence.Children(verb))
            if (view.Is(child, "advmod") && lexicon.Modifies(view[child].Form.ToLowerInvariant()) is { } effect) return effect;
        return null;
    }

    /// <summary>"no agreement was signed", "signed nothing".</summary>
    private static bool HasNegativeArgument(SentenceView view, int verb)
    {
        foreach (int child in view.Sentence.Children(verb))
        {
            if (!view.Is(child, "nsubj") && !view.Is(child, "obj")) continue;
            if (view[child].Form.ToLowerInvariant() is "nothing" or "nobody" or "none") return true;
            int det = view.Sentence.Child(child, "det");
            if (det >= 0 && view[det].Form.Equals("no", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static bool UnderPastSaying(SentenceView view, int verb)
    {
        for (int at = verb, steps = 0; at >= 0 && steps < 6; at = view[at].HeadIndex, steps++)
        {
            if (view.Is(at, "ccomp") || view.Is(at, "parataxis")) return true;
            foreach (int child in view.Sentence.Children(at))
                if (view.Is(child, "parataxis") && view[child].Upos == "VERB") return true;
            if (view.CaseOf(at) == "according to") return true;
            if (view[at].Deprel is "advcl" && view.CaseOf(at, "mark") is "if") return false;
        }
        // A clause by itself in the past: free indirect speech is common in reports.
        return !view.Sentence.Children(verb).Any(c => view.Is(c, "advcl") && view.CaseOf(c, "mark") is "if" or "unless");
    }

    /// <summary>What stands beside a noun says of it.</summary>
    private Standing OfPhrase(SentenceView view, int noun) => Own(view, noun, Standing.Happened);

    private Standing Own(SentenceView view, int noun, Standing standing)
    {
        foreach (int child in view.Sentence.Children(noun))
        {
            if (!view.Is(child, "amod") && !view.Is(child, "det") && !view.Is(child, "advmod") && !view.Is(child, "compound")) continue;
            switch (lexicon.Modifies(view[child].Form.ToLowerInvariant()))
            {
                case Effect.Plan when standing == Standing.Happened:
                    standing = Standing.Planned;
                    break;
                case Effect.Propose when standing is Standing.Happened or Standing.Planned:
                    standing = Standing.Proposed;
                    break;
                case Effect.Negate:
                    standing = Standing.Negated;
                    break;
                case Effect.Cancel:
                    standing = Standing.Cancelled;
                    break;
                case Effect.Hypo:
                    standing = Standing.Hypothetical;
                    break;
                case Effect.Threaten:
                    standing = Standing.Threatened;
                    break;
            }
        }
        return standing;
    }

    /// <summary>"according to", "X said" as a parenthesis.</summary>
    private void AddAsides(SentenceView view, int at, List<Attribution> attributions)
    {
        foreach (int child in view.Sentence.Children(at))
        {
            if (view.Is(child, "obl") && view.CaseOf(child) is "according to" or "in the words of" or "citing") Add(view, child, child, false, attributions);
            else if (view.Is(child, "parataxis") && view[child].Upos == "VERB" && lexicon.Speaks(view.LemmaOf(child)) && view.Sentence.Child(child, "ccomp") < 0)
            {
                int subject = view.Sentence.Child(child, "nsubj");
                // "..., said Chad's minister": who stands behind the verb speaks, whatever the parser took him for.
                if (subject < 0 && view.Sentence.Child(child, "iobj") is >= 0 and int behind) subject = behind;
                if (subject < 0 && view.Sentence.Child(child, "obj") is >= 0 and int last && last > child && view[child].Xpos is "VBD" or "VBZ") subject = last;
                if (subject >= 0) Add(view, subject, child, false, attributions);
            }
        }
    }

    private void AddSpeakersAbove(SentenceView view, int from, List<Attribution> attributions)
    {
        for (int at = from, steps = 0; at >= 0 && steps < Deep; at = view[at].HeadIndex, steps++)
        {
            AddAsides(view, at, attributions);
            int governor = view[at].HeadIndex;
            if (governor < 0 || !(view.Is(at, "ccomp") || view.Is(at, "xcomp"))) continue;
            Proposition above = view.At(governor);
            if (above.Pos == 'V' && lexicon.Speaks(above.Lemma)) AddSpeaker(view, above, Effect.Fact, attributions);
        }
    }

    private void AddSpeaker(SentenceView view, Proposition verb, Effect effect, List<Attribution> attributions)
    {
        int speaker = verb.Subject;
        if (speaker >= 0) Add(view, speaker, verb.Head, effect == Effect.Allege, attributions);
    }

    private void Add(SentenceView view, int head, int verb, bool alleged, List<Attribution> attributions)
    {
        if (attributions.Exists(a => a.Head == head)) return;
        attributions.Add(new Attribution(nameOf(view, head), actorsOf(view, head), verb, head, alleged));
    }
}
