using Entente.Text;

namespace Entente.Tests.Reading;

public sealed class FingerprintTests
{
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 4000).Select(i => $"w{i}")];

    private static string[] Words(int seed, int count)
    {
        Random random = new(seed);
        // Squared: as in language, few words make most of a text.
        return [.. Enumerable.Range(0, count).Select(_ => Vocabulary[(int)(Math.Pow(random.NextDouble(), 2) * Vocabulary.Length)])];
    }

    private static string Edited(string[] words, double share, int seed)
    {
        Random random = new(seed);
        return string.Join(' ', words.Select(w => random.NextDouble() < share ? Vocabulary[random.Next(Vocabulary.Length)] : w));
    }

    [Fact]
    public void Finds_copies_with_up_to_a_fifth_of_their_words_replaced_and_no_others()
    {
        int found = 0, indexed = 0, wrong = 0, copies = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            string[] words = Words(seed, 300);
            Fingerprint original = Fingerprint.Of(string.Join(' ', words));
            foreach (double share in (double[])[0, 0.05, 0.1, 0.2])
            {
                Fingerprint copy = Fingerprint.Of(Edited(words, share, seed + 1000));
                copies++;
                if (original.IsNearDuplicateOf(copy)) found++;
                if (original.Bands.Intersect(copy.Bands).Any()) indexed++;
            }
            if (original.IsNearDuplicateOf(Fingerprint.Of(string.Join(' ', Words(seed + 5000, 300))))) wrong++;
        }
        Assert.InRange((double)found / copies, 0.95, 1);
        Assert.InRange((double)indexed / copies, 0.95, 1);
        Assert.InRange((double)found / (found + wrong), 0.99, 1);
    }

    [Fact]
    public void Case_spacing_and_punctuation_make_no_other_report() =>
        Assert.Equal(Fingerprint.Of("The envoys met, in Oslo.").Exact, Fingerprint.Of("the ENVOYS met\nin Oslo").Exact);

    [Fact]
    public void Finds_a_copy_that_was_cut_to_its_first_third()
    {
        string[] words = Words(1, 600);
        Assert.True(Fingerprint.Of(string.Join(' ', words[..200])).IsNearDuplicateOf(Fingerprint.Of(string.Join(' ', words))));
    }

    [Fact]
    public void What_was_written_reads_back_equal()
    {
        Fingerprint written = Fingerprint.Of(string.Join(' ', Words(2, 100)));
        Fingerprint read = Fingerprint.FromBytes(written.ToBytes())!;
        Assert.Equal((written.Exact, written.Runs, 1.0), (read.Exact, read.Runs, read.Similarity(written)));
        Assert.Null(Fingerprint.FromBytes([1, 2, 3]));
    }

    [Fact]
    public void The_short_form_tells_copies_from_other_reports()
    {
        const string wire = "The energy ministers of Chad and Niger met in Zinder on Monday and agreed to open two more wells on the border before the end of the year, the ministry in Niamey said. The wells are to give 4,000 barrels a day. A pipeline to the south is planned for later.";
        string edited = "ZINDER (Nomad) - " + wire.Replace("A pipeline to the south is planned for later.", "Neither side named a price.", StringComparison.Ordinal).Replace("Monday", "14 May", StringComparison.Ordinal);
        const string other = "The presidents of Chad and Niger met in Zinder on Friday. They spoke of two wells on the border, which are to be opened this year, and of a pipeline to the sea, said people who were there, though no paper was signed and neither ministry has told of the price of the work.";
        string first = Fingerprint.Of(wire).ToText();
        Assert.True(Fingerprint.AreCopies(first, Fingerprint.Of(edited).ToText()));
        Assert.True(Fingerprint.AreCopies(first, Fingerprint.Of(wire.ToUpperInvariant()).ToText()));
        Assert.False(Fingerprint.AreCopies(first, Fingerprint.Of(other).ToText()));
        Assert.False(Fingerprint.AreCopies(first, "a hash of an older ledger"));
    }
}
