using Entente.Claims;
using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving.Actors;

/// <summary>Says whom names, offices, persons, groups and pronouns stand for.</summary>
internal sealed class ActorResolver
{
    private readonly StateIndex states;
    private readonly People people;
    private readonly LeaderList leaders;
    private readonly HashSet<string> women;

    /// <summary>A resolver with the lists given.</summary>
    public ActorResolver(DataFiles data)
    {
        states = new StateIndex(data);
        people = new People(data.Leaders);
        leaders = data.Leaders;
        women = [.. data.Read("given-names").Select(row => Folding.Fold(row.Required("name")))];
    }

    /// <summary>Who is who in a document.</summary>
    public ResolvedActors Resolve(RecognizedDocument document)
    {
        Document read = document.Document;
        ActorDraft draft = new(document, states.HomeOf(read.Publisher, read.DatelinePlace, read.Url)) { Members = states.Members, Women = women, NameScore = (name, state) => leaders.Origins.Score(name, state) };
        Sequence[] sequences = [.. Enumerable.Range(0, document.Sentences.Count).Select(s => new Sequence(document, s))];
        foreach (Sequence sequence in sequences) AddNames(draft, sequence);
        FocusTracker.Weigh(draft);
        people.Join(draft);
        OfficeResolver.Resolve(draft, sequences);
        foreach (Sequence sequence in sequences) AddOrgans(draft, sequence);
        FocusTracker.Weigh(draft);
        IReadOnlyList<ActorCode>[] focus = FocusTracker.Track(draft);
        IReadOnlyList<ActorCode>[] pairs = FocusTracker.Track(draft, places: false);
        IReadOnlyList<ActorCode> main = FocusTracker.MainPair(draft);
        for (int s = 0; s < sequences.Length; s++)
        {
            GroupFinder.Find(draft, s, focus[s], s > 0 ? pairs[s - 1] : [], main);
            AnaphorFinder.Find(draft, s, s > 0 ? pairs[s - 1] : main, main);
        }
        return new ResolvedActors([.. draft.All], draft.Tenures, focus, draft.Home);
    }

    private void AddNames(ActorDraft draft, Sequence sequence)
    {
        foreach (ActorName name in sequence.Mentions.OfType<ActorName>())
        {
            // "U.S. dollars" name a currency.
            if (name.Candidates.Count == 0 || draft.Document.In(sequence.Index).Any(m => m is Money && m.Tokens.Overlaps(name.Tokens))) continue;
            if (name.Form == ActorNameForm.Seat && !SeatReader.Acts(sequence.Sentence, name)) continue;
            ActorCode actor = name.Candidates.Count == 1 ? name.Candidates[0] : Choose(draft.Document, name);
            // "the Peruvian Congress": the word beside a listed organ of another state goes before the list.
            if (name.Form == ActorNameForm.Organ && OrganReader.Before(sequence, name.Tokens.Start, false) is { Count: 1 } owner && owner[0].IsState) actor = owner[0];
            if (IsElsewhere(draft.Document, sequence, name, actor)) continue;
            draft.Add(name, [actor], Basis(name.Form), name.Form is ActorNameForm.Name or ActorNameForm.Adjective or ActorNameForm.Demonym ? states.NameOf(actor) : name.Name, null, name.Role, name.Candidates.Count > 1 ? $"of {string.Join(", ", name.Candidates)}" : name.Form == ActorNameForm.Seat ? "a capital that acts" : null);
        }
    }

    private static ReferenceBasis Basis(ActorNameForm form) => form switch
    {
        ActorNameForm.Name => ReferenceBasis.Name,
        ActorNameForm.Adjective or ActorNameForm.Demonym => ReferenceBasis.Adjective,
        ActorNameForm.Seat => ReferenceBasis.Seat,
        ActorNameForm.Organ => ReferenceBasis.Organ,
        ActorNameForm.Company => ReferenceBasis.Company,
        _ => ReferenceBasis.Organization,
    };

