using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Propositions;

/// <summary>
/// Builds the propositions of one sentence. Arguments come from the predicate's own dependents first; what is missing is taken from
/// the noun that it modifies, the predicate that controls it or the one that it is coordinated with. It only looks up the tree for
/// whole propositions, so it ends.
/// </summary>
internal sealed class PropositionBuilder(SentenceView view, Lexicon lexicon)
{
    private static readonly string[] BlamedBy = ["at", "against", "on"];

    private Sentence Sentence => view.Sentence;

    /// <summary>The proposition of a token.</summary>
    public Proposition Build(int token)
    {
        char pos = PosOf(token);
        return pos switch
        {
            'V' => BuildVerb(token),
            'A' => BuildAdjective(token),
            _ => BuildNoun(token),
        };
    }

    /// <summary>The proposition of a token with its own dependents only.</summary>
    public Proposition BuildAlone(int token)
    {
        List<Argument> arguments = [];
        char pos = PosOf(token);
        bool passive = pos == 'V' && IsPassive(token);
        if (pos != 'N') Surface(token, passive, arguments);
        else Dependents(token, arguments);
        return new Proposition { View = view, Head = token, Lemma = view.LemmaOf(token), Pos = pos, IsPassive = passive, Arguments = arguments };
    }

    private char PosOf(int token) => view[token].Upos switch
    {
        // "Fighting broke out between": a gerund that stands where a noun stands and has no object is one.
        "VERB" when view[token].Xpos == "VBG" && view[token].Relation is "nsubj" && Sentence.Child(token, "obj") < 0 => 'N',
        "VERB" or "AUX" => 'V',
        "ADJ" => 'A',
        _ => 'N',
    };

    private Proposition BuildVerb(int verb)
    {
        List<Argument> arguments = [];
        bool passive = IsPassive(verb);
        Surface(verb, passive, arguments);
        Inherit(verb, passive, arguments);
        return new Proposition { View = view, Head = verb, Lemma = view.LemmaOf(verb), Pos = 'V', IsPassive = passive, Arguments = arguments };
    }

    private Proposition BuildAdjective(int adjective)
    {
        List<Argument> arguments = [];
        Surface(adjective, passive: false, arguments);
        if (view.Is(adjective, "amod") && !Has(arguments, ArgumentRole.Subject)) arguments.Add(new Argument(ArgumentRole.Subject, view[adjective].HeadIndex));
        Inherit(adjective, passive: false, arguments);
        return new Proposition { View = view, Head = adjective, Lemma = view.LemmaOf(adjective), Pos = 'A', Arguments = arguments };
    }

