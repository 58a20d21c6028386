using Entente.Claims;
using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving.Actors;

/// <summary>
/// Whose an organ or a title is by the words beside it: "the Kazakh foreign ministry", "Kazakhstan's army", "the Ministry of Energy of Uzbekistan",
/// "the embassy of Thailand", "the army of its neighbour" (none).
/// </summary>
internal static class OrganReader
{
    private static readonly HashSet<string> Links = new(StringComparer.OrdinalIgnoreCase) { "of", "for", "from" };

    /// <summary>The states beside a mention: several for "the Kazakh and Uzbek foreign ministries"; none where no word tells.</summary>
    public static IReadOnlyList<ActorCode> Beside(Sequence sequence, Mention mention)
    {
        List<ActorCode> before = Before(sequence, mention.Tokens.Start, mention is ActorName { IsPlural: true } or OfficeTitle { IsPlural: true }, mention is ActorName);
        return before.Count > 0 ? before : After(sequence, mention.Tokens.End, out _, IsSeated(mention));
    }

    /// <summary>The states that stand before a token as adjectives or possessives; several only before a plural ("the Kazakh and Uzbek presidents").</summary>
    public static List<ActorCode> Before(Sequence sequence, int start, bool isPlural, bool organ = false)
    {
        int at = start - 1;
        // Words between: "Iran's powerful foreign ministry", "Kazakhstan's own army", "Russian state-owned company".
        for (int skipped = 0; skipped < 3 && at >= 0 && sequence.At(at) is null && IsModifier(sequence, at); skipped++) at--;
        bool possessive = at >= 0 && Sequence.IsPossessive(sequence.Word(at));
        if (possessive) at--;
        List<ActorCode> states = [];
        while (at >= 0 && sequence.At(at) is ActorName name && Fits(name, possessive, start))
        {
            states.Insert(0, name.Candidates[0]);
            at = name.Tokens.Start - 1;
            int link = at;
            // "Chilean and Peruvian customs": an organ of each.
            bool each = organ && sequence.Word(link) == "and" && name.Form == ActorNameForm.Adjective;
            if (!isPlural && !each && sequence.Word(link) is not ("-" or "–")) break;
            if (link >= 0 && sequence.Word(link) == "and") link--;
            else if (link >= 0 && sequence.Word(link) is "," or "-" or "–") link--;
            else break;
            if (sequence.At(link) is not ActorName other || other.Form != name.Form) break;
            at = link;
        }
        return states;
    }

    /// <summary>The states that follow with "of": "of Kazakhstan", "of the Republic of Korea and Japan".</summary>
    /// <param name="sequence">The sentence.</param>
    /// <param name="end">The token after the mention.</param>
    /// <param name="after">The token after the last state.</param>
    /// <param name="seat">Whether a capital behind "in" says it too.</param>
    public static List<ActorCode> After(Sequence sequence, int end, out int after, bool seat = false)
    {
        after = end;
        List<ActorCode> states = [];
        // "the foreign ministry in Tehran", "the government in Chisinau".
        bool seated = seat && sequence.Word(end).Equals("in", StringComparison.OrdinalIgnoreCase) && sequence.At(end + 1) is ActorName { Form: ActorNameForm.Seat };
        if (!seated && !Links.Contains(sequence.Word(end))) return states;
        int at = end + 1;
        while (Sequence.IsArticle(sequence.Word(at)) || sequence.Word(at) is "both") at++;
        while (sequence.At(at) is ActorName { Candidates.Count: > 0 } name)
        {
            if (name.Form is ActorNameForm.Adjective or ActorNameForm.Demonym)
            {
                // "of the Kazakh parliament" says whose as well; the organ that follows is read by itself.
                states.Add(name.Candidates[0]);
                after = name.Tokens.End;
                break;
            }
            states.Add(name.Candidates[0]);
            after = name.Tokens.End;
            at = name.Tokens.End;
            if (sequence.Word(at) is "and" or "," && sequence.At(at + 1) is ActorName next && next.Form is ActorNameForm.Name or ActorNameForm.Organization) at++;
            else if (sequence.Word(at) is "and" or "," && Sequence.IsArticle(sequence.Word(at + 1)) && sequence.At(at + 2) is ActorName { Form: ActorNameForm.Name }) at += 2;
            else if (sequence.Word(at) is "," && sequence.Word(at + 1) is "and" && sequence.At(at + 2) is ActorName { Form: ActorNameForm.Name }) at += 2;
            else break;
        }
        return states;
    }

    // An embassy or an army may be another's than the city's.
    private static bool IsSeated(Mention mention) =>
        mention is ActorName { Form: ActorNameForm.Organ } organ && (organ.Name.EndsWith("ministry", StringComparison.OrdinalIgnoreCase) || organ.Name.ToLowerInvariant() is "government" or "parliament" or "authorities" or "police" or "court" or "prosecutor's office");

    private static bool Fits(ActorName name, bool possessive, int start)
    {
        if (name.Candidates.Count == 0) return false;
        if (possessive) return name.Form is not ActorNameForm.Demonym || name.Tokens.End + 1 == start;
        return name.Form is ActorNameForm.Adjective or ActorNameForm.Demonym or ActorNameForm.Name or ActorNameForm.Organization or ActorNameForm.Seat;
    }

    private static bool IsModifier(Sequence sequence, int token)
    {
        Token word = sequence.Sentence.Tokens[token];
        return word.Upos is "ADJ" or "NOUN" && word.Form.Length > 2 && char.IsLower(word.Form[0]) && word.Relation is "amod" or "compound" or "nmod" or "dep"
            || word.Form is "-" || (word.Upos is "ADJ" && word.Relation is "amod");
    }
}
