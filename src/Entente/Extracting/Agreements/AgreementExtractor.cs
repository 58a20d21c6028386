using System.Globalization;
using Entente.Claims;
using Entente.Extracting.Figures;
using Entente.Extracting.Propositions;
using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Resolving;
using Entente.Text;

namespace Entente.Extracting.Agreements;

/// <summary>
/// Finds instruments. It starts from each noun that names one: what is before it and after it gives type, number, subject and parties;
/// the predicate that governs it says whether it was made, is there already or is only talked about.
/// </summary>
internal sealed class AgreementExtractor(DataFiles data) : IClaimExtractor
{
    private readonly AgreementLexicon lexicon = new(data);
    private static readonly string[] SubjectPrepositions = ["on", "for", "concerning", "regarding", "about", "covering", "over", "to", "towards", "toward", "of", "in"];

    /// <inheritdoc/>
    public IEnumerable<Claim> Extract(ExtractionContext context)
    {
        List<AgreementTelling> tellings = [];
        foreach (SentenceView view in context.Sentences)
        {
            foreach (Instrument instrument in view.Mentions.OfType<Instrument>())
            {
                if (Inside(view, instrument)) continue;
                if (Tell(context, view, instrument) is not { } telling) continue;
                tellings.Add(telling);
                tellings.AddRange(Listed(context, view, instrument, telling));
            }
            tellings.AddRange(Unnamed(context, view));
            if (tellings.Count > 0 && tellings[^1].Claim is { Value: null, Count: null } last && Priced(context, view, last) is { } priced) tellings[^1] = tellings[^1] with { Claim = priced };
        }
        return AgreementMerger.Merge(tellings);
    }

    // "It is worth $23 billion" in the sentence after the one that told of the contract.
    private static Agreement? Priced(ExtractionContext context, SentenceView view, Agreement last)
    {
        if (view.Index == 0 || view[0].Form.ToLowerInvariant() is not ("it" or "this") || context.Sentences[view.Index - 1] is not { } before || before.Sentence.Block != view.Sentence.Block) return null;
        if (!last.Evidence.Any(e => e.Span.Start >= before.Sentence.Span.Start && e.Span.End <= before.Sentence.Span.End)) return null;
        if (view.Mentions.OfType<Money>().FirstOrDefault(m => m.Currency is not null) is not { } money || !Enumerable.Range(1, Math.Max(0, money.Tokens.Start - 1)).Any(t => t < 6 && view.IsIn("worth", t))) return null;
        return last with { Value = money.Amount.High ?? money.Amount.Value, Currency = money.Currency, Evidence = [.. last.Evidence, Evidence.At(context.Document.Document, view.Sentence.SpanOf(new TokenRange(0, money.Tokens.End)))] };
    }

    // "Signed with Equinor for 2.4 billion cubic metres of gas", "has agreed with Adnoc on 137,000 tonnes of LNG": a contract that is not called one.
    private static IEnumerable<AgreementTelling> Unnamed(ExtractionContext context, SentenceView view)
    {
        foreach (int verb in view.Predicates())
        {
            if (view[verb].Upos != "VERB" || view.LemmaOf(verb) is not ("sign" or "contract" or "agree") || view.Mentions.Any(m => m is Instrument && Math.Abs(m.Head - verb) < 12)) continue;
            Proposition deed = view.At(verb);
            if (deed.Oblique("with") is not (>= 0 and int partner) || deed.Subject < 0) continue;
            if (view.Mentions.OfType<Measurement>().FirstOrDefault(m => m.Tokens.Start > verb && m.Tokens.Start - verb < 14 && m.Unit is "t" or "m3" or "kWh" or "MW" or "bbl" && GoodsOf(view, m.Head) >= 0) is not { } amount) continue;
            List<ActorReference> parties = [.. context.ReferencesOf(view, deed.Subject), .. context.ReferencesOf(view, partner)];
            IReadOnlyList<ActorCode> codes = ExtractionContext.Codes(parties);
            Outlook outlook = context.StandingOf(deed);
            if (codes.Count != 2 || outlook.Status is not (ClaimStatus.Happened or ClaimStatus.Planned)) continue;
            yield return new AgreementTelling(
                new Agreement
                {
                    Status = outlook.Status.Value,
                    Evidence = [context.EvidenceOf(deed)],
                    Speaker = outlook.Speaker?.Name,
                    Confidence = 0.55,
                    Actors = [.. ExtractionContext.Mentions(parties)],
                    Type = "contract",
                    Subject = SubjectWords(view, amount.Head) + " supply",
                    Parties = codes,
                    Date = context.TimeOf(deed, outlook.Status == ClaimStatus.Happened)?.Value,
                },
                false,
                true);
        }
    }

    // "free trade agreement" holds "agreement": only the longest mention speaks.
    private static bool Inside(SentenceView view, Instrument instrument) =>
        view.Mentions.OfType<Instrument>().Any(o => o != instrument && o.Tokens.Contains(instrument.Tokens) && o.Tokens.Length > instrument.Tokens.Length);