    // Of several states with one name the one that the document names without doubt elsewhere; else the lists' first.
    private static ActorCode Choose(RecognizedDocument document, ActorName name)
    {
        foreach (ActorName other in document.Mentions.OfType<ActorName>())
        {
            if (other.Candidates.Count == 1 && name.Candidates.Contains(other.Candidates[0])) return other.Candidates[0];
        }
        // "Brussels" is the Union where Belgium is not named.
        return name.Form == ActorNameForm.Seat && name.Candidates.FirstOrDefault(c => c.IsOrganization) is { IsOrganization: true } union ? union : name.Candidates[0];
    }

    // Georgia of the United States: "Georgia Governor", "Atlanta, Georgia", "the U.S. state of Georgia".
    private static bool IsElsewhere(RecognizedDocument document, Sequence sequence, ActorName name, ActorCode actor)
    {
        if (actor.ToString() != "GEO" || name.Form != ActorNameForm.Name) return false;
        string before = sequence.Word(name.Tokens.Start - 1), two = sequence.Word(name.Tokens.Start - 2), next = sequence.Word(name.Tokens.End);
        if (before == "of" && two is "state" or "governor" or "senator") return true;
        if (next is "governor" or "senator" or "republican" or "democrat" or "state" or "secretary") return true;
        return before == "," && sequence.At(name.Tokens.Start - 2) is PlaceName { State: { } state } && state.ToString() == "USA" && document.Mentions.Count > 0;
    }

    // Organs that the lists do not tie to a state: by the words beside them, else the same organ before, else the state in view.
    private static void AddOrgans(ActorDraft draft, Sequence sequence)
    {
        foreach (ActorName organ in sequence.Mentions.OfType<ActorName>().Where(n => n.Candidates.Count == 0))
        {
            IReadOnlyList<ActorCode> owners = OrganReader.Beside(sequence, organ);
            string why = "said beside it";
            if (owners.Count == 0 && Around(draft, sequence, organ) is { } around)
            {
                owners = [around];
                why = "the state in view";
            }
            if (owners.Count > 0) draft.Add(organ, [.. owners.Distinct()], ReferenceBasis.Organ, organ.Name, null, organ.Role, why);
        }
    }

    private static ActorCode? Around(ActorDraft draft, Sequence sequence, ActorName organ)
    {
        if (organ.IsPlural && !organ.Name.EndsWith('s')) return null;
        int s = sequence.Index;
        string before = sequence.Word(organ.Tokens.Start - 1);
        List<ActorCode> earlier = draft.StatesBefore(s, organ.Tokens.Start);
        if (before is "its" or "their" && earlier.Count > 0) return AnaphorFinder.Owner(draft, s, organ.Tokens.Start) ?? earlier[^1];
        ActorReference? same = null;
        for (int back = s; back >= 0 && same is null; back--)
        {
            same = draft.In(back).FindLast(r => r.Basis == ReferenceBasis.Organ && r.Actors.Count == 1 && (back < s || r.Tokens.End <= organ.Tokens.Start) && string.Equals(LastWord(r.Name), LastWord(organ.Name), StringComparison.OrdinalIgnoreCase));
        }
        if (same is not null && before is "the" or "its" or "their") return same.Actors[0];
        if (earlier.Distinct().Count() == 1 && before is "the") return Host(draft, sequence, organ, earlier[0]) ?? earlier[0];
        if (earlier.Count == 0 && draft.Home is { } home && before is "the" or "") return home;
        if (before is not "the") return null;
        for (int back = s - 1; back >= 0 && back >= s - 2; back--)
        {
            List<ActorCode> there = draft.StatesIn(back);
            if (there.Count == 1) return there[0];
            if (there.Count > 1) break;
        }
        return draft.Home;
    }

    // "The Iranian ambassador was summoned by the foreign ministry": the ministry that an envoy deals with is the host's.
    private static ActorCode? Host(ActorDraft draft, Sequence sequence, ActorName organ, ActorCode guest)
    {
        bool envoy = organ.Name == "foreign ministry" && sequence.Mentions.OfType<OfficeTitle>().Any(t => t.Tail == "post" && t.Tokens.End <= organ.Tokens.Start);
        return envoy && FocusTracker.MainPair(draft) is { Count: 2 } pair && pair.Contains(guest) ? pair.First(p => p != guest) : null;
    }

    private static string LastWord(string? name) => name is null ? "" : name[(name.LastIndexOf(' ') + 1)..];
}
