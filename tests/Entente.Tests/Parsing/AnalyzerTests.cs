using Entente.Parsing;
using Entente.Text;

namespace Entente.Tests.Parsing;

/// <summary>The shipped model on sentences as news has them, written for this test.</summary>
public sealed class AnalyzerTests(AnalyzerTests.Shipped shipped) : IClassFixture<AnalyzerTests.Shipped>
{
    /// <summary>Each case: a sentence, words separated by spaces; then arcs that it must have, as dependent-relation-head.</summary>
    public static TheoryData<string, string> News() => new()
    {
        // An apposition of two offices before a name, with a possessive.
        { "Uzbekistan 's Deputy Prime Minister and Trade Minister , Jamshid Khodjaev , met his Kyrgyz counterpart in Osh on Friday .", "met-root-0 counterpart-obj-met Osh-obl-met Uzbekistan-nmod:poss-Minister" },
        // Speech before its speaker.
        { "The two sides will sign the agreement in May , the ministry said .", "sign-ccomp-said sides-nsubj-sign agreement-obj-sign ministry-nsubj-said" },
        // Coordination of states.
        { "Kazakhstan , Turkmenistan and Azerbaijan agreed to build a new railway along the coast .", "Turkmenistan-conj-Kazakhstan Azerbaijan-conj-Kazakhstan Kazakhstan-nsubj-agreed railway-obj-build" },
        // A passive with its agent.
        { "The memorandum was signed by the foreign ministers of Georgia and Armenia .", "memorandum-nsubj:pass-signed ministers-obl:agent-signed Georgia-nmod-ministers Armenia-conj-Georgia" },
        // A figure and its change.
        { "Trade turnover between the countries grew by 12 percent to 4.3 billion dollars last year .", "turnover-nsubj-grew countries-nmod-turnover" },
        // A relative clause and a name nobody has heard.
        { "Ambassador Tolibek Ruzmatshoev , who visited the plant , praised the project .", "Tolibek-nsubj-praised Ambassador-nmod:desc-Tolibek who-nsubj-visited project-obj-praised" },
        // A reduced relative clause.
        { "A delegation headed by the speaker arrived in Vilnius .", "delegation-nsubj-arrived headed-acl-delegation Vilnius-obl-arrived" },
    };

    [Theory]
    [MemberData(nameof(News))]
    public void Finds_the_arcs_of_a_news_sentence(string sentence, string arcs)
    {
        string[] forms = sentence.Split(' ');
        TokenAnnotation[] tokens = shipped.Analyzer.Analyze([forms])[0];
        List<string> found = [.. tokens.Select((t, i) => $"{forms[i]}-{t.Deprel}-{(t.Head == 0 ? "0" : forms[t.Head - 1])}")];
        foreach (string arc in arcs.Split(' ')) Assert.True(found.Contains(arc), $"no {arc} in {string.Join(' ', found)}");
    }

    [Fact]
    public void Knows_states_and_persons_by_their_entity_tags()
    {
        TokenAnnotation[] tokens = shipped.Analyzer.Analyze(["President Ilham Aliyev arrived in Georgia on Monday .".Split(' ')])[0];
        Assert.Equal(["O", "B-PER", "I-PER", "O", "O", "B-LOC", "O", "O", "O"], tokens.Select(t => t.EntityTag));
    }

    [Fact]
    public void Says_the_same_of_a_sentence_whatever_comes_with_it()
    {
        string[][] sentences = [.. News().Select(row => ((string)row[0]).Split(' '))];
        TokenAnnotation[][] together = shipped.Analyzer.Analyze([.. sentences, .. sentences]);
        for (int i = 0; i < sentences.Length; i++)
        {
            Assert.Equal(shipped.Analyzer.Analyze([sentences[i]])[0], together[i]);
            Assert.Equal(together[i], together[i + sentences.Length]);
        }
    }

    [Fact]
    public void Says_the_same_in_several_threads()
    {
        string[][] sentences = [.. News().Select(row => ((string)row[0]).Split(' '))];
        TokenAnnotation[][] expected = shipped.Analyzer.Analyze(sentences);
        Parallel.For(0, 16, _ => Assert.Equal(expected, shipped.Analyzer.Analyze(sentences)));
    }

    public static TheoryData<string> Odd() => new()
    {
        "", "a", "\0\u0001\u0002", "😀 😃 👩‍👩‍👧", "مرحبا بالعالم", "\u202Eabc", "\uD800", ". . . . . .", "﷽ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
        new string('x', 100_000), string.Join(' ', Enumerable.Repeat("and", 3000)), string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"w{i},")),
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public void Gives_a_tree_for_anything(string text)
    {
        string[] forms = text.Split(' ');
        TokenAnnotation[] tokens = shipped.Analyzer.Analyze([forms])[0];
        Assert.Equal(forms.Length, tokens.Length);
        Assert.Single(tokens, t => t.Head == 0);
        for (int i = 0; i < tokens.Length; i++)
        {
            int at = i + 1, steps = 0;
            while (at != 0 && steps++ <= tokens.Length) at = tokens[at - 1].Head;
            Assert.Equal(0, at);
            Assert.Equal(tokens[i].Head == 0, tokens[i].Deprel == "root");
        }
    }

    [Fact]
    public void Takes_no_sentences_and_empty_ones()
    {
        Assert.Empty(shipped.Analyzer.Analyze([]));
        Assert.Empty(Assert.Single(shipped.Analyzer.Analyze([Array.Empty<string>()])));
    }

    [Fact]
    public void Says_which_file_is_missing()
    {
        string message = Assert.Throws<EntenteException>(() => Analyzer.Load("no-such-model.bin")).Message;
        Assert.Contains("no-such-model.bin", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Carries_the_licence_and_the_data_that_made_it()
    {
        Assert.Contains("CC BY-SA 4.0", shipped.Analyzer.Model.Header.Licence, StringComparison.Ordinal);
        Assert.Contains(shipped.Analyzer.Model.Header.Data, d => d.Contains("UD_English-EWT 2.16", StringComparison.Ordinal));
    }

    [Fact]
    public void Gives_every_token_of_a_document_its_place_in_the_tree()
    {
        const string Text = "Georgia's parliament ratified the treaty. \"We welcome it,\" the envoy said.";
        ParsedDocument parsed = new Parser(shipped.Analyzer).Parse(new Document { Source = "-", Text = Text, Blocks = [new Block(new TextSpan(0, Text.Length), BlockKind.Paragraph)] });
        Assert.Equal(2, parsed.Sentences.Count);
        Token ratified = Assert.Single(parsed.Sentences[0].Tokens, t => t.Form == "ratified");
        Assert.Equal(("ratify", "VERB", 0), (ratified.Lemma, ratified.Upos, ratified.Head));
        Assert.All(parsed.Sentences.SelectMany(s => s.Tokens), t => Assert.Equal(t.Form, t.Span.In(Text)));
    }

    /// <summary>The model is loaded once for all these tests.</summary>
    public sealed class Shipped
    {
        internal Analyzer Analyzer { get; } = Analyzer.Load(Analyzer.DefaultPath);
    }
}