    // "agreements on trade, on customs and on visas": one for each.
    private static IEnumerable<AgreementTelling> Listed(ExtractionContext context, SentenceView view, Instrument instrument, AgreementTelling first)
    {
        if (!instrument.IsPlural) yield break;
        int found = first.Claim.Count is not null || first.Claim.Subject is null ? -100 : 0;
        foreach ((string preposition, int complement) in new NounPhrase(view, instrument.Head).Complements)
        {
            if (preposition is not ("on" or "for" or "concerning" or "regarding" or "about")) continue;
            // The first complement is the first telling's own; a conjunct without its own preposition belongs to the one before.
            if (found < 0) break;
            bool own = found++ > 0 && OwnPreposition(view, complement).Length > 0;
            foreach (int subject in own ? [complement, .. Further(view, complement)] : Further(view, complement))
            {
                if (!IsSubject(context, view, preposition, subject)) continue;
                string words = SubjectWords(view, subject);
                if (words.Length > 2 && words != first.Claim.Subject) yield return first with { Claim = first.Claim with { Subject = words } };
            }
        }
        // "Three memoranda, among them one on hydrogen and another on farming"
        foreach (int one in Enumerable.Range(instrument.Tokens.End, view.Count - instrument.Tokens.End))
        {
            if (view[one].Form.ToLowerInvariant() is not ("one" or "another") || one + 1 >= view.Count || view[one + 1].Form.ToLowerInvariant() is not ("on" or "about" or "concerning" or "regarding") || view.Mentions.Any(m => m is Instrument && m.Tokens.Start > instrument.Head && m.Tokens.Start < one)) continue;
            int matter = view[one + 1].HeadIndex;
            if (matter > one && IsSubject(context, view, "on", matter) && SubjectWords(view, matter) is { Length: > 2 } words) yield return first with { Claim = first.Claim with { Subject = words, Count = null } };
        }
        // "Further memoranda concern supply chains, a study and a programme": one for each.
        if (found < 0 || ContentOf(view, instrument.Head) is not (>= 0 and int content)) yield break;
        foreach (int conjunct in view.Sentence.ChildrenBy(content, "conj"))
            if (view[conjunct].Upos is "NOUN" or "PROPN" && IsSubject(context, view, "on", conjunct) && SubjectWords(view, conjunct) is { Length: > 2 } words) yield return first with { Claim = first.Claim with { Subject = words } };
    }

    private static string OwnPreposition(SentenceView view, int token) => view.CaseOf(token) is { Length: > 0 } own ? own : view.CaseOf(token, "mark");

    // Conjuncts of conjuncts that have a preposition of their own.
    private static IEnumerable<int> Further(SentenceView view, int complement)
    {
        foreach (int conjunct in view.Sentence.Subtree(complement))
        {
            if (conjunct == complement || !view.Is(conjunct, "conj") || OwnPreposition(view, conjunct) is not ("on" or "for" or "concerning" or "regarding" or "about")) continue;
            yield return conjunct;
        }
    }

    // "The agreements concern trade": the object of a verb that says what an instrument is about.
    private static int ContentOf(SentenceView view, int head)
    {
        int verb = view[head].HeadIndex;
        bool indefinite = view.Sentence.Children(head).Any(c => view[c].Form.ToLowerInvariant() is "a" or "an");
        // "A memorandum provides for the training of specialists"
        if (verb >= 0 && indefinite && view.Is(head, "nsubj") && view.LemmaOf(verb) is "provide" or "envisage" or "envision" or "foresee" or "stipulate" or "regulate") return view.At(verb).Oblique("for") is >= 0 and int provided ? provided : view.At(verb).Object;
        if (verb < 0 || !view.Is(head, "nsubj") || view.LemmaOf(verb) is not ("concern" or "cover" or "include" or "regard" or "comprise" or "span" or "address" or "relate" or "pertain" or "deal" or "focus")) return -1;
        return view.At(verb).Object is >= 0 and int found ? found : Matter(view, verb);
    }

