using Entente.Parsing.Conllu;
using Entente.Text;

namespace Entente.Tests.Parsing.Conllu;

public sealed class ConlluTests
{
    private const string Sample = """
        # sent_id = one
        # text = Astana's envoy didn't "come".
        1-2	Astana's	_	_	_	_	_	_	_	_
        1	Astana	Astana	PROPN	NNP	Number=Sing	3	nmod:poss	_	NER=B-LOC
        2	's	's	PART	POS	_	1	case	_	_
        3	envoy	envoy	NOUN	NN	Number=Sing	6	nsubj	_	_
        4-5	didn't	_	_	_	_	_	_	_	_
        4	did	do	AUX	VBD	Mood=Ind	6	aux	_	_
        5	n't	not	PART	RB	_	6	advmod	_	_
        6	"	"	PUNCT	``	_	7	punct	_	SpaceAfter=No
        7	come	come	VERB	VB	VerbForm=Inf	0	root	_	NER=B-ORG|SpaceAfter=No
        8	"	"	PUNCT	''	_	7	punct	_	SpaceAfter=No
        9	.	.	PUNCT	.	_	7	punct	_	_

        # sent_id = two
        1	Yes	yes	INTJ	UH	_	0	root	_	_


        """;

    [Fact]
    public void What_was_read_is_written_back_equal()
    {
        StringWriter written = new();
        ConlluWriter writer = new(written);
        foreach (ConlluSentence sentence in ConlluReader.Read(new StringReader(Sample), "sample")) writer.Write(sentence.Sentence, sentence.Text, sentence.Comments);
        Assert.Equal(Sample.TrimEnd('\n'), written.ToString().TrimEnd('\n'));
    }

    [Fact]
    public void Spans_lie_in_the_text_that_the_words_make()
    {
        ConlluSentence sentence = ConlluReader.Read(new StringReader(Sample), "sample").First();
        Assert.Equal("Astana's envoy didn't \"come\".", sentence.Text);
        Assert.Equal(sentence.Comment("text"), sentence.Text);
        Assert.All(sentence.Sentence.Tokens, token => Assert.Equal(token.Form, token.Span.In(sentence.Text)));
        Token not = sentence.Sentence.Tokens[4];
        Assert.Equal(("n't", true, 0), (not.Form, not.SpaceAfter, not.MultiwordLength));
        Assert.Equal(2, sentence.Sentence.Tokens[3].MultiwordLength);
    }

    [Fact]
    public void The_words_of_a_multiword_token_that_are_spelt_otherwise_share_its_characters()
    {
        const string text = "1-2\tgonna\t_\t_\t_\t_\t_\t_\t_\t_\n1\tgoing\tgo\tVERB\t_\t_\t0\troot\t_\t_\n2\tto\tto\tPART\t_\t_\t1\tmark\t_\t_\n\n";
        ConlluSentence sentence = ConlluReader.Read(new StringReader(text), "sample").Single();
        Assert.Equal("gonna", sentence.Text);
        Assert.All(sentence.Sentence.Tokens, token => Assert.True(token.Span.End <= 5));
    }

    [Theory]
    [InlineData("1\tone\n", "line 1")]
    [InlineData("2\ttwo\t_\t_\t_\t_\t0\troot\t_\t_\n", "word 2")]
    [InlineData("1\tone\t_\t_\t_\t_\t5\troot\t_\t_\n", "head 5")]
    [InlineData("1\tone\t_\t_\t_\t_\tx\troot\t_\t_\n", "'x'")]
    [InlineData("1-3\tone\t_\t_\t_\t_\t_\t_\t_\t_\n1\tone\t_\t_\t_\t_\t0\troot\t_\t_\n", "without all")]
    public void A_line_that_is_not_CoNLL_U_is_named(string text, string part)
    {
        EntenteException error = Assert.Throws<EntenteException>(() => ConlluReader.Read(new StringReader(text), "sample").ToList());
        Assert.StartsWith("sample, ", error.Message, StringComparison.Ordinal);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }
}
