using FsCheck;
using FsCheck.Fluent;
using Entente.Parsing.Tokenizing;

namespace Entente.Tests.Parsing.Tokenizing;

/// <summary>How words are cut: the conventions of UD English EWT 2.16, on sentences written for these tests.</summary>
public sealed class TokenizerTests
{
    [Theory]
    // Clitics and possessives.
    [InlineData("They don't agree.", "They do|n't agree .")]
    [InlineData("Kazakhstan's envoy can't come; he'd rather write.", "Kazakhstan|'s envoy ca|n't come ; he|'d rather write .")]
    [InlineData("Kazakhstan’s ministers’ talks", "Kazakhstan|’s ministers|’ talks")]
    [InlineData("We cannot wait, they couldn't've known.", "We can|not wait , they could|n't|'ve known .")]
    [InlineData("O'Brien and Ba'ath and Qur'an", "O'Brien and Ba'ath and Qur'an")]
    [InlineData("the (UN)'s role", "the ( UN ) 's role")]
    // Numbers, money, units.
    [InlineData("worth $1.2bn in 2024", "worth $ 1.2 bn in 2024")]
    [InlineData("15,000 tonnes, 1,006.84 or 121,6 percent", "15,000 tonnes , 1,006.84 or 121,6 percent")]
    [InlineData("up 12.5% to €3m and US$40 million", "up 12.5 % to € 3 m and US$ 40 million")]
    [InlineData("on 12-13 March and 2022-08-26", "on 12 - 13 March and 2022-08-26")]
    [InlineData("26/08/2022 and 17.10.2024", "26/08/2022 and 17.10.2024")]
    [InlineData("at 4:30 p.m. on the 21st", "at 4:30 p.m. on the 21st")]
    [InlineData("a 500kV line of 430km, the 1990s", "a 500 kV line of 430 km , the 1990s")]
    [InlineData("call +7 701 555-0100", "call +7 701 555-0100")]
    [InlineData("the C5+1 and G20 leaders", "the C5+1 and G20 leaders")]
    // Abbreviations and initials.
    [InlineData("the U.S. envoy", "the U.S. envoy")]
    [InlineData("S. Jaishankar met Rear Adm. Lee on Dec. 5.", "S. Jaishankar met Rear Adm. Lee on Dec. 5 .")]
    [InlineData("No. 5 of approx. 40", "No. 5 of approx. 40")]
    [InlineData("He said no.", "He said no .")]
    [InlineData("oil, gas, etc.", "oil , gas , etc .")]
    [InlineData("oil, gas, etc., were sold", "oil , gas , etc. , were sold")]
    // Hyphens, slashes, dashes.
    [InlineData("a long-term state-owned US-based firm", "a long - term state - owned US - based firm")]
    [InlineData("anti-corruption, post-war and non-oil", "anti-corruption , post-war and non-oil")]
    [InlineData("and/or — the north–south road...", "and / or — the north – south road ...")]
    // Addresses.
    [InlineData("See https://example.org/a?b=c.", "See https://example.org/a?b=c .")]
    [InlineData("write to press.office@example.com, or www.example.com.", "write to press.office@example.com , or www.example.com .")]
    [InlineData("on Example.com and in talks.pdf", "on Example.com and in talks.pdf")]
    // Quotation marks.
    [InlineData("\"We agree,\" he said.", "\" We agree , \" he said .")]
    [InlineData("“We agree,” he said.", "“ We agree , ” he said .")]
    [InlineData("the 'golden age of ties' begins", "the ' golden age of ties ' begins")]
    // Glued and broken text.
    [InlineData("the port of Ceyhan[1].However, he left", "the port of Ceyhan [ 1 ] . However , he left")]
    [InlineData("signed in Baku.The sides agreed", "signed in Baku . The sides agreed")]
    [InlineData("Pakis tan", "Pakis tan")]
    // Emoji and emoticons.
    [InlineData("Good :) 👍🏽 🇰🇿🇹🇯 👩‍👩‍👧", "Good :) 👍🏽 🇰🇿 🇹🇯 👩‍👩‍👧")]
    public void Cuts(string text, string words) => Assert.Equal(words, new Tokenized(text).Words);

    [Fact]
    public void Marks_lie_in_order_without_overlap_and_leave_out_nothing_but_space()
    {
        string[] pieces =
        [
            " ", "\n", "\u00A0", "\u200B", "\uFEFF", "a", "B", "z", "7", "0", ".", ",", "'", "’", "\"", "-", "–", "(", ")", "[", "]", "/", ":", "@", "#", "$", "€", "%", "&", "+", "=", "_",
            "n't", "'s", "http://", "www.", ".com", "U.S.", "etc.", "No.", "can", "not", "\u00AD", "\u0301", "\u200D", "\uFE0F", "😀", "🇰", "\uD83D", "\uDE00", "שלום", "مرحبا", "中文", "\0", "\u001B", "\u202E", "½", "²",
        ];
        Gen<string> texts = Gen.ArrayOf(Gen.Elements(pieces)).Select(p => string.Concat(p));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            Tokenized found = new(text);
            int at = 0;
            foreach (TokenMark mark in found.Marks)
            {
                Assert.True(mark.Length > 0 && mark.Start >= at && mark.End <= text.Length);
                AssertNoWords(text, at, mark.Start);
                at = mark.End;
            }
            AssertNoWords(text, at, text.Length);
            Assert.Equal(found.Marks.Count, found.Ends.LastOrDefault());
            for (int i = 0; i < found.Marks.Count; i++)
            {
                for (int part = 1; part < found.Marks[i].Parts; part++) Assert.Equal(found.Marks[i + part - 1].End, found.Marks[i + part].Start);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a.")]
    [InlineData("1-")]
    [InlineData("a@")]
    [InlineData("'")]
    [InlineData("-a")]
    [InlineData("/1")]
    [InlineData("x. Y ")]
    [InlineData("\uD83D")]
    [InlineData("www.")]
    [InlineData("\u00AD")]
    public void Long_runs_take_linear_time(string piece)
    {
        // A square algorithm would take an hour over a million characters; a machine may be busy.
        string text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.True(new Tokenized(text).Marks.Count >= 0);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    private static void AssertNoWords(string text, int from, int to)
    {
        for (int i = from; i < to; i++) Assert.True(CharKinds.Of(text[i]) == CharKind.Space || text[i] == '\u00AD', $"U+{(int)text[i]:X4} at {i} is in no word");
    }
}