    private AgreementTelling? Tell(ExtractionContext context, SentenceView view, Instrument instrument)
    {
        int head = instrument.Head;
        NounPhrase phrase = new(view, head);
        // "agreement text", "treaty ally", "contract price": the instrument is a modifier of something else; not of "a deal worth 5 million euros".
        bool carriesDeed = view.Is(head, "compound") && (lexicon.ActOf(view.LemmaOf(view[head].HeadIndex)) is not null || view.Mentions.Any(m => m is Money && m.Tokens.Contains(view[head].HeadIndex) && m.Tokens.Start > head));
        if (view.Is(head, "compound") && !carriesDeed) return null;

        // "Expressed full agreement": being of one mind is no instrument.
        if (instrument.Type == "agreement" && !instrument.IsPlural && (phrase.Before.Any(t => view.LemmaOf(t) is "full" or "complete" or "broad" or "general" or "total" or "common" && view.Is(t, "amod")) || view.CaseOf(head) is "in")) return null;

        // "Unveiled plans for": intentions.
        if (instrument.Type == "plan" && instrument.IsPlural && instrument.Tokens.Length == 1) return null;

        // "Peru and Chile plan to sign": a verb that the tagger took for a noun.
        if (instrument.Type == "plan" && view.Sentence.Children(head).Any(c => view.Is(c, "nsubj")) && view.Sentence.Children(head).Any(c => c > head && view.Is(c, "xcomp") || view.Is(c, "acl") && view[c].Xpos == "VB") && view.Sentence.Child(head, "cop") < 0) return null;

        // "Instruments of ratification", "ratification documents" are not the treaty.
        if (IsUnspecific(instrument.Span.In(context.Document.Document.Text)) && (phrase.Before.Any(t => view.LemmaOf(t) is "ratification" or "accession" or "approval") || phrase.Complement("of") is >= 0 and int of && view.LemmaOf(of) is "ratification" or "accession" or "approval")) return null;

        string name = instrument.Span.In(context.Document.Document.Text);
        bool weak = lexicon.IsWeak(name);
        Governor governor = GovernorOf(context, view, head);
        int? count = CountOf(view, phrase);
        // "No agreement was signed"
        if (view.Sentence.Children(head).Any(c => view[c].Relation == "det" && view[c].Form.ToLowerInvariant() is "no" or "neither") && governor.Outlook?.Speaker is null) return null;
        (string? subject, bool properName) = SubjectOf(context, view, instrument, phrase);
        subject ??= FieldOf(context, view, head, governor.Proposition);
        if (subject is null && ContentOf(view, head) is >= 0 and int content && IsSubject(context, view, "on", content)) subject = SubjectWords(view, content);
        if (subject is null && instrument.Type is "statement" or "declaration" && name.Contains(' ', StringComparison.Ordinal) && !instrument.IsPlural) subject = name.ReplaceLineEndings(" ");
        IReadOnlyList<ActorReference> own = OwnParties(context, view, phrase);
        // "Two ministers of one state said in a joint statement"
        if (instrument.Type == "statement" && view.CaseOf(head) == "in" && governor.Proposition is { Subject: >= 0 } said && ExtractionContext.Codes(own).Count < 2 && ExtractionContext.Codes(context.ReferencesOf(view, said.Subject)).Count == 1) return null;

        // "A statement issued last night": one side's word.
        if (instrument.Type == "statement" && governor.Act is not (InstrumentAct.Initial or InstrumentAct.Draft) && !phrase.Before.Any(t => view.LemmaOf(t) is "joint" or "common" or "final" or "shared" or "bilateral" or "trilateral") && !name.Contains("joint", StringComparison.OrdinalIgnoreCase) && !name.Contains("communiqu", StringComparison.OrdinalIgnoreCase) && ExtractionContext.Codes(own).Count < 2 && governor.Proposition?.Lemma is not ("sign" or "adopt" or "agree" or "agree on" or "endorse" or "initial")) return null;
        bool definite = view.Sentence.Children(head).Any(c => view[c].Form.ToLowerInvariant() is "the" or "this" or "that" or "these" or "those" or "its" or "their" or "such") && !properName;
        bool several = instrument.IsPlural || count > 1;

        if (weak && governor.Act is not InstrumentAct.Make and not InstrumentAct.Initial && !(own.Count >= 2 && subject is not null)) return null;
        if (governor.Act is null && own.Count == 0 && subject is null && DatedBy(view, head) is null) return null;
        // "the agreement provides": a second word for an instrument told already; it makes no claim by itself.
        bool bare = (definite || governor.Act is not (InstrumentAct.Make or InstrumentAct.Initial or InstrumentAct.Draft)) && subject is null && own.Count < 2 && count is null && DatedBy(view, head) is null;
        if (IsUnspecific(name) && count is null && !(instrument.IsPlural && governor.Act is InstrumentAct.Make)) bare = true;
        // "reached an agreement to sign a deal" is an act (AGREE), not an instrument.
        if (instrument.Type == "agreement" && !instrument.IsPlural && view.Sentence.Children(head).Any(c => view.Is(c, "acl") && view[c].Xpos == "VB" && lexicon.ActOf(view.LemmaOf(c)) is InstrumentAct.Make)) return null;

        IReadOnlyList<ActorReference> parties = PartiesOf(context, view, own, governor);
        IReadOnlyList<ActorCode> codes = ExtractionContext.Codes(parties);
        if (codes.Count < 2)
        {
            IReadOnlyList<ActorCode> focus = context.Document.FocusAt(view.Index);
            if (codes.Count == 0 ? focus.Count == 2 || (focus.Count == 3 && (governor.Act is InstrumentAct.Make || IsOfThree(view))) : focus.Count == 2 && focus.Contains(codes[0])) codes = focus;
        }
        if (codes.Count < 2) return null;

        // "Croatia's accession treaty", "accession protocols": with the union that is joined.
        if (name.Contains("accession", StringComparison.OrdinalIgnoreCase) || phrase.Before.Any(t => view.LemmaOf(t) == "accession"))
        {
            IReadOnlyList<ActorCode> joining = own.Count > 0 ? [.. ExtractionContext.Codes(own).Where(c => c.IsState)] : [.. codes.Where(c => c.IsState)];
            if (!codes.Any(c => c.IsOrganization) && joining.Count > 0 && context.Document.Actors.LastOrDefault(r => r.Sentence <= view.Index && r.Actors.Count == 1 && r.Actors[0].ToString() is "IGO:EU" or "IGO:NATO" or "IGO:WTO" or "IGO:SCO" or "IGO:EAEU" or "IGO:ASEAN") is { } union) codes = [.. joining, union.Actors[0]];
        }
        ClaimStatus? status = StatusOf(view, phrase, governor);
        if (status is null) return null;
        ResolvedTime? time = governor.Act is InstrumentAct.Make or InstrumentAct.Initial && governor.Proposition is { } made ? context.TimeOf(made, status == ClaimStatus.Happened) : null;
        PartialDate? until = UntilOf(view, head, governor.Proposition) ?? EndOf(view, head);
        // "A programme for 2024-2027", "a roadmap until 2030": how long it holds is not when it was signed.
        if (time is { } told && (told.Expression.Function == TimeFunction.Until || (until is not null && told.Value.End == until && !told.Value.IsSingle))) time = null;
        // "Signed an agreement ... and a memorandum ... back in 2015": the only time of the sentence, wherever the parser hangs it.
        if (time is null && governor.Act is InstrumentAct.Make && governor.Proposition is { Pos: 'V' } deed && status == ClaimStatus.Happened && until is null && view.Times.Count == 1 && view.Times[0].Expression is { Function: TimeFunction.At } only && only.Head > deed.Head && view.Times[0].Value.IsSingle && view.CaseOf(only.Head) is "in" or "on" && context.Document.Document.Published is { } day && view.Times[0].From <= day.LastDay && !Enumerable.Range(deed.Head + 1, Math.Max(0, only.Head - deed.Head - 1)).Any(t => view[t].Upos == "VERB" && view.IsClauseHead(t)))
            time = view.Times[0];
        DateRange? date = DatedBy(view, head) ?? SignedAfter(view, instrument) ?? (governor.Act is InstrumentAct.Make or InstrumentAct.Initial && status != ClaimStatus.Denied ? time?.Named ?? time?.Value : null);
        (decimal? value, string? currency) = ValueOf(view, head);
        string? speaker = governor.Outlook?.Speaker?.Name;
        Evidence evidence = governor.Proposition is { } p ? context.EvidenceOf(p) : Around(context, view, phrase);
        return new AgreementTelling(
            new Agreement
            {
                Status = status.Value,
                Evidence = [evidence],
                Speaker = speaker,
                Confidence = governor.Act is InstrumentAct.Make ? 0.7 : 0.5,
                Actors = [.. ExtractionContext.Mentions(parties).DistinctBy(m => (m.Actor, m.Span)).OrderBy(m => m.Span)],
                Type = several && instrument.Type is "agreement" or "other" && count > 1 && IsUnspecific(name) ? "other" : instrument.Type,
                Subject = subject,
                Parties = codes,
                Count = count > 1 ? count : null,
                Date = date,
                Until = until,
                Value = value,
                Currency = currency,
            },
            bare,
            governor.Act is InstrumentAct.Make or InstrumentAct.Initial or InstrumentAct.Draft);
    }