    private Proposition BuildNoun(int noun)
    {
        List<Argument> arguments = [];
        Dependents(noun, arguments);
        if (view.Is(noun, "nmod") && view.CaseOf(noun) == "of" && IsMeasureNoun(view[noun].HeadIndex))
        {
            // "a volley of criticism from Jakarta": what stands with the measure belongs to the measured.
            foreach (int child in Sentence.Children(view[noun].HeadIndex))
            {
                if (child == noun) continue;
                if (view.Is(child, "nmod:poss") && !Has(arguments, ArgumentRole.Possessive)) arguments.Add(new Argument(ArgumentRole.Possessive, Resolve(child), Inherited: true));
                else if (view.Is(child, "amod") || view.Is(child, "compound")) arguments.Add(new Argument(ArgumentRole.Modifier, child, Inherited: true));
                else if (view.Is(child, "nmod") && view.CaseOf(child) is { Length: > 0 } preposition and not "of") arguments.Add(new Argument(preposition == "by" ? ArgumentRole.Subject : ArgumentRole.Oblique, Resolve(child), preposition, Inherited: true));
            }
        }
        if (view.Is(noun, "obj") && !Has(arguments, ArgumentRole.Subject) && view[noun].HeadIndex is >= 0 and int active && view[active].Upos == "VERB" && !IsPassive(active))
        {
            // "denounced the arrest of a monk by Laos": who acts stands behind the noun, wherever the parser hung it.
            foreach (int child in Sentence.Children(active))
                if (child > noun && view.Is(child, "obl") && view.CaseOf(child) == "by" && view.ActorAt(child) is not null) arguments.Add(new Argument(ArgumentRole.Subject, child, "by"));
        }
        int carrier = CarrierOf(noun);
        if (carrier >= 0)
        {
            Proposition verb = view.At(carrier);
            foreach (Argument argument in verb.Arguments)
            {
                if (argument.Head == noun || argument.Role == ArgumentRole.Complement) continue;
                if (argument.Role == ArgumentRole.Object && view.Is(noun, "conj")) continue;
                if (argument.Role == ArgumentRole.Subject && InSameCoordination(argument.Head, noun)) continue;
                if (argument.Role != ArgumentRole.Object) arguments.Add(argument with { Inherited = true });
            }
        }
        else if (view.Is(noun, "obj") && !Has(arguments, ArgumentRole.Subject) && view[noun].HeadIndex is >= 0 and int governor && view[governor].Upos == "VERB" && view.BareLemmaOf(governor) is not ("discuss" or "debate" or "negotiate")
            && lexicon.Embeds(view.LemmaOf(governor), 'V', "obj") is { Effect: Effect.Plan or Effect.Propose or Effect.Cancel or Effect.Try or Effect.Threaten or Effect.Hypo })
        {
            // "was considering limits on imports": who plans, weighs or drops a thing would do it.
            foreach (Argument argument in view.At(governor).All(ArgumentRole.Subject)) arguments.Add(argument with { Inherited = true });
        }
        else if (view.Is(noun, "conj"))
        {
            // "the visit and talks with": the first of coordinated nouns lends its possessor and the phrases after the last.
            int first = view[noun].HeadIndex;
            if (PosOf(first) == 'N')
            {
                foreach (Argument argument in view.At(first).Arguments)
                    if (argument.Role is ArgumentRole.Possessive or ArgumentRole.Subject && !Has(arguments, argument.Role)) arguments.Add(argument with { Inherited = true });
            }
        }
        return new Proposition { View = view, Head = noun, Lemma = view.LemmaOf(noun), Pos = 'N', Carrier = carrier, Arguments = arguments };
    }

    /// <summary>What depends on a noun.</summary>
    private void Dependents(int noun, List<Argument> arguments)
    {
        foreach (int child in Sentence.Children(noun))
        {
            if (view.Is(child, "nmod:poss")) arguments.Add(new Argument(ArgumentRole.Possessive, Resolve(child)));
            else if (view.Is(child, "amod") || view.Is(child, "compound")) arguments.Add(new Argument(ArgumentRole.Modifier, child));
            else if (view.Is(child, "nmod") || view.Is(child, "obl"))
            {
                string preposition = view.CaseOf(child);
                if (preposition.Length == 0 && view.Is(child, "nmod")) arguments.Add(new Argument(ArgumentRole.Modifier, child));
                else arguments.Add(new Argument(preposition == "by" ? ArgumentRole.Subject : ArgumentRole.Oblique, Resolve(child), preposition));
                // "the execution of four monks by Laos": nobody is a monk by a state.
                if (preposition == "of" && view[child].Upos is "NOUN" or "PROPN")
                {
                    foreach (int agent in Sentence.Children(child))
                        if (view.Is(agent, "nmod") && view.CaseOf(agent) == "by" && view.ActorAt(agent) is not null) arguments.Add(new Argument(ArgumentRole.Subject, agent, "by"));
                }
            }
            else if (view.Is(child, "acl") && !view[child].Deprel.EndsWith("relcl", StringComparison.Ordinal)) arguments.Add(new Argument(ArgumentRole.Complement, child, FormOf(child)));
            else if (view.Is(child, "nsubj") && view[noun].Upos is "NOUN" or "PROPN") arguments.Add(new Argument(ArgumentRole.Subject, Resolve(child)));
        }
    }

