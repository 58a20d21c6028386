using Entente.Gazetteers;
using Entente.Text;

namespace Entente.Recognizing.Names;

/// <summary>Reads a sentence from left to right and takes at each place the longest name or title that lists and grammar know there.</summary>
internal sealed class NameScan(NameLists lists)
{
    private static readonly HashSet<string> OfficeParts = new(StringComparer.OrdinalIgnoreCase) { "deputy", "vice", "assistant", "associate", "first", "senior", "co", "joint" };

    private static readonly HashSet<string> Qualifiers = new(StringComparer.OrdinalIgnoreCase)
    {
        "former", "ex", "acting", "interim", "caretaker", "outgoing", "incoming", "late", "then", "ousted", "deposed", "exiled", "transitional", "designate", "elect", "erstwhile", "onetime", "past",
        "previous", "toppled", "overthrown", "detained", "jailed", "imprisoned",
    };

    private readonly PortfolioGrammar portfolios = new(lists);

    /// <summary>The names and titles of a sentence, in order, without overlap.</summary>
    public List<NameHit> Scan(Sentence sentence)
    {
        AtomList atoms = lists.Lexicon.Atoms(sentence);
        int[] firstAtom = FirstAtoms(sentence, atoms);
        List<NameHit> hits = [];
        List<PhraseMatch<ListedName>> matches = [];
        int token = 0;
        while (token < sentence.Tokens.Count)
        {
            NameHit? hit = Best(sentence, atoms, firstAtom, token, matches);
            if (hit is null)
            {
                token++;
                continue;
            }
            // "the Caspian" is listed, but in "the Caspian Sea" the longer name begins behind the article.
            if (token + 1 < sentence.Tokens.Count && sentence.Tokens[token].Form is "the" or "The" && Best(sentence, atoms, firstAtom, token + 1, matches) is { } behind && behind.Tokens.End > hit.Tokens.End) hit = behind;
            hits.Add(hit);
            if (hit.Tokens.Length > 1 && hit.Values.All(v => v is ListedPlace { Kind: "pipeline" or "railway" or "corridor" or "border" or "border crossing" or "field" or "plant" or "dam" })) AddStatesWithin(sentence, atoms, firstAtom, hit.Tokens, matches, hits);
            token = hit.Tokens.End;
        }
        return hits;
    }

    // "The Nigeria-Morocco gas pipeline" names a pipeline, and Nigeria and Morocco with it; "South America" and "the Gulf of Mexico" name no state.
    private void AddStatesWithin(Sentence sentence, AtomList atoms, int[] firstAtom, TokenRange range, List<PhraseMatch<ListedName>> matches, List<NameHit> hits)
    {
        for (int token = range.Start; token < range.End; token++)
        {
            NameHit? inner = Longest(sentence, atoms, firstAtom[token], matches);
            if (inner is null || inner.Tokens.Length >= range.Length || !inner.Values.All(v => v is ListedActor { Form: ActorNameForm.Name or ActorNameForm.Adjective or ActorNameForm.Demonym })) continue;
            hits.Add(inner);
            token = inner.Tokens.End - 1;
        }
    }

    private static int[] FirstAtoms(Sentence sentence, AtomList atoms)
    {
        int[] first = new int[sentence.Tokens.Count];
        Array.Fill(first, -1);
        for (int i = atoms.Count - 1; i >= 0; i--) first[atoms.Tokens[i]] = i;
        return first;
    }

    private NameHit? Best(Sentence sentence, AtomList atoms, int[] firstAtom, int token, List<PhraseMatch<ListedName>> matches)
    {
        NameHit? listed = Longest(sentence, atoms, firstAtom[token], matches);
        NameHit? titled = Title(sentence, atoms, firstAtom, token, listed, matches);
        NameHit? ministry = portfolios.MinistryOf(sentence, token);
        NameHit? best = listed;
        if (titled is not null && (best is null || titled.Tokens.End >= best.Tokens.End)) best = titled;
        if (ministry is not null && (best is null || ministry.Tokens.End > best.Tokens.End)) best = ministry;
        return best;
    }

