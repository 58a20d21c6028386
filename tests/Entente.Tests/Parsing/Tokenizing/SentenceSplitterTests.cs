using System.Text.Json;
using Entente.Parsing.Tokenizing;

namespace Entente.Tests.Parsing.Tokenizing;

/// <summary>Where sentences end, on sentences written for these tests; "|" stands where one must end.</summary>
public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("The ministers met on Tuesday.| They signed two protocols.| Talks go on in May.")]
    [InlineData("Kazakhstan's Deputy Prime Minister and Foreign Minister, Murat Nurtleu, met his counterpart on Dec. 5 in Dushanbe, the ministry said.")]
    [InlineData("He added that trade reached $1.2 bn, up 12.5% from Jan. 2023.| The goal is $3 bn.")]
    [InlineData("\"It is our goal,\" he said.| \"No one can stop it!\" the minister noted.| Then he left.")]
    [InlineData("President S. Karimov said: \"We will build the line by 2030.\"| He named no cost.")]
    [InlineData("“Our ties are strong.”| Then he left for Tashkent.")]
    [InlineData("According to the U.S. Department of State, the talks took place at 4 p.m.| The two sides agreed on 15 projects.")]
    [InlineData("It was signed in Ceyhan[1].|However, no date was set.")]
    [InlineData("The ministers signed protocol No. 5 on transport.| That was not all.")]
    [InlineData("Mr. A. B. Ivanov and Gen. Ali Khan of the U.S. Navy took part.| So did Lt. Col. Lee.")]
    [InlineData("The price rose to 3.5.| Then it fell to 2.")]
    [InlineData("Is it a format?| Who takes part?!| All of them do.")]
    [InlineData("The Kyrgyz Republic vs. Tajikistan is on Friday.")]
    [InlineData("He spoke of roads (see No. 3), ports, and rail.| The rest came later")]
    [InlineData("The generals took part.| J. D. Okoye came late.| He left by plane (a military one).| His aides stayed.")]
    [InlineData("QUITO, June 4 (Condor Wire) --| The two presidents met.| The firm is Andes Rail Corp.| It was founded in Lima.")]
    [InlineData("Indian PM Modi received Deputy PM Khan at 5 PM.| The PM thanked his guest.")]
    public void Ends_sentences(string marked)
    {
        string text = marked.Replace("|", "", StringComparison.Ordinal);
        Tokenized found = new(text);
        List<int> gold = [];
        for (int i = 0; i < marked.Length; i++) if (marked[i] == '|') gold.Add(i - gold.Count);
        gold.Add(text.Length);
        Assert.Equal(gold, found.Ends.Select(e => found.Marks[e - 1].End));
    }

    [Fact]
    public void A_line_break_is_white_space() =>
        Assert.Equal(["The line\nbreaks here .".Replace('\n', ' '), "And goes on ."], new Tokenized("The line\nbreaks here.\nAnd goes\non.").Sentences);

    [Fact]
    public void The_stop_of_an_abbreviation_that_ends_a_sentence_is_a_word()
    {
        Assert.Equal(["They sold oil , gas , etc .", "Then they left ."], new Tokenized("They sold oil, gas, etc. Then they left.").Sentences);
        Assert.Equal(["It was signed in the U.S."], new Tokenized("It was signed in the U.S.").Sentences);
    }

    [Fact]
    public void A_sentence_without_end_is_cut_where_it_hurts_least()
    {
        string text = string.Concat(Enumerable.Repeat("the minister and his aide went on and on, and spoke; ", 5000));
        Tokenized found = new(text);
        int start = 0;
        foreach (int end in found.Ends)
        {
            Assert.InRange(end - start, 1, SentenceSplitter.LongestSentence + 1);
            if (end < found.Marks.Count) Assert.Equal(";", text.Substring(found.Marks[end - 1].Start, found.Marks[end - 1].Length));
            start = end;
        }
        Assert.Equal(found.Marks.Count, start);
    }

    [Fact]
    public void A_multiword_token_is_never_cut_between_sentences()
    {
        Tokenized found = new(string.Concat(Enumerable.Repeat("don't ", 2000)));
        Assert.All(found.Ends.SkipLast(1), end => Assert.Equal("do", found.Text.Substring(found.Marks[end].Start, found.Marks[end].Length)));
    }

    [Fact]
    public void A_model_that_was_written_reads_back_equal()
    {
        BoundaryCard card = new("test", ["none"], "MIT", "{}", new Dictionary<string, double> { ["dev"] = 0.5 });
        BoundaryModel model = new(JsonSerializer.Serialize(card), [1, -2, 3, -4], 0.125f, 0.5f);
        using MemoryStream file = new();
        model.Write(file);
        file.Position = 0;
        BoundaryModel read = BoundaryModel.Read(file, "test");
        Assert.Equal(card.Data, read.ReadCard().Data);
        Assert.Equal(card.Scores, read.ReadCard().Scores);
        Assert.Equal((0.125f, 0.5f), (read.Scale, read.Bias));
        Assert.Equal(4 + 1 - 2 + 3, read.Score([0, 1, 2]));
    }

    [Fact]
    public void A_file_that_is_no_model_or_cut_short_is_named()
    {
        Assert.StartsWith("x: not a model", Assert.Throws<EntenteException>(() => BoundaryModel.Read(new MemoryStream([1, 2, 3]), "x")).Message, StringComparison.Ordinal);
        using MemoryStream file = new();
        new BoundaryModel("{}", new sbyte[64], 1, 0).Write(file);
        Assert.StartsWith("x: the model is damaged", Assert.Throws<EntenteException>(() => BoundaryModel.Read(new MemoryStream(file.ToArray()[..^8]), "x")).Message, StringComparison.Ordinal);
    }
}
