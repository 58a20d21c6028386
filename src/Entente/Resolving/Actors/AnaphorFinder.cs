using Entente.Claims;
using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving.Actors;

/// <summary>Finds pronouns and short forms for one actor named before: "he", "its", "the country", "the republic", "our country".</summary>
internal static class AnaphorFinder
{
    private static readonly HashSet<string> Countries = new(StringComparer.OrdinalIgnoreCase) { "country", "republic", "kingdom", "nation", "sultanate", "emirate", "state", "federation" };

    /// <summary>Adds the anaphors of a sentence to a draft.</summary>
    public static void Find(ActorDraft draft, int s)
    {
        Sentence sentence = draft.Document.Sentences[s];
        for (int t = 0; t < sentence.Tokens.Count; t++)
        {
            if (draft.IsTaken(s, t)) continue;
            string word = sentence.Tokens[t].Form.ToLowerInvariant();
            if (word is "he" or "she" or "him" or "himself" or "herself" or "his" or "her") PersonBefore(draft, s, t);
            else if (word is "its" or "itself" or "it") StateBefore(draft, s, t, word);
            else if (Countries.Contains(word)) Country(draft, s, t, word);
        }
    }

    private static void PersonBefore(ActorDraft draft, int s, int token)
    {
        ActorReference? found = null;
        List<ActorReference> here = [.. draft.In(s).Where(r => r.Tokens.End <= token && IsPerson(r)).OrderBy(r => r.Tokens.Start)];
        if (here.Count > 0) found = here.Find(r => IsSubject(draft, r)) ?? here[^1];
        for (int earlier = s - 1; found is null && earlier >= 0 && earlier >= s - 2; earlier--)
        {
            if (draft.Document.Sentences[earlier].Block < draft.Document.Sentences[s].Block - 2) break;
            List<ActorReference> persons = [.. draft.In(earlier).Where(IsPerson).OrderBy(r => r.Tokens.Start)];
            if (persons.Count == 0) continue;
            found = persons.Find(r => IsSubject(draft, r)) ?? (persons.Select(p => p.Actors[0]).Distinct().Count() == 1 ? persons[0] : null);
            if (found is null) break;
        }
        if (found is null) return;
        draft.Add(s, new TokenRange(token, token + 1), token, found.Actors, ReferenceBasis.Anaphor, found.Name, found.Office, found.Role);
    }

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
        draft.Add(s, new TokenRange(token, token + 1), token, found.Actors, ReferenceBasis.Anaphor, found.Name, null, found.Role);
    }

    private static bool IsState(ActorReference reference) =>
        reference.Actors.Count == 1 && reference.Basis is ReferenceBasis.Name or ReferenceBasis.Seat or ReferenceBasis.Organization or ReferenceBasis.Company or ReferenceBasis.Organ;

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
            if (home is { } state) draft.Add(s, new TokenRange(start, token + 1), token, [state], ReferenceBasis.Anaphor);
            return;
        }
        if (before is not ("the" or "this") || word == "state") return;
        if (word is "nation" && token + 1 < sentence.Tokens.Count && sentence.Tokens[token + 1].Upos == "NOUN") return;
        for (int earlier = s; earlier >= 0 && earlier >= s - 2; earlier--)
        {
            List<ActorReference> states = [.. draft.In(earlier).Where(r => r.Actors.Count == 1 && r.Actors[0].IsState && (earlier < s || r.Tokens.End <= token)).OrderBy(r => r.Tokens.Start)];
            if (states.Count == 0) continue;
            ActorReference? subject = states.FindLast(r => IsSubject(draft, r));
            bool one = states.Select(r => r.Actors[0]).Distinct().Count() == 1;
            ActorReference? found = one ? states[^1] : earlier == s ? states[^1] : subject;
            if (found is not null) draft.Add(s, new TokenRange(start, token + 1), token, found.Actors, ReferenceBasis.Anaphor);
            return;
        }
        if (draft.Home is { } own && word is "country" or "republic") draft.Add(s, new TokenRange(start, token + 1), token, [own], ReferenceBasis.Anaphor);
    }
}