    private NameHit? Longest(Sentence sentence, AtomList atoms, int start, List<PhraseMatch<ListedName>> matches)
    {
        if (start < 0) return null;
        lists.Lexicon.Matches(sentence, atoms, start, matches);
        // "ex-president" may be one token: the title begins at its second atom.
        if (matches.Count == 0 && start + 1 < atoms.Count && atoms.Tokens[start + 1] == atoms.Tokens[start] && IsPrefixed(sentence.Tokens[atoms.Tokens[start]].Form))
        {
            lists.Lexicon.Matches(sentence, atoms, start + 1, matches);
            matches.RemoveAll(m => m.Value is not ListedTitle);
        }
        if (matches.Count == 0) return null;
        TokenRange range = matches[^1].Tokens;
        NameHit hit = new(range, [.. matches.Where(m => m.Tokens == range).Select(m => m.Value)]);
        return sentence.Tokens[range.Start].Form.StartsWith("ex-", StringComparison.OrdinalIgnoreCase) ? hit with { Qualifier = "former" } : hit;
    }

    private static bool IsPrefixed(string form) =>
        form.StartsWith("ex-", StringComparison.OrdinalIgnoreCase) || form.StartsWith("vice-", StringComparison.OrdinalIgnoreCase) || form.StartsWith("co-", StringComparison.OrdinalIgnoreCase);

    // [former] [first deputy] trade and industry minister | [deputy] minister of trade
    private NameHit? Title(Sentence sentence, AtomList atoms, int[] firstAtom, int token, NameHit? listed, List<PhraseMatch<ListedName>> matches)
    {
        int at = token, officeFrom = -1;
        string? qualifier = null;
        while (at < sentence.Tokens.Count - 1)
        {
            string form = sentence.Tokens[at].Form;
            if (OfficeParts.Contains(form))
            {
                if (officeFrom < 0) officeFrom = at;
            }
            else if (Qualifiers.Contains(form) && officeFrom < 0) qualifier = form.ToLowerInvariant();
            else if (form != "-" || at == token) break;
            at++;
        }
        NameHit? core = at == token ? listed : Longest(sentence, atoms, firstAtom[at], matches);
        NameHit? portfolio = portfolios.Before(sentence, at);
        if (at > token && listed?.Title is not null && listed.Tokens.End >= Math.Max(core?.Tokens.End ?? 0, portfolio?.Tokens.End ?? 0))
        {
            core = listed;
            officeFrom = -1;
        }
        if (portfolio?.Title is not null && (core?.Title is null || portfolio.Tokens.End > core.Tokens.End)) core = portfolio;
        else if (portfolio?.Actor is not null && at == token && (core is null || portfolio.Tokens.End > core.Tokens.End)) return portfolio;
        if (core?.Title is not { } title || (core.Tokens.Start != at && core != listed)) return null;
        int end = core.Tokens.End;
        string office = title.Office;
        if (title.Right == "portfolio")
        {
            int after = portfolios.After(sentence, end);
            if (after > end)
            {
                office = PortfolioGrammar.British(title.Office + " " + PortfolioGrammar.Words(sentence, new TokenRange(end, after)).Replace(" the ", " ", StringComparison.Ordinal));
                end = after;
                title = title with { Rank = null, Right = "state" };
            }
        }
        else if (title.Name.StartsWith("minister ", StringComparison.Ordinal) && portfolios.More(sentence, end) is { } more && more > end)
        {
            // "Minister of Foreign Affairs" is listed, "and Trade" is not.
            office = PortfolioGrammar.British(PortfolioGrammar.Words(sentence, new TokenRange(core.Tokens.Start, more)));
            end = more;
        }
        if (officeFrom >= 0) title = title with { Rank = null };
        if (officeFrom >= 0) office = PortfolioGrammar.Words(sentence, new TokenRange(officeFrom, core.Tokens.Start)) + " " + office;
        office = office.Replace("vice- ", "vice ", StringComparison.Ordinal).Replace("co- ", "co-", StringComparison.Ordinal);
        // A prefix without a title behind it, as in "the first president", stays: it is read as the title alone.
        return new NameHit(new TokenRange(token, end), [title with { Office = office }]) { Qualifier = qualifier ?? core.Qualifier };
    }
}
