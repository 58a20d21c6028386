using Entente.Claims;
using Entente.Gazetteers;
using Entente.Recognizing;

namespace Entente.Resolving.Actors;

/// <summary>Joins the mentions of persons of a document and looks them up among the leaders of the day.</summary>
internal sealed class People(LeaderList leaders)
{
    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase) { "jr", "sr", "ii", "iii", "iv" };

    /// <summary>Ties every person's name of the document to a person.</summary>
    public void Join(ActorDraft draft)
    {
        List<(string Last, string First, Person Person)> known = [];
        List<PersonName> names = [.. draft.Document.Mentions.OfType<PersonName>()];
        // Full names first, so that a surname in the headline finds the full name of the text.
        foreach (PersonName mention in names.Where(n => n.Name.Contains(' ', StringComparison.Ordinal)))
        {
            (string last, string first) = Parts(mention.Name);
            int at = known.FindIndex(k => k.Last == last && SameFirst(k.First, first));
            if (at < 0)
            {
                known.Add((last, first, new Person { Name = mention.Name }));
                at = known.Count - 1;
            }
            else if (mention.Name.Length > known[at].Person.Name.Length && Parts(mention.Name).Last == last && mention.Name.Length < known[at].Person.Name.Length + 16) known[at].Person.Name = mention.Name;
            draft.Persons[mention] = known[at].Person;
        }
        foreach (PersonName mention in names.Where(n => !n.Name.Contains(' ', StringComparison.Ordinal)))
        {
            string key = LeaderList.Key(mention.Name);
            List<Person> candidates = [.. known.Where(k => k.Last == key || k.First == key || Contains(k.Person.Name, mention.Name)).Select(k => k.Person).Distinct()];
            Person? person = candidates.Count == 0 ? null : candidates.Count == 1 ? candidates[0] : Nearest(draft, mention, candidates);
            if (person is null)
            {
                person = new Person { Name = mention.Name };
                known.Add((key, "", person));
            }
            draft.Persons[mention] = person;
        }
        DateOnly? day = draft.Document.Document.Published?.LastDay;
        foreach (Person person in draft.Persons.Values.Distinct()) LookUp(draft, person, day);
    }

    private static bool Contains(string full, string word)
    {
        string folded = Folding.Fold(word);
        return full.Split([' ', '-']).Any(part => Folding.Fold(part) == folded);
    }

    private static (string Last, string First) Parts(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int last = words.Length - 1;
        while (last > 0 && Suffixes.Contains(words[last].TrimEnd('.'))) last--;
        return (LeaderList.Key(words[last]), last > 0 ? LeaderList.Key(words[0]) : "");
    }

    // Keys start with the same letter: "S." and "Subrahmanyam", but not "Gurbanguly" and "Serdar".
    private static bool SameFirst(string a, string b) => a.Length == 0 || b.Length == 0 || a[0] == b[0];

    private static Person? Nearest(ActorDraft draft, PersonName mention, List<Person> candidates)
    {
        Person? nearest = null;
        foreach ((PersonName other, Person person) in draft.Persons.OrderBy(p => p.Key.Span))
        {
            if (other.Span.Start > mention.Span.Start && nearest is not null) break;
            if (candidates.Contains(person)) nearest = person;
        }
        return nearest ?? candidates[0];
    }

    private void LookUp(ActorDraft draft, Person person, DateOnly? day)
    {
        IReadOnlyList<Leader> tenures = leaders.Find(person.Name);
        if (tenures.Count == 0) return;
        // A surname alone counts only if its state is named in the report.
        HashSet<ActorCode> named = [.. draft.Document.Mentions.OfType<ActorName>().SelectMany(a => a.Candidates)];
        bool full = person.Name.Contains(' ', StringComparison.Ordinal);
        List<Leader> fitting = [.. tenures.Where(l => full || named.Contains(l.State))];
        if (fitting.Count == 0) fitting = [.. tenures.Where(l => day is { } d && l.HeldOn(d))];
        // A former holder elsewhere whose name is only spelled alike ("Said Musa", "Said Moussi") is somebody else.
        string folded = Folding.Fold(person.Name);
        fitting.RemoveAll(l => !named.Contains(l.State) && (day is not { } d || !l.HeldOn(d)) && !string.Equals(Folding.Fold(l.Name), folded, StringComparison.Ordinal));
        if (fitting.Count == 0) return;
        Leader? now = day is { } today ? fitting.Find(l => l.HeldOn(today)) : fitting.FindLast(l => l.To is null);
        person.State = (now ?? fitting[^1]).State;
        person.IsListed = true;
        person.Office = now?.Office;
        person.Rank = now?.Rank;
        person.Role = now is null ? "ELI" : "GOV";
    }
}
