using Entente.Gazetteers;
using Entente.Parsing;
using Entente.Text;

namespace Entente.Recognizing.Instruments;

/// <summary>Finds kinds of instrument by the list data/instruments.tsv: the longest phrase that fits.</summary>
internal sealed class InstrumentFinder : IMentionFinder
{
    private readonly PhraseLexicon<Kind> lexicon = new();

    /// <summary>A finder with the lists given.</summary>
    public InstrumentFinder(DataFiles data)
    {
        foreach (DataRow row in data.Read("instruments"))
        {
            string name = row.Required("name"), type = row.Required("type");
            bool weak = row["weak"] is not null;
            lexicon.Add(name, new Kind(type, weak, false));
            string[] plurals = row.List("plural");
            foreach (string plural in plurals.Length > 0 ? plurals : [Listed.PluralOf(name)])
            {
                if (plural != name) lexicon.Add(plural, new Kind(type, weak, true));
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<Mention> Find(ParsedDocument document)
    {
        List<PhraseMatch<Kind>> matches = [];
        for (int s = 0; s < document.Sentences.Count; s++)
        {
            Sentence sentence = document.Sentences[s];
            AtomList atoms = lexicon.Atoms(sentence);
            for (int i = 0; i < atoms.Count;)
            {
                lexicon.Matches(sentence, atoms, i, matches);
                if (matches.Count == 0 || IsVerb(sentence, matches[^1].Tokens))
                {
                    i++;
                    continue;
                }
                PhraseMatch<Kind> match = matches[^1];
                yield return new Instrument
                {
                    Sentence = s,
                    Tokens = match.Tokens,
                    Head = Listed.HeadOf(sentence, match.Tokens),
                    Span = sentence.SpanOf(match.Tokens),
                    Type = match.Value.Type,
                    IsPlural = match.Value.IsPlural,
                    IsWeak = match.Value.IsWeak,
                };
                i = match.EndAtom;
            }
        }
    }

    // "The sides plan to ...", "charter flights": one word used as a verb or before a noun is no instrument.
    private static bool IsVerb(Sentence sentence, TokenRange range) =>
        range.Length == 1 && (sentence.Tokens[range.Start].Upos is "VERB" or "AUX" || sentence.Tokens[range.Start].Xpos.StartsWith("VB", StringComparison.Ordinal));

    private sealed record Kind(string Type, bool IsWeak, bool IsPlural);
}
