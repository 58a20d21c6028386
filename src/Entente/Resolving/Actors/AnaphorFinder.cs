using Entente.Claims;
using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving.Actors;

/// <summary>Finds pronouns and short forms for one actor named before: "he", "its", "the country", "the republic", "our country".</summary>
internal static class AnaphorFinder
{
    private static readonly HashSet<string> Countries = new(StringComparer.OrdinalIgnoreCase) { "country", "republic", "kingdom", "nation", "sultanate", "emirate", "state", "federation" };

    // Nouns that stand with "the" for an organisation or a company named before.
    private static readonly HashSet<string> Bodies = new(StringComparer.OrdinalIgnoreCase)
    {
        "commission", "bank", "fund", "organization", "organisation", "union", "council", "alliance", "league", "bloc", "agency", "company", "corporation", "firm", "group", "body", "community", "concern", "regulator", "operator", "carrier", "region",
    };

    /// <summary>Adds the anaphors of a sentence to a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="s">Index of the sentence.</param>
    /// <param name="before">The pair in focus before the sentence.</param>
    /// <param name="main">The pair that the report is about, or none.</param>
    public static void Find(ActorDraft draft, int s, IReadOnlyList<ActorCode> before, IReadOnlyList<ActorCode> main)
    {
        Sentence sentence = draft.Document.Sentences[s];
        for (int t = 0; t < sentence.Tokens.Count; t++)
        {
            if (draft.IsTaken(s, t)) continue;
            string word = sentence.Tokens[t].Form.ToLowerInvariant();
            if (word is "he" or "she" or "him" or "himself" or "herself" or "his" or "her") PersonBefore(draft, s, t);
            else if (word is "its" or "itself" or "it") StateBefore(draft, s, t, word);
            else if (word is "north" or "south" && t > 0 && char.IsUpper(sentence.Tokens[t].Form[0]) && sentence.Tokens[t - 1].Form is "the" or "The") Half(draft, s, t, word);
            else if (word is "we" or "us" or "our" or "ours") Speaker(draft, s, t);
            else if (word is "visitor" or "visitors" or "guest" or "guests" or "host" or "hosts") Guest(draft, s, t, word, before.Count == 2 ? before : main);
            else if (Countries.Contains(word)) Country(draft, s, t, word);
            else if (Bodies.Contains(word) && t > 0 && sentence.Tokens[t - 1].Form is "the" or "The") Body(draft, s, t, word);
        }
    }

    // "The guest", "his host": of the two in focus the one on whose soil the report is, and the other one.
    private static void Guest(ActorDraft draft, int s, int token, string word, IReadOnlyList<ActorCode> pair)
    {
        Sentence sentence = draft.Document.Sentences[s];
        if (pair.Count != 2 || token == 0 || sentence.Tokens[token - 1].Form.ToLowerInvariant() is not ("the" or "his" or "her" or "their")) return;
        if (token + 1 < sentence.Tokens.Count && sentence.Tokens[token + 1].Upos is "NOUN" or "PROPN") return;
        ActorCode? host = null;
        for (int earlier = s; earlier >= 0 && host is null; earlier--)
        {
            PlaceName? place = draft.Document.In(earlier).OfType<PlaceName>().LastOrDefault(p => p.State is { } state && pair.Contains(state));
            host = place?.State;
        }
        if (host is not { } home) return;
        ActorCode meant = word.StartsWith("host", StringComparison.Ordinal) ? home : pair[0] == home ? pair[1] : pair[0];
        draft.Add(s, new TokenRange(token - 1, token + 1), token, [meant], ReferenceBasis.Anaphor, null, null, null, "by where the report is set");
    }

    // "The North", "the South" in a report about Korea.
    private static void Half(ActorDraft draft, int s, int token, string word)
    {
        Sentence sentence = draft.Document.Sentences[s];
        if (token + 1 < sentence.Tokens.Count && (char.IsUpper(sentence.Tokens[token + 1].Form[0]) || sentence.Tokens[token + 1].Form is "of" or "-")) return;
        ActorCode north = new("PRK"), south = new("KOR");
        if (!draft.Weight.ContainsKey(north) && !draft.Weight.ContainsKey(south) && !draft.All.Any(r => r.Actors.Contains(north))) return;
        draft.Add(s, new TokenRange(token - 1, token + 1), token, [word == "north" ? north : south], ReferenceBasis.Name, null, null, null, "the report is about Korea");
    }

    // "We" and "us": the state of the one person who speaks in the sentence.
    private static void Speaker(ActorDraft draft, int s, int token)
    {
        List<ActorReference> speakers = [.. draft.In(s).Where(r => r.Basis is ReferenceBasis.Person or ReferenceBasis.Office && r.Actors.Count == 1)];
        // "Uganda has been selling power to us", in a release or a paper of the state that it is sold to.
        if (speakers.Count == 0 && draft.Home is { } home && draft.Weight.ContainsKey(home) && draft.Document.Sentences[s].Tokens.All(t => t.Form is not ("\"" or "“" or "”" or "«" or "»" or "''" or "``")))
        {
            draft.Add(s, new TokenRange(token, token + 1), token, [home], ReferenceBasis.Anaphor, null, null, null, "where the report is written");
            return;
        }
        if (speakers.Select(r => r.Actors[0]).Distinct().Count() != 1) return;
        draft.Add(s, new TokenRange(token, token + 1), token, speakers[0].Actors, ReferenceBasis.Anaphor, speakers[0].Name, speakers[0].Office, speakers[0].Role, "the speaker");
    }