    /// <summary>The light verb that a noun depends on, or -1.</summary>
    private int CarrierOf(int noun)
    {
        foreach (int child in Sentence.Children(noun))
            if (child < noun && view.Is(child, "amod") && view[child].Xpos == "VBD" && IsLight(child, "obj")) return child;
        int at = noun;
        for (int steps = 0; steps < 4 && view.Is(at, "conj"); steps++) at = view[at].HeadIndex;
        // "a series of talks was held": the noun of quantity carries the role.
        for (int steps = 0; steps < 2 && at >= 0 && view.Is(at, "nmod") && view.CaseOf(at) == "of" && IsMeasureNoun(view[at].HeadIndex); steps++) at = view[at].HeadIndex;
        int head = at < 0 ? -1 : view[at].HeadIndex;
        if (head < 0)
        {
            return -1;
        }
        if (view[at].Deprel is "acl" or "acl:relcl") return -1;
        // "Talks are under way between Peru and Chile"
        if (view.Is(at, "nsubj") && Sentence.Child(head, "cop") >= 0 && (view.CaseOf(head), view.LemmaOf(head)) is ("under", "way") or ("in", "progress") or ("in", "swing") or ("in", "session")) return head;
        if (view[head].Upos is not ("VERB" or "AUX")) return ParticipleCarrier(noun);
        string lemma = view.LemmaOf(head);
        bool passive = IsPassive(head);
        string slot = view.Is(at, "obj") || view[at].Deprel == "nsubj:pass" || (view.Is(at, "nsubj") && passive) ? "obj"
            : view.Is(at, "nsubj") ? "subj"
            : view.Is(at, "obl") ? view.CaseOf(at)
            : "";
        if (slot.Length > 0 && (IsLight(head, slot) || (slot == "subj" && lemma == "hold" && passive))) return head;
        return ParticipleCarrier(noun);
    }

    /// <summary>"talks held in Geneva": a participle or relative clause of a light verb carries the noun before it.</summary>
    private int ParticipleCarrier(int noun)
    {
        foreach (int child in Sentence.Children(noun))
        {
            if (!view.Is(child, "acl") || view[child].Upos != "VERB") continue;
            string lemma = view.LemmaOf(child);
            bool subject = IsLight(child, "subj");
            if (!lexicon.IsLight(lemma, "obj") && !subject) continue;
            Proposition verb = view.At(child);
            if (verb.Object == noun || (verb.Subject == noun && subject)) return child;
        }
        return -1;
    }

    /// <summary>Whether a verb only carries an event noun, by itself or with words of its own: "took place", "takes part in", "got under way", "went into force".</summary>
    private bool IsLight(int verb, string slot)
    {
        string lemma = view.LemmaOf(verb);
        if (lexicon.IsLight(lemma, slot)) return true;
        foreach (int child in Sentence.Children(verb))
        {
            if (child < verb || !(view.Is(child, "obj") || view.Is(child, "obl") || view.Is(child, "xcomp") || view.Is(child, "advmod")) || Sentence.Child(child, "det") >= 0) continue;
            string preposition = view.CaseOf(child);
            string own = view[child].Form.ToLowerInvariant();
            if (lexicon.IsLight(preposition.Length > 0 ? $"{lemma} {preposition} {own}" : $"{lemma} {own}", slot)) return true;
        }
        return false;
    }

    private bool IsMeasureNoun(int token) => view[token].Lemma.ToLowerInvariant() is "series" or "round" or "number" or "wave" or "set" or "package" or "string" or "couple" or "act" or "spate" or "session" or "exchange" or "campaign" or "ceremony" or "dozen" or "hundred" or "kind" or "type" or "form" or "lot" or "rest" or "part" or "volley" or "barrage" or "hail" or "flurry" or "torrent" or "salvo" or "raft" or "slew" or "chorus" or "storm" or "stream" or "host" or "range" or "litany" or "rash" or "burst" or "threat" or "letter" or "note" or "statement" or "message" or "list" or "word" or "day" or "week" or "hour" or "month" or "night";

