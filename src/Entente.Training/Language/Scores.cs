using System.Globalization;
using Entente.Parsing;

namespace Entente.Training.Language;

/// <summary>
/// How well gold tokens are analysed. Shares of words but for <see cref="Entity"/>, the F1 of entities of the types PER, ORG and LOC by exact
/// extent and type. Labels are compared without subtypes, as the CoNLL 2018 shared task does.
/// </summary>
internal sealed record Scores(double Upos, double Xpos, double Feats, double Lemma, double Uas, double Las, double? Entity, int Words)
{
    private static readonly string[] Types = ["PER", "ORG", "LOC"];

    /// <summary>Analyses sentences and compares.</summary>
    public static Scores Of(Analyzer analyzer, IReadOnlyList<TrainingSentence> sentences)
    {
        int words = 0, upos = 0, xpos = 0, feats = 0, lemma = 0, uas = 0, las = 0, right = 0, found = 0, gold = 0;
        TokenAnnotation[][] results = analyzer.Analyze([.. sentences.Select(s => s.Forms)]);
        for (int s = 0; s < results.Length; s++)
        {
            TrainingSentence sentence = sentences[s];
            for (int i = 0; sentence.Words is not null && i < results[s].Length; i++)
            {
                (TokenAnnotation a, TreeWord w) = (results[s][i], sentence.Words[i]);
                words++;
                if (a.Upos == w.Upos) upos++;
                if (a.Xpos == w.Xpos) xpos++;
                if (a.Feats == w.Feats) feats++;
                if (a.Lemma == w.Lemma || w.Lemma == "_") lemma++;
                if (a.Head != w.Head) continue;
                uas++;
                if (a.Deprel.Split(':')[0] == w.Deprel.Split(':')[0]) las++;
            }
            if (sentence.Entities is null) continue;
            HashSet<(int, int, string)> expected = Spans(sentence.Entities), actual = Spans([.. results[s].Select(a => a.EntityTag)]);
            gold += expected.Count;
            found += actual.Count;
            right += actual.Count(expected.Contains);
        }
        double n = Math.Max(1, words);
        return new Scores(upos / n, xpos / n, feats / n, lemma / n, uas / n, las / n, gold + found == 0 ? null : 2.0 * right / (gold + found), words);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"UPOS {100 * Upos:0.00} XPOS {100 * Xpos:0.00} FEATS {100 * Feats:0.00} lemma {100 * Lemma:0.00} UAS {100 * Uas:0.00} LAS {100 * Las:0.00}")
        + (Entity is { } f ? string.Create(CultureInfo.InvariantCulture, $" NER {100 * f:0.00}") : "");

    private static HashSet<(int Start, int End, string Type)> Spans(string[] tags)
    {
        HashSet<(int, int, string)> spans = [];
        for (int i = 0; i < tags.Length; i++)
        {
            if (tags[i][0] != 'B') continue;
            string type = tags[i][2..];
            int end = i + 1;
            while (end < tags.Length && tags[end][0] == 'I' && tags[end].AsSpan(2).SequenceEqual(type)) end++;
            if (Types.Contains(type)) spans.Add((i, end, type));
        }
        return spans;
    }
}
