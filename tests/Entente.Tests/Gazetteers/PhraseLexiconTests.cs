using Entente.Gazetteers;
using Entente.Text;

namespace Entente.Tests.Gazetteers;

public sealed class PhraseLexiconTests
{
    [Theory]
    [InlineData("Nur - Sultan", true)]
    [InlineData("Nur-Sultan", true)]
    [InlineData("nur-sultan", false)]
    [InlineData("Nur Sultana", false)]
    public void A_name_is_found_however_its_hyphen_is_cut(string words, bool found) => Assert.Equal(found, Longest(words, "Nur-Sultan") == words.Split(' ').Length);

    [Theory]
    [InlineData("WHO", true)]
    [InlineData("who", false)]
    [InlineData("Who", false)]
    public void An_acronym_is_found_in_capitals_only(string word, bool found) => Assert.Equal(found ? 1 : 0, Longest(word, "WHO"));

    [Fact]
    public void The_longest_phrase_comes_last() => Assert.Equal(3, Longest("European Central Bank", "European Central Bank", "European"));

    private static int Longest(string words, params string[] phrases)
    {
        PhraseLexicon<string> lexicon = new();
        foreach (string phrase in phrases) lexicon.Add(phrase, phrase);
        string[] forms = words.Split(' ');
        Sentence sentence = new([.. forms.Select((form, i) => new Token { Index = i, Form = form, Span = new TextSpan(i, i + 1), Head = i })]);
        List<PhraseMatch<string>> matches = [];
        lexicon.Matches(sentence, lexicon.Atoms(sentence), 0, matches);
        return matches.Count == 0 ? 0 : matches[^1].Tokens.Length;
    }
}