    private bool InSameCoordination(int a, int b) => Sentence.IsBelow(b, a) && view.Is(b, "conj");

    /// <summary>Whether a verb is passive in form: it has a passive auxiliary or subject, or is a past participle behind a noun.</summary>
    public bool IsPassive(int verb)
    {
        foreach (int child in Sentence.Children(verb))
        {
            // "The president called on": a past tense without an auxiliary is active, whatever the parser took its subject for.
            if (view[child].Deprel is "nsubj:pass" or "csubj:pass" && !HasAuxiliary(verb) && (view[verb].Xpos == "VBD" || (view[view.Count - 1].Form == "." && view[verb].Deprel is "root" or "ccomp"))) continue;
            if (view[child].Deprel is "nsubj:pass" or "aux:pass" or "csubj:pass") return true;
        }
        if (view[verb].Xpos == "VBD" && IsObjectless(verb)) return true;
        if (!IsPastParticiple(verb)) return false;
        if (MainNoun(verb) >= 0 || (view[verb].Deprel is "root" && !HasAuxiliary(verb) && view[view.Count - 1].Form == "." && HasOwnSubject(verb))) return false;
        if (view[verb].Deprel is "acl" || (view[verb].Deprel is "amod" && view[verb].Xpos != "VBD" && !IsVerbOfLostSentence(verb))) return true;
        if (Sentence.Child(verb, "obj") >= 0) return false;
        // "was arrested and deported", "has been signed": the auxiliary of the first counts for the others.
        if (view[verb].Deprel == "conj" && view[view[verb].HeadIndex].Upos == "VERB" && !HasOwnSubject(verb) && !HasAuxiliary(verb)) return IsPassive(view[verb].HeadIndex);
        return view.Is(verb, "advcl") && !HasAuxiliary(verb);
    }

    /// <summary>"Omani singer detained in Muscat": a verb that cannot stand without an object has it before it.</summary>
    private bool IsObjectless(int verb)
    {
        if (!lexicon.Lists("transitive", view.BareLemmaOf(verb)) || HasAuxiliary(verb) || Sentence.Child(verb, "compound:prt") >= 0) return false;
        foreach (int child in Sentence.Children(verb))
        {
            if (view.Is(child, "obj") || view.Is(child, "iobj") || view.Is(child, "ccomp") || view.Is(child, "xcomp")) return false;
            if (view.Is(child, "conj") && view[child].Upos == "VERB") return false;
            // "who were killed": the relative clause has its object in the noun that it belongs to.
            if (view.Is(child, "nsubj") && view.IsRelative(child)) return false;
        }
        return view[verb].Deprel is "root" or "ccomp" or "parataxis" && HasOwnSubject(verb);
    }

    /// <summary>"Ethiopian troops crossed into Sudan early on Monday." read as a noun with a participle: a whole sentence has a finite verb, and there is no other. The noun, its subject; -1 otherwise.</summary>
    private int MainNoun(int verb)
    {
        int noun = view[verb].HeadIndex;
        // "Jakarta for its part called in the envoy": the parser hung the verb on the phrase between.
        if (noun >= 0 && view[noun].Form.Equals("part", StringComparison.OrdinalIgnoreCase) && view.CaseOf(noun) == "for") noun = view[noun].HeadIndex;
        if (view[verb].Deprel != "acl" || noun < 0 || view[noun].Head != 0 || view[noun].Upos is not ("NOUN" or "PROPN" or "PRON") || verb < noun || view[view.Count - 1].Form != ".") return -1;
        if (Sentence.Children(verb).Any(c => view[c].Deprel == "obl:agent" || view.CaseOf(c) == "by")) return -1;
        for (int token = 0; token < view.Count; token++)
            if (token != verb && (view[token].Upos == "AUX" || (view[token].Upos == "VERB" && view[token].Xpos is "VBD" or "VBZ" or "VBP" && !IsBelowRelative(token, noun)))) return -1;
        return noun;
    }

