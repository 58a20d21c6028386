using Entente.Claims;
using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving.Actors;

/// <summary>Ties titles to states and persons, and persons to offices.</summary>
internal static class OfficeResolver
{
    private static readonly HashSet<string> Past = new(StringComparer.OrdinalIgnoreCase)
    {
        "former", "ex", "late", "then", "ousted", "deposed", "exiled", "erstwhile", "onetime", "past", "previous", "toppled", "overthrown",
    };

    private static readonly ActorCode Union = new("IGO:EU");
    private static readonly HashSet<string> Provisional = new(StringComparer.OrdinalIgnoreCase) { "acting", "interim", "caretaker", "transitional" };

    /// <summary>Adds tenures, persons' states and references for persons and titles to a draft.</summary>
    /// <param name="draft">The draft, with the references of names.</param>
    /// <param name="sequences">The sentences.</param>
    public static void Resolve(ActorDraft draft, Sequence[] sequences)
    {
        List<TitleReading>[] readings = [.. sequences.Select(TenureFinder.Read)];
        // What is said beside the title goes first; what must be guessed from around it may build on that.
        foreach (List<TitleReading> sentence in readings)
        {
            foreach (TitleReading reading in sentence.Where(r => r.States.Count > 0 && !r.IsCounterpart)) Settle(draft, reading);
        }
        for (int s = 0; s < readings.Length; s++)
        {
            foreach (TitleReading reading in readings[s].Where(r => r.States.Count == 0 && !r.IsCounterpart)) Guess(draft, sequences[s], readings[s], reading);
        }
        for (int s = 0; s < readings.Length; s++)
        {
            foreach (TitleReading reading in readings[s].Where(r => r.IsCounterpart)) Mirror(draft, s, readings, reading);
        }
        for (int s = 0; s < readings.Length; s++) ReferBack(draft, sequences, readings, s);
        for (int s = 0; s < readings.Length; s++) Refer(draft, sequences[s], readings[s]);
        draft.Tenures.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    private static void Settle(ActorDraft draft, TitleReading reading)
    {
        for (int i = 0; i < reading.Persons.Count; i++)
        {
            ActorCode state = reading.States.Count == reading.Persons.Count ? reading.States[i] : reading.States[0];
            Assign(draft, reading, reading.Persons[i], state);
        }
        draft.TitleStates[reading.Title] = reading.States[0];
    }

    private static void Assign(ActorDraft draft, TitleReading reading, PersonName name, ActorCode? state)
    {
        Person person = draft.Persons[name];
        bool former = reading.Qualifier is { } q && Past.Contains(q);
        string office = reading.Qualifier is { } p && Provisional.Contains(p) ? p + " " + reading.Office : reading.Office;
        if (state is { } known && (person.State is null || person.IsListed))
        {
            person.State = known;
            person.IsListed = false;
        }
        if (person.Office is null || (!former && person.IsListed))
        {
            person.Office = office;
            person.Role = former ? "ELI" : reading.Title.Role;
        }
        if (reading.Title.Rank == "NO") return;
        TextSpan span = draft.Document.Sentences[name.Sentence].SpanOf(new TokenRange(Math.Min(reading.Start, name.Tokens.Start), Math.Max(reading.Title.Tokens.End, name.Tokens.End)));
        draft.Tenures.Add(new Tenure(person.Name, office, state ?? person.State, former, name.Sentence, span));
    }

    // The state of a title that no word beside it tells.
    private static void Guess(ActorDraft draft, Sequence sequence, List<TitleReading> sentence, TitleReading reading)
    {
        foreach (PersonName name in reading.Persons)
        {
            Person person = draft.Persons[name];
            ActorCode? state = person.State ?? Behalf(sequence, name) ?? ByTitle(draft, reading) ?? Companion(draft, sequence, name) ?? Likelier(draft, sequence, person, reading, Around(draft, sequence, sentence, reading));
            draft.TitleReasons[reading.Title] = person.State is not null ? "the person's state, said elsewhere" : "the state in view";
            Assign(draft, reading, name, state);
            if (state is { } s) draft.TitleStates.TryAdd(reading.Title, s);
        }
        if (reading.Persons.Count > 0 || reading.Title.IsPlural) return;
        if (Same(draft, reading) is { } tenure && tenure.State is { } same)
        {
            draft.TitleStates[reading.Title] = same;
            draft.TitleReasons[reading.Title] = "the same office before";
        }
        else if (Around(draft, sequence, sentence, reading) is { } around)
        {
            draft.TitleStates[reading.Title] = around;
            draft.TitleReasons[reading.Title] = "the state in view";
        }
    }

    // "Assistant Secretary of State X": a title that one state alone gives, in a report that names it.
    private static ActorCode? ByTitle(ActorDraft draft, TitleReading reading)
    {
        ActorCode america = new("USA");
        bool american = reading.Title.Office is "secretary of state" or "assistant secretary" or "under secretary" or "deputy secretary of state" or "defense secretary" or "treasury secretary";
        return american && draft.All.Any(r => r.Actors.Contains(america)) ? america : null;
    }

    // The state in view is a guess; where the report is about another one too and the name is clearly of that one's names, that one is meant.
    private static ActorCode? Likelier(ActorDraft draft, Sequence sequence, Person person, TitleReading reading, ActorCode? guess)
    {
        if (guess is not { IsState: true } seen || draft.NameScore is not { } score || IsOwned(sequence, reading)) return guess;
        IReadOnlyList<ActorCode> main = FocusTracker.MainPair(draft);
        IEnumerable<ActorCode> candidates = draft.StatesIn(sequence.Index).Concat(sequence.Index > 0 ? draft.StatesIn(sequence.Index - 1) : []).Concat(main).Concat(draft.Home is { } home ? [home] : []).Where(a => a.IsState && a != seen && draft.Weight.GetValueOrDefault(a) >= 2).Distinct();
        double least = score(person.Name, seen) + NameOrigins.Clear;
        foreach (ActorCode candidate in candidates.Order())
        {
            double own = score(person.Name, candidate);
            if (own > least) (guess, least) = (candidate, own);
        }
        return guess;
    }

    // "its own ambassador", "his interior minister": whose is said.
    private static bool IsOwned(Sequence sequence, TitleReading reading) =>
        sequence.Word(reading.Start - 1) is "its" or "their" or "own" || sequence.Word(reading.Title.Tokens.Start - 1) is "its" or "their" or "own" or "our";

    // "X signed for Kathmandu", "X on behalf of the Kazakh side".
    private static ActorCode? Behalf(Sequence sequence, PersonName name)
    {
        int at = name.Tokens.End;
        // "Defence Minister Fikri Isik of Turkey"
        if (sequence.Word(at) == "of" && sequence.At(at + 1) is ActorName { Form: ActorNameForm.Name, Candidates.Count: > 0 } home) return home.Candidates[0];
        for (int steps = 0; steps < 4 && sequence.Word(at).Length > 0 && sequence.At(at) is null; steps++, at++)
        {
            string word = sequence.Word(at);
            if (word is "for" || (word is "of" && sequence.Word(at - 1) == "behalf"))
            {
                int next = at + 1;
                while (Sequence.IsArticle(sequence.Word(next))) next++;
                return sequence.At(next) is ActorName { Candidates.Count: > 0 } side ? side.Candidates[0] : null;
            }
            if (word is "," or ";" or "that") return null;
        }
        return null;
    }

    // "Prime Minister X and Y, the minister of trade": they stand side by side.
    private static ActorCode? Companion(ActorDraft draft, Sequence sequence, PersonName name) =>
        sequence.Word(name.Tokens.Start - 1) == "and" && sequence.At(name.Tokens.Start - 2) is PersonName other ? draft.Persons[other].State : null;

    // "The Turkmen president might stay at home" after a leader's name without a title; "the heads of state" after two such names.
    private static void ReferBack(ActorDraft draft, Sequence[] sequences, List<TitleReading>[] readings, int s)
    {
        foreach (TitleReading reading in readings[s].Where(r => r.Persons.Count == 0 && r.Title.Rank is "HS" or "HG" or "FM" && r.Qualifier is null))
        {
            foreach ((PersonName name, Person person) in draft.Persons.OrderBy(p => p.Key.Span))
            {
                if (!person.IsListed || person.Office is null || person.Rank != reading.Title.Rank || person.State is not { } state || draft.Tenures.Exists(t => t.Person == person.Name)) continue;
                bool near = name.Sentence <= s && name.Sentence >= s - 2;
                // "Merkel had done the groundwork. The chancellor flew": the one such leader told of shortly before.
                bool fits = reading.Title.IsPlural ? near && reading.States.Count == 0 && ListedNear(draft, s, reading.Title.Rank) > 1
                    : reading.States.Contains(state) || (reading.States.Count == 0 && near && name.Span.Start < reading.Title.Span.Start && sequences[s].Word(reading.Title.Tokens.Start - 1) == "the" && ListedNear(draft, s, reading.Title.Rank) == 1);
                if (fits) draft.Tenures.Add(new Tenure(person.Name, person.Office, state, false, name.Sentence, near && name.Sentence == s ? name.Span.Cover(name.Span) : reading.Title.Span));
            }
        }
    }

    private static int ListedNear(ActorDraft draft, int s, string? rank) =>
        draft.Persons.Where(p => p.Key.Sentence <= s && p.Key.Sentence >= s - 2 && p.Value.IsListed && p.Value.Rank == rank).Select(p => p.Value).Distinct().Count();

    // The last tenure before with the same office: "the minister" after "Energy Minister X".
    private static Tenure? Same(ActorDraft draft, TitleReading reading)
    {
        string head = reading.Title.Office[(reading.Title.Office.LastIndexOf(' ') + 1)..];
        Tenure? found = null;
        foreach (Tenure tenure in draft.Tenures)
        {
            if (tenure.Span.Start >= reading.Title.Span.Start || tenure.IsFormer) continue;
            if ((found is null || tenure.Span.Start > found.Span.Start) && (tenure.Office == reading.Office || tenure.Office.EndsWith(head, StringComparison.Ordinal) || (head == "minister" && tenure.Office.StartsWith("minister", StringComparison.Ordinal)) || (head == "ambassador" && tenure.Office.StartsWith("ambassador", StringComparison.Ordinal)))) found = tenure;
        }
        return found;
    }

    private static ActorCode? Around(ActorDraft draft, Sequence sequence, List<TitleReading> sentence, TitleReading reading)
    {
        int s = sequence.Index;
        List<ActorCode> before = draft.StatesBefore(s, reading.Start);
        string owner = sequence.Word(reading.Title.Tokens.Start - 1);
        if (owner is "its" or "their" or "own" && before.Count > 0) return AnaphorFinder.Owner(draft, s, reading.Start) ?? before[^1];
        // "Commissioner for Energy", where the report names the Union.
        if (reading.Office.StartsWith("commissioner for", StringComparison.OrdinalIgnoreCase) && draft.Weight.ContainsKey(Union)) return Union;
        // "The ambassador" in a report from home is another state's.
        if (reading.Title.Tail == "post" && reading.Persons.Count > 0 && draft.Home is { } host && FocusTracker.MainPair(draft) is { Count: 2 } two && two.Contains(host)) return two[0] == host ? two[1] : two[0];
        // "in Egypt, where Prime Minister X ...": a place close before.
        for (int at = reading.Start - 1; at >= 0 && at >= reading.Start - 4; at--)
        {
            if (sequence.Word(at) == "where" && sequence.At(at - 1) is null && sequence.At(at - 2) is ActorName { Candidates.Count: > 0 } place) return place.Candidates[0];
            if (sequence.Word(at) == "where" && sequence.At(at - 2) is PlaceName { State: { } lies }) return lies;
        }
        // States that other titles of the sentence have are spoken for.
        HashSet<ActorCode> taken = [.. sentence.Where(r => r != reading).SelectMany(r => r.States)];
        foreach (TitleReading other in sentence.Where(r => r != reading && r.Persons.Count > 0))
        {
            foreach (PersonName person in other.Persons)
            {
                if (draft.Persons[person].State is { } state) taken.Add(state);
            }
        }
        List<ActorCode> free = [.. before.Where(b => !taken.Contains(b))];
        // Who expels or summons "the ambassador" means another state's.
        if (reading.Title.Tail == "post" && before.Count > 0 && Receives(sequence, reading) && FocusTracker.MainPair(draft) is { Count: 2 } pair && pair.Contains(before[^1])) return pair[0] == before[^1] ? pair[1] : pair[0];
        if (draft.Home is { } home && !taken.Contains(home) && (free.Count != 1 || free[0] == home || draft.Weight.GetValueOrDefault(home) >= draft.Weight.GetValueOrDefault(free[0]))) return home;
        if (free.Count > 0 && s < draft.Document.Sentences.Count) return free[0];
        for (int earlier = s - 1; earlier >= 0 && earlier >= s - 2; earlier--)
        {
            List<ActorCode> states = [.. draft.StatesIn(earlier).Where(b => !taken.Contains(b))];
            if (states.Count > 0) return states.OrderByDescending(b => draft.Weight.GetValueOrDefault(b)).First();
        }
        List<KeyValuePair<ActorCode, double>> heaviest = [.. draft.Weight.Where(w => w.Key.IsState && !taken.Contains(w.Key)).OrderByDescending(w => w.Value).ThenBy(w => w.Key)];
        return heaviest.Count > 0 ? heaviest[0].Key : null;
    }

    private static bool Receives(Sequence sequence, TitleReading reading)
    {
        for (int at = Math.Max(0, reading.Start - 6); at < reading.Start; at++)
        {
            if (sequence.Sentence.Tokens[at].Lemma is "expel" or "summon" or "eject" or "oust" or "call" or "demand" or "hand" or "order") return true;
        }
        return false;
    }

    // "his Chilean colleague Gabriel Boric": the office of the one whose colleague he is.
    private static void Mirror(ActorDraft draft, int s, List<TitleReading>[] readings, TitleReading reading)
    {
        TitleReading? model = readings[s].Where(r => !r.IsCounterpart && r.Persons.Count > 0 && r.Start < reading.Start).LastOrDefault()
            ?? readings[s].FirstOrDefault(r => !r.IsCounterpart && r.Persons.Count > 0);
        string? office = model?.Office ?? LastOffice(draft, readings, s, reading);
        if (office is null) return;
        // The office of a post belongs to one state: "ambassador to X" has no mirror image.
        int to = office.IndexOf(" to ", StringComparison.Ordinal);
        if (to > 0) office = office[..to];
        reading.Office = office;
        foreach (PersonName name in reading.Persons)
        {
            Person person = draft.Persons[name];
            ActorCode? state = reading.States.Count > 0 ? reading.States[0] : person.State ?? Opposite(draft, model);
            Assign(draft, reading, name, state);
        }
        if (reading.States.Count > 0) draft.TitleStates[reading.Title] = reading.States[0];
    }

    // The other of the two that the report is about.
    private static ActorCode? Opposite(ActorDraft draft, TitleReading? model)
    {
        if (model is null || model.Persons.Count == 0 || draft.Persons[model.Persons[0]].State is not { } own) return null;
        return FocusTracker.MainPair(draft) is { Count: 2 } pair && pair.Contains(own) ? pair[0] == own ? pair[1] : pair[0] : null;
    }

    private static string? LastOffice(ActorDraft draft, List<TitleReading>[] readings, int s, TitleReading reading)
    {
        PersonName? last = draft.Document.Mentions.OfType<PersonName>().LastOrDefault(p => p.Span.Start < reading.Title.Span.Start && draft.Persons[p].Office is not null);
        if (last is not null) return draft.Persons[last].Office;
        for (int earlier = s; earlier >= 0; earlier--)
        {
            TitleReading? found = readings[earlier].LastOrDefault(r => !r.IsCounterpart && (earlier < s || r.Start < reading.Start));
            if (found is not null) return found.Office;
        }
        return null;
    }

    private static void Refer(ActorDraft draft, Sequence sequence, List<TitleReading> readings)
    {
        foreach (TitleReading reading in readings)
        {
            OfficeTitle title = reading.Title;
            if (reading.Persons.Count > 0 && !title.IsPlural) continue;
            if (title.IsPlural && reading.States.Count > 1)
            {
                draft.Add(title, [.. reading.States.Distinct()], ReferenceBasis.Office, null, reading.Office, title.Role, "said beside it");
                continue;
            }
            if (reading.Persons.Count > 0) continue;
            if (title.IsPlural && reading.States.Count == 0) continue;
            if (!draft.TitleStates.TryGetValue(title, out ActorCode state)) continue;
            // "the chief", "a leader", without a word on whose: too little.
            if (reading.States.Count == 0 && title.Rank is null && Same(draft, reading) is null) continue;
            string? person = Same(draft, reading) is { } tenure && tenure.State == state ? tenure.Person : null;
            draft.Add(title, [state], ReferenceBasis.Office, person, reading.Office, title.Role, draft.TitleReasons.GetValueOrDefault(title) ?? "said beside it");
        }
        foreach (PersonName name in sequence.Mentions.OfType<PersonName>())
        {
            Person person = draft.Persons[name];
            if (person.State is { } state) draft.Add(name, [state], ReferenceBasis.Person, person.Name, person.Office, person.Role, person.IsListed ? "the list of leaders" : "the office said beside the name");
        }
    }
}