    private static void PersonBefore(ActorDraft draft, int s, int token)
    {
        ActorReference? found = null;
        string word = draft.Document.Sentences[s].Tokens[token].Form.ToLowerInvariant();
        bool isWoman = word is "she" or "her" or "herself";
        ActorReference? subject = SubjectBeside(draft, s, token, word);
        // "He" is no woman that the list knows, "she" one of them where there are any; "he assured him" tells of two.
        List<ActorReference> Fitting(IEnumerable<ActorReference> references)
        {
            List<ActorReference> all = [.. references.Where(r => IsPerson(r) && (subject is null || (r != subject && (r.Name is null || r.Name != subject.Name)))).OrderBy(r => r.Tokens.Start)];
            List<ActorReference> women = all.FindAll(r => r.Name is not null && draft.Women.Contains(Folding.Fold(r.Name.Split(' ')[0])));
            return isWoman ? (women.Count > 0 ? women : all) : [.. all.Except(women)];
        }
        List<ActorReference> here = Fitting(draft.In(s).Where(r => r.Tokens.End <= token));
        if (here.Count > 0) found = here.Find(r => IsSubject(draft, r)) ?? here[^1];
        for (int earlier = s - 1; found is null && earlier >= 0 && earlier >= s - 2; earlier--)
        {
            if (draft.Document.Sentences[earlier].Block < draft.Document.Sentences[s].Block - 2) break;
            List<ActorReference> persons = Fitting(draft.In(earlier));
            if (persons.Count == 0) continue;
            found = persons.Find(r => IsSubject(draft, r)) ?? (persons.Select(p => p.Actors[0]).Distinct().Count() == 1 ? persons[0] : null);
            if (found is null) break;
        }
        if (found is null) return;
        draft.Add(s, new TokenRange(token, token + 1), token, found.Actors, ReferenceBasis.Anaphor, found.Name, found.Office, found.Role, Before(found, s, "the person"));
    }

    // Of "him" and "her" as objects, the person who is the subject of the same verb.
    private static ActorReference? SubjectBeside(ActorDraft draft, int s, int token, string word)
    {
        Sentence sentence = draft.Document.Sentences[s];
        if (word is not ("him" or "her") || sentence.Tokens[token].Relation is not ("obj" or "iobj" or "obl") || sentence.Tokens[token].HeadIndex < 0) return null;
        int subject = sentence.Child(sentence.Tokens[token].HeadIndex, "nsubj");
        return subject < 0 ? null : draft.In(s).Find(r => r.Tokens.Contains(subject));
    }

    private static string Before(ActorReference found, int s, string what) => found.Sentence == s ? what + " named before in the sentence" : what + " of the sentence before";

    private static bool IsPerson(ActorReference reference) =>
        reference.Actors.Count == 1 && (reference.Basis is ReferenceBasis.Person or ReferenceBasis.Office || (reference.Basis == ReferenceBasis.Anaphor && reference.Name is not null && reference.Office is not null));

    private static bool IsSubject(ActorDraft draft, ActorReference reference)
    {
        Sentence sentence = draft.Document.Sentences[reference.Sentence];
        int at = reference.Head;
        for (int steps = 0; steps < 3 && at >= 0; steps++)
        {
            Token token = sentence.Tokens[at];
            if (token.Relation == "nsubj") return true;
            if (token.Relation is not ("appos" or "flat" or "compound" or "nmod")) return false;
            at = token.HeadIndex;
        }
        return false;
    }

    // "it" and "its" after the one state or organisation that the sentence, or the one before, has for a subject.
    private static void StateBefore(ActorDraft draft, int s, int token, string word)
    {
        List<ActorReference> here = [.. draft.In(s).Where(r => r.Tokens.End <= token && IsState(r)).OrderBy(r => r.Tokens.Start)];
        ActorReference? found = here.FindLast(r => IsSubject(draft, r)) ?? (word == "its" && here.Count > 0 ? here[^1] : null);
        if (found is null && s > 0 && here.Count == 0)
        {
            List<ActorReference> subjects = [.. draft.In(s - 1).Where(r => IsState(r) && IsSubject(draft, r))];
            if (subjects.Count == 1) found = subjects[0];
        }
        if (found is null || (word == "it" && draft.Document.Sentences[s].Tokens[token].Relation is not "nsubj")) return;
        // "It is expected that": an "it" without a referent has an expletive relation or a clause as its predicate.
        if (word == "it" && draft.Document.Sentences[s].Tokens[token].Deprel.Contains("expl", StringComparison.Ordinal)) return;
        draft.Add(s, new TokenRange(token, token + 1), token, found.Actors, ReferenceBasis.Anaphor, found.Name, null, found.Role, Before(found, s, "the state"));
    }