    /// <summary>"Oslo rushed medical supplies to Malta." read as supplies that Oslo rushed: a state, a participle and no finite verb in a whole sentence.</summary>
    private bool IsVerbOfLostSentence(int participle)
    {
        int noun = view[participle].HeadIndex;
        if (view[participle].Xpos != "VBN" || participle == 0 || noun < participle || view[noun].Head != 0 || view[view.Count - 1].Form != "." || view[participle - 1].Upos != "PROPN" || view.ActorAt(participle - 1) is null) return false;
        return !Enumerable.Range(0, view.Count).Any(t => view[t].Upos == "AUX" || view[t].Xpos is "VBD" or "VBZ" or "VBP");
    }

    private bool IsBelowRelative(int token, int noun) => Sentence.IsBelow(token, noun) && view.Antecedent(token) >= 0;

    private bool IsPastParticiple(int verb) => view[verb].Xpos == "VBN" || (view[verb].HasFeat("Tense=Past") && view[verb].HasFeat("VerbForm=Part"));

    private bool HasAuxiliary(int verb) => Sentence.Child(verb, "aux") >= 0 || Sentence.Child(verb, "cop") >= 0;

    private bool HasOwnSubject(int verb) => Sentence.Child(verb, "nsubj") >= 0 || Sentence.Child(verb, "csubj") >= 0;

    private static bool Has(List<Argument> arguments, ArgumentRole role) => arguments.Exists(a => a.Role == role);

    /// <summary>A relative pronoun stands for its noun.</summary>
    private int Resolve(int token)
    {
        if (!view.IsRelative(token)) return token;
        int antecedent = view.Antecedent(token);
        return antecedent >= 0 ? antecedent : token;
    }