    private static bool IsOfThree(SentenceView view) => Enumerable.Range(0, view.Count).Any(t => view.LemmaOf(t) is "trilateral" or "tripartite" or "three" or "all" or "triangular");

    private static bool IsUnspecific(string name) => name.Contains("instrument", StringComparison.OrdinalIgnoreCase) || name.Contains("document", StringComparison.OrdinalIgnoreCase) || name.Contains("paper", StringComparison.OrdinalIgnoreCase);

    private static Evidence Around(ExtractionContext context, SentenceView view, NounPhrase phrase)
    {
        TokenRange range = phrase.Range();
        int end = Math.Min(view.Count, Math.Max(range.End, phrase.Head + 8));
        return Evidence.At(context.Document.Document, view.Sentence.SpanOf(new TokenRange(Math.Max(0, range.Start - 4), end)));
    }

    /// <summary>The nearest predicate above or upon the noun that says what became of it.</summary>
    private Governor GovernorOf(ExtractionContext context, SentenceView view, int head)
    {
        // "an agreement signed in June", "the treaty which they signed": a clause upon it.
        foreach (int child in view.Sentence.Children(head))
        {
            if (!view.Is(child, "acl") || view[child].Xpos is "VB") continue;
            if (lexicon.ActOf(view.LemmaOf(child)) is { } upon && upon is InstrumentAct.Make or InstrumentAct.Initial or InstrumentAct.Draft) return new Governor(upon, view.At(child), context.StandingOf(view.At(child)));
        }
        int at = head;
        for (int steps = 0; steps < 6; steps++)
        {
            int above = view[at].HeadIndex;
            if (above < 0)
            {
                // A headline or caption: "Agreement on transit signed" with the noun as root.
                return new Governor(null, null, null);
            }
            string relation = view[at].Relation;
            if (lexicon.ActOf(view.LemmaOf(above)) is { } act && view[above].Upos is "VERB" or "NOUN" or "ADJ" && relation is not "advcl" and not "acl")
            {
                Proposition proposition = view.At(above);
                if (act == InstrumentAct.Make && relation == "nsubj" && view[at].Deprel == "nsubj" && proposition.Object >= 0) act = InstrumentAct.Exist;
                return new Governor(act, proposition, context.StandingOf(proposition));
            }
            if (view[above].Upos is "VERB" or "AUX")
            {
                Proposition proposition = view.At(above);
                return new Governor(InstrumentAct.Exist, proposition, context.StandingOf(proposition));
            }
            at = above;
        }
        return new Governor(null, null, null);
    }