    /// <summary>Whose "its" or "their" before a token means: the last state that is a subject before it in the sentence; null if there is none.</summary>
    public static ActorCode? Owner(ActorDraft draft, int s, int token) =>
        draft.In(s).Where(r => r.Tokens.End <= token && IsState(r)).OrderBy(r => r.Tokens.Start).LastOrDefault(r => IsSubject(draft, r))?.Actors[0];

    private static bool IsState(ActorReference reference) =>
        reference.Actors.Count == 1 && reference.Basis is ReferenceBasis.Name or ReferenceBasis.Seat or ReferenceBasis.Organization or ReferenceBasis.Company or ReferenceBasis.Organ;

    // "The bank" after "the Asian Development Bank"; "the bloc" after any organisation; "the company" after any company.
    private static void Body(ActorDraft draft, int s, int token, string word)
    {
        Sentence sentence = draft.Document.Sentences[s];
        if (token + 1 < sentence.Tokens.Count && sentence.Tokens[token + 1].Form is "of" or "for") return;
        if (token + 1 < sentence.Tokens.Count && sentence.Tokens[token].Relation == "compound" && !char.IsUpper(sentence.Tokens[token].Form[0])) return;
        for (int earlier = s; earlier >= 0; earlier--)
        {
            ActorReference? found = draft.In(earlier).Where(r => (earlier < s || r.Tokens.End <= token) && Fits(draft, r, word)).OrderBy(r => r.Tokens.Start).LastOrDefault();
            if (found is null) continue;
            draft.Add(s, new TokenRange(token - 1, token + 1), token, found.Actors, found.Basis, found.Name, null, found.Role, "named before");
            return;
        }
    }

    private static bool Fits(ActorDraft draft, ActorReference reference, string word)
    {
        if (reference.Basis is not (ReferenceBasis.Organization or ReferenceBasis.Company or ReferenceBasis.Organ)) return false;
        if (word is "bloc" or "body" or "alliance" or "organization" or "organisation" && reference.Basis == ReferenceBasis.Organization) return true;
        if (word is "company" or "firm" or "concern" or "carrier" or "operator" && reference.Basis == ReferenceBasis.Company) return true;
        if (word == "region") return reference.Actors[0].ToString() is "IGO:CA" or "IGO:BALKANS" or "IGO:BALTIC" or "IGO:NORDIC" or "IGO:PACIFIC";
        string name = reference.Span.In(draft.Document.Document.Text);
        return name.EndsWith(word, StringComparison.OrdinalIgnoreCase) || (reference.Name is { } full && full.EndsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    private static void Country(ActorDraft draft, int s, int token, string word)
    {
        Sentence sentence = draft.Document.Sentences[s];
        string before = token == 0 ? "" : sentence.Tokens[token - 1].Form.ToLowerInvariant();
        int start = token - 1;
        if (before is "asian" or "african" or "caucasus" or "european" or "arab" or "gulf" or "landlocked" or "neighbouring" or "neighboring") return;
        if (before is "our" or "my")
        {
            ActorReference? speaker = draft.In(s).Find(r => r.Basis is ReferenceBasis.Person or ReferenceBasis.Office) ?? (s > 0 ? draft.In(s - 1).FindLast(r => r.Basis is ReferenceBasis.Person or ReferenceBasis.Office) : null);
            ActorCode? home = speaker?.Actors[0] ?? draft.Home;
            if (home is { } state) draft.Add(s, new TokenRange(start, token + 1), token, [state], ReferenceBasis.Anaphor, null, null, null, speaker is null ? "where the report is written" : "the speaker's");
            return;
        }
        if (before is not ("the" or "this" or "The") || word == "state") return;
        if (word is "nation" && token + 1 < sentence.Tokens.Count && sentence.Tokens[token + 1].Upos == "NOUN") return;
        for (int earlier = s; earlier >= 0 && earlier >= s - 2; earlier--)
        {
            List<ActorReference> states = [.. draft.In(earlier).Where(r => r.Actors.Count == 1 && r.Actors[0].IsState && (earlier < s || r.Tokens.End <= token)).OrderBy(r => r.Tokens.Start)];
            if (states.Count == 0) continue;
            ActorReference? subject = states.FindLast(r => IsSubject(draft, r));
            bool one = states.Select(r => r.Actors[0]).Distinct().Count() == 1;
            ActorReference? found = one ? states[^1] : earlier == s ? states[^1] : subject;
            if (found is not null) draft.Add(s, new TokenRange(start, token + 1), token, found.Actors, ReferenceBasis.Anaphor, null, null, null, Before(found, s, "the state"));
            return;
        }
        if (draft.Home is { } own && word is "country" or "republic") draft.Add(s, new TokenRange(start, token + 1), token, [own], ReferenceBasis.Anaphor, null, null, null, "where the report is written");
    }
}