    /// <summary>The predicate's own dependents.</summary>
    private void Surface(int head, bool passive, List<Argument> arguments)
    {
        bool hasObject = Sentence.Child(head, "obj") >= 0;
        foreach (int child in Sentence.Children(head))
        {
            string deprel = view[child].Deprel;
            // "Last month Russia barred": a time is no side, whatever the parser took it for.
            if ((view.Is(child, "nsubj") || view.Is(child, "obj")) && IsBareTime(child)) arguments.Add(new Argument(ArgumentRole.Oblique, child));
            else if (view.Is(child, "nsubj") && passive)
                arguments.Add(new Argument(passive && hasObject ? ArgumentRole.IndirectObject : ArgumentRole.Object, Resolve(child)));
            else if (view.Is(child, "nsubj")) arguments.Add(new Argument(ArgumentRole.Subject, Resolve(child)));
            // "pledged Ukraine another four billion" read as two objects: the first receives.
            else if (view.Is(child, "obj") && view.ActorAt(child) is not null && Sentence.Children(head).Any(c => c > child && view.Is(c, "obj"))) arguments.Add(new Argument(ArgumentRole.IndirectObject, child));
            else if (view.Is(child, "obj")) arguments.Add(new Argument(ArgumentRole.Object, Resolve(child)));
            else if (view.Is(child, "iobj")) arguments.Add(new Argument(ArgumentRole.IndirectObject, Resolve(child)));
            else if (view.Is(child, "obl") || view.Is(child, "nmod"))
            {
                string preposition = view.CaseOf(child);
                if (preposition.Length == 0 && view.IsRelative(child) && view[child].Form.Equals("where", StringComparison.OrdinalIgnoreCase)) preposition = "in";
                if (view.AdjacentParticle(head) is >= 0 and int particle && view[particle].HeadIndex == child)
                {
                    // "pulled out of the talks": the preposition behind the particle leads the phrase.
                    int second = Sentence.Children(child).FirstOrDefault(c => c > particle && view.Is(c, "case"), -1);
                    arguments.Add(second == particle + 1 ? new Argument(ArgumentRole.Oblique, Resolve(child), view[second].Form.ToLowerInvariant()) : new Argument(ArgumentRole.Object, child));
                    continue;
                }
                bool agent = deprel == "obl:agent" || (preposition == "by" && (passive || IsActOf(head, child)));
                arguments.Add(new Argument(agent ? ArgumentRole.Subject : ArgumentRole.Oblique, Resolve(child), agent ? "" : preposition));
            }
            else if (view.Is(child, "advmod") && view.IsRelative(child) && view[child].Form.Equals("where", StringComparison.OrdinalIgnoreCase))
                arguments.Add(new Argument(ArgumentRole.Oblique, Resolve(child), "in"));
            else if (view.Is(child, "xcomp") || view.Is(child, "ccomp") || view.Is(child, "advcl") || (view.Is(child, "parataxis") && PosOf(child) == 'V'))
                arguments.Add(new Argument(ArgumentRole.Complement, child, FormOf(child)));
        }
        // "agreed in principle to sell": the infinitive hangs on the phrase, and is the verb's.
        if (PosOf(head) == 'V' && !Has(arguments, ArgumentRole.Complement))
        {
            foreach (int phrase in Sentence.Children(head).Where(c => c > head && view.Is(c, "obl") && view.CaseOf(c) == "in" && view.LemmaOf(c) is "principle" or "turn" or "return" or "exchange" or "public" or "private" or "writing" or "talk" or "talks" or "meeting"))
                foreach (int clause in Sentence.Children(phrase).Where(c => view.Is(c, "acl") && FormOf(c) == "to")) arguments.Add(new Argument(ArgumentRole.Complement, clause, "to"));
        }
        // "granted Moldova 20 million dollars" read as Moldova's dollars: a state before a sum receives it.
        if (hasObject && !Has(arguments, ArgumentRole.IndirectObject) && Sentence.Child(head, "obj") is >= 0 and int sum)
        {
            // "handed Ukraine 14 aircraft": so does a state before a number.
            foreach (int child in Sentence.Children(sum))
                if (child > head && (view.MentionAt(sum) is Money || (child == head + 1 && child + 1 < sum && view[child + 1].Upos == "NUM")) && view.Is(child, "compound") && view.ActorAt(child) is { Basis: ReferenceBasis.Name }) arguments.Add(new Argument(ArgumentRole.IndirectObject, child));
        }
        if (passive || hasObject || PosOf(head) != 'V' || Has(arguments, ArgumentRole.Object)) return;
        // "warned Beijing", "wrote off the debt": a lone receiver or a bare phrase that is no time is the object.
        int bare = arguments.FindIndex(a => a.Role == ArgumentRole.IndirectObject || (a.Role == ArgumentRole.Oblique && a.Preposition.Length == 0 && a.Head > head && view.MentionAt(a.Head) is not TimeExpression && view[a.Head].Upos is "NOUN" or "PROPN" or "PRON"));
        if (bare >= 0) arguments.Add(arguments[bare] with { Role = ArgumentRole.Object });
    }

    /// <summary>"killed in shelling by Chadian forces": a gerund's "by" tells who acts, as a noun's does.</summary>
    private bool IsActOf(int gerund, int phrase) =>
        view[gerund].Xpos == "VBG" && !HasAuxiliary(gerund) && !HasOwnSubject(gerund) && view.ActorAt(phrase) is not null && view.CaseOf(gerund, "mark") is not ("by" or "");

    private bool IsBareTime(int token) => view.MentionAt(token) is TimeExpression && !Sentence.Children(token).Any(c => view.ActorAt(c) is not null);