    private static int? CountOf(SentenceView view, NounPhrase phrase)
    {
        foreach (int child in view.Sentence.ChildrenBy(phrase.Head, "nummod"))
        {
            if (view.Mentions.OfType<Number>().FirstOrDefault(n => n.Tokens.Contains(child)) is { IsOrdinal: false } number && number.Amount.Value is > 0 and < 5000) return (int)number.Amount.Value;
            if (int.TryParse(view[child].Form, NumberStyles.None, CultureInfo.InvariantCulture, out int digits) && digits is > 0 and < 1000) return digits;
        }
        return null;
    }

    private static (string? Subject, bool IsName) SubjectOf(ExtractionContext context, SentenceView view, Instrument instrument, NounPhrase phrase)
    {
        foreach ((string preposition, int complement) in phrase.Complements)
        {
            if (!SubjectPrepositions.Contains(preposition) || instrument.Tokens.Contains(complement) || !IsSubject(context, view, preposition, complement)) continue;
            string words = SubjectWords(view, complement);
            if (words.Length > 2) return (words, char.IsUpper(view[phrase.Head].Form[0]) && view[phrase.Head].Upos == "PROPN");
        }
        // "agreement to build a road", "treaty establishing allied relations"
        foreach (int child in view.Sentence.Children(phrase.Head))
        {
            if (!view.Is(child, "acl") || view[child].Deprel == "acl:relcl" || child < phrase.Head) continue;
            if (view[child].Xpos is not ("VBG" or "VB")) continue;
            int content = view.At(child).Object;
            int matter = content >= 0 ? content : Matter(view, child);
            string words = matter >= 0 ? new NounPhrase(view, matter).Words() : "";
            if (words.Length > 2) return (words, false);
        }
        if (Behind(context, view, instrument) is { } behind) return (behind, false);
        if (!instrument.IsPlural && view.Sentence.Children(phrase.Head).Any(c => view[c].Form.ToLowerInvariant() is "a" or "an") && Provided(context, view, phrase.Head) is { Length: > 2 } provided && !phrase.Before.Any(c => view.Is(c, "compound") && !view.IsIn("empty-modifier", c) && view.ActorAt(c) is null)) return (provided, false);
        // "free trade agreement", "Simla Agreement"
        int from = phrase.Head;
        foreach (int child in phrase.Before.OrderDescending())
        {
            if (!(view.Is(child, "compound") || view.Is(child, "amod") || view.Is(child, "flat")) || view.ActorAt(child) is not null || view.MentionAt(child) is QuantityMention || view.IsIn("empty-modifier", child)) break;
            from = Math.Min(child, view.Sentence.Subtree(child)[0]);
        }
        from = Math.Min(from, instrument.Tokens.Start);
        while (from < phrase.Head && view.IsIn("empty-modifier", from)) from++;
        if (from >= phrase.Head) return (null, false);
        bool name = Enumerable.Range(from, phrase.Head - from).Any(t => view[t].Upos == "PROPN");
        return (NounPhrase.Words(view, new TokenRange(from, name ? phrase.Head + 1 : phrase.Head), 6), name);
    }

    // "an agreement which provides for the carriage of oil", "under which power will be exported", "a protocol that lets in beef": what the
    // clause upon the noun says, where no phrase tells the subject.
    private static string? Provided(ExtractionContext context, SentenceView view, int head)
    {
        foreach (int clause in view.Sentence.Children(head))
        {
            if (view[clause].Deprel != "acl:relcl" || clause < head || view[clause].Upos != "VERB") continue;
            Proposition proposition = view.At(clause);
            string lemma = view.LemmaOf(clause);
            if (lemma is "sign" or "conclude" or "reach" or "expire" or "hold" or "take" or "be" or "make" or "enter" or "have" or "remain" or "strike" or "ratify" or "adopt" or "initial" or "run") continue;
            foreach (int content in new[] { proposition.Oblique("for"), proposition.Object, proposition.IsPassive ? -1 : proposition.Oblique("to"), proposition.Oblique("on") })
            {
                if (content <= head || view.IsRelative(content) || view[content].Upos is not ("NOUN" or "PROPN") || !IsSubject(context, view, "on", content) && view.MentionAt(content) is not QuantityMention) continue;
                string words = SubjectWords(view, content);
                if (words.Length > 2) return words;
            }
            if (proposition.IsPassive && proposition.Object is >= 0 and int moved && moved != head && view[moved].Upos is "NOUN" && !view.IsRelative(moved)) return SubjectWords(view, moved);
        }
        return null;
    }

    // "pertaining to cooperation", "relating to customs": what the clause upon the noun is about.
    private static int Matter(SentenceView view, int clause)
    {
        foreach (Argument argument in view.At(clause).Arguments)
            if (argument.Role == ArgumentRole.Oblique && !argument.Inherited && argument.Preposition is "to" or "with" or "on" or "for" && argument.Head > clause) return argument.Head;
        return -1;
    }

