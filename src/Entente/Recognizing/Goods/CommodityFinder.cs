using Entente.Gazetteers;
using Entente.Parsing;
using Entente.Text;

namespace Entente.Recognizing.Goods;

/// <summary>Finds goods by the list data/commodities.tsv: the longest phrase that fits.</summary>
internal sealed class CommodityFinder : IMentionFinder
{
    private readonly PhraseLexicon<string> lexicon = new();

    /// <summary>A finder with the lists given.</summary>
    public CommodityFinder(DataFiles data)
    {
        foreach (DataRow row in data.Read("commodities")) lexicon.Add(row.Required("name"), row.Required("class"));
    }

    /// <inheritdoc/>
    public IEnumerable<Mention> Find(ParsedDocument document)
    {
        List<PhraseMatch<string>> matches = [];
        for (int s = 0; s < document.Sentences.Count; s++)
        {
            Sentence sentence = document.Sentences[s];
            AtomList atoms = lexicon.Atoms(sentence);
            for (int i = 0; i < atoms.Count;)
            {
                lexicon.Matches(sentence, atoms, i, matches);
                if (matches.Count == 0 || !IsNominal(sentence, matches[^1].Tokens))
                {
                    i++;
                    continue;
                }
                PhraseMatch<string> match = matches[^1];
                TextSpan span = sentence.SpanOf(match.Tokens);
                yield return new Commodity
                {
                    Sentence = s,
                    Tokens = match.Tokens,
                    Head = Listed.HeadOf(sentence, match.Tokens),
                    Span = span,
                    Name = Collapse(span.In(document.Document.Text)),
                    Class = match.Value,
                };
                i = match.EndAtom;
            }
        }
    }

    // "ships 300 tons", "credits his colleague", "the lead singer": one word that is no noun is no goods.
    private static bool IsNominal(Sentence sentence, TokenRange range) =>
        range.Length > 1 || sentence.Tokens[range.Start].Upos is "NOUN" or "PROPN" or "X" or "ADJ";

    private static string Collapse(string text) => string.Join(' ', text.Split([' ', '\t', '\n', '\r', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