    /// <summary>How a clause is joined to its governor: "to", "that", "ing", or its mark ("of", "for", "after", "if").</summary>
    public string FormOf(int clause)
    {
        string mark = view.CaseOf(clause, "mark");
        if (mark.Length == 0) mark = view.CaseOf(clause);
        if (mark is "to" or "in order to" or "so as to") return "to";
        if (mark.Length > 0) return mark;
        if (view.Is(clause, "ccomp") || view.Is(clause, "parataxis")) return "that";
        // "when Sandu visited Kyiv": a finite clause of its own time.
        if (view.Is(clause, "advcl") && view[clause].Xpos is "VBD" or "VBZ" or "VBP") return "when";
        return view[clause].Xpos == "VBG" || view[clause].HasFeat("VerbForm=Ger") ? "ing" : view.Is(clause, "xcomp") ? "to" : "ing";
    }

    /// <summary>Arguments that stand elsewhere.</summary>
    private void Inherit(int head, bool passive, List<Argument> arguments)
    {
        int governor = view[head].HeadIndex;
        if (governor < 0) return;
        string deprel = view[head].Deprel;
        // The surface subject of a passive is its object.
        ArgumentRole open = passive ? ArgumentRole.Object : ArgumentRole.Subject;
        if (!passive && MainNoun(head) is >= 0 and int main)
        {
            if (!Has(arguments, open)) arguments.Add(new Argument(open, main, "", true));
            return;
        }
        if (deprel == "acl:relcl" || IsHiddenRelative(head, passive, arguments))
        {
            bool gap = !arguments.Exists(a => a.Head == governor);
            if (gap && !Has(arguments, open)) arguments.Add(new Argument(open, governor, "", true));
            else if (gap && !passive && !Has(arguments, ArgumentRole.Object)) arguments.Add(new Argument(ArgumentRole.Object, governor, "", true));
            return;
        }
        if (view.Is(head, "amod") && (view[head].Xpos == "VBD" || IsVerbOfLostSentence(head)))
        {
            // "Spain voiced support": a finite verb that the parser hung on its object.
            if (!Has(arguments, ArgumentRole.Object)) arguments.Add(new Argument(ArgumentRole.Object, governor, "", true));
            int subject = Sentence.Child(governor, "nsubj");
            if (subject < 0) subject = Sentence.Children(governor).FirstOrDefault(c => c < head && view.Is(c, "compound") && view.ActorAt(c) is not null, -1);
            if (!Has(arguments, ArgumentRole.Subject) && subject >= 0 && subject < head) arguments.Add(new Argument(ArgumentRole.Subject, Resolve(subject), "", true));
            return;
        }
        if (view.Is(head, "acl") || view.Is(head, "amod"))
        {
            string form = FormOf(head);
            if (form == "to" && !passive)
            {
                if (Has(arguments, open)) return;
                int agent = AgentOfNoun(governor);
                arguments.Add(new Argument(open, agent >= 0 ? agent : governor, "", true));
            }
            else if (form is "ing" or "" && !Has(arguments, open)) arguments.Add(new Argument(open, governor, "", true));
            else if (!Has(arguments, open) && AgentOfNoun(governor) is >= 0 and int owner) arguments.Add(new Argument(open, owner, "", true));
            return;
        }
        if (deprel == "conj")
        {
            governor = view.FirstConjunct(head);
            if (PosOf(governor) == 'N' && PosOf(head) == 'V') return;
            Proposition first = view.At(governor);
            ArgumentRole firstOpen = first.IsPassive ? ArgumentRole.Object : ArgumentRole.Subject;
            if (!Has(arguments, open))
            {
                foreach (Argument argument in first.All(firstOpen)) arguments.Add(argument with { Role = open, Inherited = true });
            }
            // "signed and ratified the treaty": an object behind the last verb belongs to both.
            if (!passive && !Has(arguments, ArgumentRole.Object) && !Has(arguments, ArgumentRole.Complement) && first.Pos == 'V')
            {
                foreach (Argument argument in first.All(ArgumentRole.Object))
                    if (argument.Head > head) arguments.Add(argument with { Inherited = true });
            }
            return;
        }
        if (view.Is(head, "xcomp") || view.Is(head, "ccomp") || view.Is(head, "advcl") || view.Is(head, "csubj"))
        {
            if (Has(arguments, open) || (view.Is(head, "ccomp") && HasOwnSubject(head))) return;
            Proposition above = view.At(governor);
            string form = FormOf(head);
            int controller = form == "including" ? (lexicon.Embeds(above.Lemma, above.Pos, "of") is { Effect: Effect.Allege } ? above.Object : -1) : Controller(above, form, view.Is(head, "advcl"));
            if (controller >= 0) arguments.Add(new Argument(open, controller, "", true));
        }
        // An object behind coordinated verbs is attached to the last one by some parsers.
        if (!passive && PosOf(head) == 'V' && !Has(arguments, ArgumentRole.Object))
        {
            foreach (int child in Sentence.Children(head))
            {
                if (!view.Is(child, "conj") || view[child].Upos != "VERB" || child > head + 3 || HasOwnSubject(child)) continue;
                int shared = Sentence.Child(child, "obj");
                if (shared >= 0 && view[head].Upos == "VERB" && child == head + 2) arguments.Add(new Argument(ArgumentRole.Object, Resolve(shared), "", true));
            }
        }
    }