    // "a contract with Denmark for the supply of turbines", "a memorandum of understanding on water": by the order of the words, whatever the
    // parser hangs the phrase on, up to the next verb or mark.
    private static string? Behind(ExtractionContext context, SentenceView view, Instrument instrument)
    {
        for (int i = instrument.Tokens.End; i < Math.Min(view.Count, instrument.Tokens.End + 14); i++)
        {
            if (view[i].Upos is "AUX" || (view[i].Upos is "VERB" && view[i].Xpos is "VBD" or "VBZ" or "VBP") || view[i].Form is "." or ";" or ":" or "," or "and" && !view.Mentions.Any(m => m is Money && m.Tokens.Contains(i)) && !IsBetweenParties(view, i)) return null;
            string preposition = view[i].Form.ToLowerInvariant();
            if (preposition is not ("on" or "for" or "concerning" or "regarding" or "about" or "covering")) continue;
            int head = view[i].HeadIndex;
            if (view[i].Upos == "VERB") head = view.At(i).Object;
            if (head > i && IsSubject(context, view, preposition, head) && SubjectWords(view, head) is { Length: > 2 } words) return words;
        }
        return null;
    }

    // The "and" of "between Peru and Chile".
    private static bool IsBetweenParties(SentenceView view, int token) =>
        token > 0 && token + 1 < view.Count && view.ActorAt(token - 1) is not null && (view.ActorAt(token + 1) is not null || view[token + 1].Upos == "DET");

    // "signed a deal in the electric power sector"; "sign an agreement on X" with "on X" hung on the verb.
    private static string? FieldOf(ExtractionContext context, SentenceView view, int head, Proposition? governor)
    {
        if (governor is null || governor.View != view) return null;
        int matter = governor.Oblique("on");
        if (matter > head + 1 && head + 1 < view.Count && view[head + 1].Form == "on" && IsSubject(context, view, "on", matter)) return SubjectWords(view, matter);
        int field = governor.Oblique("in");
        return field >= 0 && view.LemmaOf(field) is "sector" or "field" or "area" or "sphere" or "industry" or "domain" ? SubjectWords(view, field) : null;
    }

    // "allied relations in Dushanbe on Thursday": where and when it was signed do not belong to what it is about.
    private static string SubjectWords(SentenceView view, int head)
    {
        if (GoodsOf(view, head) is >= 0 and int goods) return new NounPhrase(view, goods).Words(complements: false);
        TokenRange range = new NounPhrase(view, head).Range();
        int end = range.End;
        foreach ((string preposition, int complement) in new NounPhrase(view, head).Complements)
        {
            bool setting = preposition is "in" or "on" or "at" or "during" or "after" or "before" or "for" or "until" && (view.MentionAt(complement) is PlaceName or TimeExpression || view.Times.Any(t => t.Expression.Tokens.Contains(complement)) || view.ActorAt(complement) is { Basis: ReferenceBasis.Seat or ReferenceBasis.Name });
            bool parties = preposition is "between" or "with" or "among" && view.ActorAt(complement) is not null;
            if ((setting || parties) && complement > head) end = Math.Min(end, view.Sentence.Subtree(complement)[0]);
        }
        // "on education, on tourism": what has a preposition of its own is another one's subject.
        foreach (int conjunct in view.Sentence.Subtree(head))
            if (conjunct > head && view.Is(conjunct, "conj") && view.CaseOf(conjunct).Length > 0) end = Math.Min(end, view.Sentence.Subtree(conjunct)[0]);
        return NounPhrase.Words(view, new TokenRange(range.Start, Math.Max(end, head + 1)), 6);
    }

    // "650,000 tonnes of wheat", "4.5 billion cubic metres of gas": the goods of an amount, or -1.
    private static int GoodsOf(SentenceView view, int token)
    {
        if (view.MentionAt(token) is not Measurement amount) return -1;
        for (int i = amount.Tokens.End; i < Math.Min(view.Count, amount.Tokens.End + 3); i++)
            if (view[i].Form is "of" && view[i].HeadIndex > i && view[view[i].HeadIndex].Upos is "NOUN" or "PROPN") return view[i].HeadIndex;
        return -1;
    }

    // A time, an amount, a place or a party after the noun is no subject of it.
    private static bool IsSubject(ExtractionContext context, SentenceView view, string preposition, int token)
    {
        if ((view.Is(token, "acl") && !(view[token].Xpos == "VBG" && preposition is "on" or "concerning" or "about")) || view.Times.Any(t => t.Expression.Tokens.Contains(token)) || view[token].Upos is "PRON" or "NUM") return false;
        // "A contract for 650,000 tonnes of wheat": the wheat.
        if (preposition is "for" or "on" && GoodsOf(view, token) >= 0) return true;
        if (view.MentionAt(token) is Money or Measurement or PlaceName || view.IsIn("no-subject", token)) return false;
        return preposition is not ("of" or "in" or "to" or "over") || !(view.ActorAt(token) is not null || (view[token].Upos == "PROPN" && context.ActorsOf(view, token).Count > 0));
    }

    private static IReadOnlyList<ActorReference> OwnParties(ExtractionContext context, SentenceView view, NounPhrase phrase)
    {
        List<ActorReference> found = [];
        foreach (int child in view.Sentence.Children(phrase.Head))
        {
            if (child < phrase.Head ? view.Is(child, "amod") || view.Is(child, "compound") || view.Is(child, "nmod:poss") || view[child].Deprel == "nmod:desc" : false) found.AddRange(context.ReferencesOf(view, child));
        }
        foreach ((string preposition, int complement) in phrase.Complements)
        {
            if (preposition is "between" or "with" or "among" or "by") found.AddRange(context.ReferencesOf(view, complement));
            else if (preposition is "of" && view[complement].Upos == "PROPN") found.AddRange(context.ReferencesOf(view, complement));
        }
        return [.. found.Distinct()];
    }

    private static List<ActorReference> PartiesOf(ExtractionContext context, SentenceView view, IReadOnlyList<ActorReference> own, Governor governor)
    {
        List<ActorReference> parties = [.. own];
        if (ExtractionContext.Codes(parties).Count >= 2) return parties;
        if (governor is { Act: InstrumentAct.Make or InstrumentAct.Initial or InstrumentAct.Draft, Proposition: { } proposition })
        {
            foreach (Argument argument in proposition.Arguments)
            {
                bool takes = argument.Role is ArgumentRole.Subject or ArgumentRole.Possessive or ArgumentRole.IndirectObject
                    || (argument.Role == ArgumentRole.Oblique && argument.Preposition is "with" or "between" or "by" or "among" or "alongside" or "to" or "together with");
                if (takes) parties.AddRange(context.ReferencesOf(view, argument.Head));
            }
        }
        return [.. parties.Distinct()];
    }

    private static ClaimStatus? StatusOf(SentenceView view, NounPhrase phrase, Governor governor)
    {
        bool draft = phrase.Before.Any(t => view.LemmaOf(t) is "draft" or "future" or "proposed" or "possible" or "potential" or "planned" or "prospective");
        Standing? standing = governor.Outlook?.Standing;
        switch (governor.Act)
        {
            case InstrumentAct.Make:
                if (standing is Standing.Planned) return ClaimStatus.Planned;
                if (standing is Standing.Proposed or Standing.Requested or Standing.Hypothetical or Standing.Threatened) return ClaimStatus.Proposed;
                if (standing is Standing.Denied) return ClaimStatus.Denied;
                if (standing is Standing.Negated) return ClaimStatus.Proposed;
                if (standing is Standing.Cancelled) return ClaimStatus.Planned;
                return draft ? ClaimStatus.Planned : ClaimStatus.Happened;
            case InstrumentAct.Initial:
                return ClaimStatus.Planned;
            case InstrumentAct.Draft:
                return standing is Standing.Denied ? ClaimStatus.Denied : ClaimStatus.Proposed;
            default:
                return draft ? ClaimStatus.Proposed : ClaimStatus.Happened;
        }
    }

    // "the 1972 accord", "the Agreement of 2005"
    private static DateRange? DatedBy(SentenceView view, int head)
    {
        foreach (ResolvedTime time in view.Times)
        {
            int at = time.Expression.Head;
            // "The gas contract from 1995", "a pact that dates from 2001"
            if (view.CaseOf(at) is "from" or "to" && time.Value.IsSingle && (view[at].HeadIndex == head || (view[at].HeadIndex is >= 0 and int dating && view.LemmaOf(dating) is "date" && view[head].HeadIndex == dating)) && (view[at].HeadIndex != head || view.CaseOf(at) == "from")) return new DateRange(time.Value.Start ?? time.Value.End!.Value);
            // "a programme for 2026-2027": how long it holds.
            if (view.CaseOf(at) == "for" && !time.Value.IsSingle) continue;
            // "the Agreement on Technical Cooperation of 2005"
            int noun = view[at].HeadIndex;
            while (noun > head && view.CaseOf(at) == "of" && view.Is(at, "nmod") && view.Is(noun, "nmod") && !view.Mentions.Any(m => m is Instrument && m.Head == noun)) noun = view[noun].HeadIndex;
            // "A declaration dated 17 July", "the pact concluded in 2021"
            if (noun >= 0 && view.Is(noun, "acl") && (view[noun].HeadIndex == head || (view[noun].Xpos == "VBN" && view.InPhrase(view[noun].HeadIndex, head) && !view.Mentions.Any(m => m is Instrument && m.Head > head && m.Head < noun))) && view.LemmaOf(noun) is "date" or "sign" or "conclude" or "initial" or "ink" or "ratify" or "seal" && time.Expression.Function == TimeFunction.At) return time.Value;
            if (noun == head && (view.Is(at, "compound") || view.Is(at, "nmod") || view.Is(at, "amod") || view.Is(at, "nummod")) && time.Expression.Function == TimeFunction.At) return time.Value;
        }
        return null;
    }