    /// <summary>"the agreement that the two companies signed in March" read as what the agreement says: a verb without its object behind an instrument.</summary>
    private bool IsHiddenRelative(int verb, bool passive, List<Argument> arguments) =>
        view[verb].Deprel == "acl" && !passive && view[verb].Xpos is "VBD" or "VBN" && view.CaseOf(verb, "mark") == "that" && HasOwnSubject(verb)
        && !Has(arguments, ArgumentRole.Object) && !Has(arguments, ArgumentRole.Complement) && view.MentionAt(view[verb].HeadIndex) is Instrument;

    /// <summary>Who does what an infinitive, gerund or participle under a predicate says.</summary>
    private int Controller(Proposition above, string form, bool adverbial)
    {
        Embedding? embedding = lexicon.Embeds(above.Lemma, above.Pos, form);
        if (embedding is { Controller.Length: > 0 })
        {
            foreach (string option in embedding.Controller.Split('|'))
            {
                int found = option == "subj" ? above.Subject : option == "obj" ? above.Object : above.Oblique(option["obl:".Length..]);
                if (found >= 0) return found;
            }
        }
        if (above.Pos == 'N') return AgentOfNoun(above.Head) is >= 0 and int agent ? agent : above.Head;
        if (form == "for" && adverbial && above.Pos == 'V')
        {
            // "hit out at Chad for shelling a village": who is blamed did it.
            foreach (string preposition in BlamedBy)
                if (above.Oblique(preposition) is >= 0 and int blamed && view.ActorAt(blamed) is not null) return blamed;
        }
        int surface = above.IsPassive ? above.Object : above.Subject;
        if (adverbial || above.IsPassive) return surface >= 0 ? surface : above.Subject;
        return above.Object >= 0 ? above.Object : above.First(ArgumentRole.IndirectObject) is >= 0 and int receiver ? receiver : surface;
    }

    /// <summary>Who is behind a noun such as "agreement", "decision": its possessor, "by", the subject of its light verb.</summary>
    private int AgentOfNoun(int noun)
    {
        if (PosOf(noun) != 'N') return -1;
        Proposition proposition = view.At(noun);
        if (proposition.First(ArgumentRole.Possessive) is >= 0 and int possessor) return possessor;
        if (proposition.Subject is >= 0 and int subject) return subject;
        if (proposition.Oblique("between") is >= 0 and int between) return between;
        foreach (Argument modifier in proposition.All(ArgumentRole.Modifier))
            if (view.ActorAt(modifier.Head) is not null) return modifier.Head;
        // "decided a visit to ...": the object of a verb, whoever acts there.
        int head = view[noun].HeadIndex;
        if (head >= 0 && view.Is(noun, "obj") && view[head].Upos == "VERB") return view.At(head).Subject;
        return -1;
    }
}