    // "The base agreement, concluded in 2014", "the memorandum signed with Cambodia in 2000": by the order of the words, whatever the parser hangs them on.
    private static DateRange? SignedAfter(SentenceView view, Instrument instrument)
    {
        int end = Math.Min(view.Count, instrument.Tokens.End + 12), verb = -1;
        for (int i = instrument.Tokens.End; i < end && verb < 0; i++)
        {
            if (view.MentionAt(i) is Instrument || view[i].Form is ";" or "." or ":" || (view[i].Upos is "AUX" or "VERB" && view[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD" && !IsSigned(view, i))) return null;
            if (IsSigned(view, i) && view[i].Xpos is "VBN" or "VBD" && view[i - 1].Upos is "NOUN" or "PROPN" or "PUNCT" or "ADV" && view.Sentence.Child(i, "nsubj") < 0 && !view.Sentence.Children(i).Any(c => view[c].Deprel == "aux:pass")) verb = i;
            else if (IsSigned(view, i)) return null;
        }
        if (verb < 0) return null;
        foreach (ResolvedTime time in view.Times)
        {
            int start = time.Expression.Tokens.Start;
            if (start <= verb || start - verb > 8 || time.Expression.Function != TimeFunction.At) continue;
            return Enumerable.Range(verb + 1, start - verb - 1).Any(i => view[i].Upos is "VERB" or "AUX" || view[i].Form is ";" or "," or "and") ? null : time.Value;
        }
        return null;
    }

    private static bool IsSigned(SentenceView view, int token) => view.LemmaOf(token) is "sign" or "conclude" or "ink" or "initial" or "seal" or "reach" or "strike" or "ratify" or "date" or "sealed";

    private static PartialDate? UntilOf(SentenceView view, int head, Proposition? governor)
    {
        foreach (ResolvedTime time in view.Times)
        {
            int at = time.Expression.Head;
            bool below = view.Sentence.IsBelow(at, head);
            // The parser may hang "for 2024-2027" on "signed".
            bool beside = !below && at > head && governor is not null && governor.View == view && view[at].HeadIndex == governor.Head;
            if (!below && !beside) continue;
            if (time.Expression.Function == TimeFunction.Until) return time.Value.End;
            // "a programme for 2026-2027", "covers the years 2024 to 2029"
            if (!time.Value.IsSingle && time.Value is { Start: not null, End: not null } && (view.CaseOf(at) == "for" || (time.Expression.Tokens.Start > 0 && view[time.Expression.Tokens.Start - 1].Form.Equals("for", StringComparison.OrdinalIgnoreCase)) || view.LemmaOf(view[at].HeadIndex < 0 ? at : view[at].HeadIndex) is "cover" or "span" or "year")) return time.Value.End;
        }
        return null;
    }

    // "The contract lapses in July 2026", "the lease runs until 2042": the time of the verb is the end.
    private static PartialDate? EndOf(SentenceView view, int head)
    {
        int verb = view[head].HeadIndex;
        if (verb < 0 || !view.Is(head, "nsubj") || !view.IsIn("ending", verb)) return null;
        bool ends = view.LemmaOf(verb) is not ("run" or "last" or "remain" or "stay" or "hold");
        return view.Times.FirstOrDefault(t => view[t.Expression.Head].HeadIndex == verb && (t.Expression.Function == TimeFunction.Until || (ends && t.Expression.Function == TimeFunction.At)))?.Value.End;
    }

    private static (decimal? Value, string? Currency) ValueOf(SentenceView view, int head)
    {
        foreach (Money money in view.Mentions.OfType<Money>())
        {
            // "A deal worth 200 million euros", "a contract with Japan valued at $5 million": by the order of the words.
            if (money.Currency is not null && money.Tokens.Start > head && money.Tokens.Start - head < 14 && IsPriceMark(view, money.Tokens.Start) && !Enumerable.Range(head, money.Tokens.Start - head).Any(i => view[i].Form is ";" or "." || view.MentionAt(i) is Money || (i > head && view.MentionAt(i) is Instrument)))
                return (money.Amount.High ?? money.Amount.Value, money.Currency);
            // "The deal is worth 400 billion koruna", "the contract is valued at"
            if (money.Currency is not null && view.Is(head, "nsubj") && view[head].HeadIndex is >= 0 and int predicate && (money.Tokens.Contains(predicate) || (view.Lemma(predicate) is "worth" or "value" or "amount" or "total" or "estimate" && view.Sentence.IsBelow(money.Head, predicate))) && Enumerable.Range(0, view.Count).Any(t => view.Lemma(t) is "worth" or "value" or "amount" or "total" or "estimate")) return (money.Amount.High ?? money.Amount.Value, money.Currency);
            int at = money.Head;
            for (int steps = 0; steps < 3 && at >= 0; steps++)
            {
                if (view[at].HeadIndex == head && (view.Is(at, "compound") || view.Is(at, "nmod") || view.Is(at, "amod") || view.Is(at, "acl") || view.Is(at, "nummod") || view[at].Deprel == "nmod:desc")) return (money.Amount.High ?? money.Amount.Value, money.Currency);
                at = view[at].HeadIndex;
            }
        }
        return (null, null);
    }

    private static bool IsPriceMark(SentenceView view, int start)
    {
        for (int i = start - 1; i >= Math.Max(0, start - 4); i--)
        {
            if (view[i].Form.ToLowerInvariant() is "worth" or "valued" or "totalling" or "totaling") return true;
            if (view[i].Upos is not ("ADV" or "ADP" or "DET" or "ADJ" or "NOUN")) return false;
        }
        return false;
    }

    /// <summary>What governs an instrument.</summary>
    private sealed record Governor(InstrumentAct? Act, Proposition? Proposition, Outlook? Outlook);
}

/// <summary>One telling of an instrument.</summary>
/// <param name="Claim">What it says.</param>
/// <param name="IsBare">Whether it only points back: "the agreement".</param>
/// <param name="IsDeed">Whether it tells what was done with it: signed, initialled, negotiated; other tellings take for granted that it is there.</param>
internal sealed record AgreementTelling(Agreement Claim, bool IsBare, bool IsDeed);
