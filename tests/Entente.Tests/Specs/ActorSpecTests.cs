using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Resolving;

namespace Entente.Tests.Specs;

public sealed class ActorSpecTests(Reading reading) : IClassFixture<Reading>
{
    public static TheoryData<string, string> References() => Data("states.md", "references.md");

    public static TheoryData<string, string> People() => Data("people.md");

    public static TheoryData<string, string> Places() => Data("places.md");

    [Theory]
    [MemberData(nameof(References))]
    public void Words_stand_for_the_actors_of_the_page(string sentence, string expected)
    {
        ResolvedDocument document = reading.Resolve(sentence);
        string found = string.Join("; ", document.Actors.Select(a => $"{a.Span.In(sentence)} → {string.Join('+', a.Actors)}"));
        foreach ((string words, string codes) in Spec.Parts(expected, "→"))
        {
            ActorReference? reference = document.Actors.LastOrDefault(a => a.Span.In(sentence) == words);
            string actual = reference is null ? "-" : string.Join('+', reference.Actors);
            Assert.True(actual == codes, $"{words}: expected {codes}, found {actual}. All: {found}");
        }
    }

    [Theory]
    [MemberData(nameof(People))]
    public void Persons_hold_the_offices_of_the_page(string sentence, string expected)
    {
        ResolvedDocument document = reading.Resolve(sentence);
        string found = string.Join("; ", document.Tenures.Select(t => $"{t.Person}: {(t.IsFormer ? "former " : "")}{t.Office}, {t.State}"));
        foreach ((string person, string right) in Spec.Parts(expected, ":"))
        {
            int comma = right.LastIndexOf(", ", StringComparison.Ordinal);
            string office = right[..comma], state = right[(comma + 2)..];
            bool former = office.StartsWith("former ", StringComparison.Ordinal);
            if (former) office = office["former ".Length..];
            Assert.True(document.Tenures.Any(t => t.Person == person && t.IsFormer == former && (t.Office == office || t.Office.StartsWith(office + " ", StringComparison.Ordinal)) && t.State?.ToString() == state), $"expected {person}: {right}; found {found}");
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Places_lie_where_the_page_says(string sentence, string expected)
    {
        ResolvedDocument document = reading.Resolve(sentence);
        List<PlaceName> places = [.. document.Recognized.Mentions.OfType<PlaceName>()];
        string found = string.Join("; ", places.Select(p => $"{p.Span.In(sentence)} → {p.Kind} {p.State}"));
        foreach ((string words, string right) in Spec.Parts(expected, "→"))
        {
            Assert.True(places.Any(p => p.Span.In(sentence) == words && $"{p.Kind} {p.State}".Trim() == right), $"expected {words} → {right}; found {found}");
        }
    }

    public static TheoryData<string, string> Currencies() => Data("currencies.md");

    [Theory]
    [MemberData(nameof(Currencies))]
    public void Money_is_of_the_states_that_the_page_says(string sentence, string expected)
    {
        List<Money> money = [.. reading.Resolve(sentence).Recognized.Mentions.OfType<Money>()];
        foreach ((string words, string code) in Spec.Parts(expected, "→"))
        {
            Money found = Assert.Single(money, m => m.Span.In(sentence) == words);
            Assert.Equal(code, found.Currency ?? "-");
        }
    }

    [Fact]
    public void No_state_of_the_lists_is_without_a_sentence()
    {
        HashSet<string> named = [.. Spec.Rows("states.md").SelectMany(r => Spec.Parts(r.Expected, "→")).Select(p => p.Right)];
        Assert.All(DataFiles.BuiltIn.Read("states"), r => Assert.Contains(r.Required("code"), named));
    }

    [Theory]
    [InlineData("states.md")]
    [InlineData("people.md")]
    [InlineData("references.md")]
    [InlineData("places.md")]
    [InlineData("currencies.md")]
    public void Each_page_has_25_sentences_or_more(string page) => Assert.True(Spec.Rows(page).Count() >= 25);

    private static TheoryData<string, string> Data(params string[] pages)
    {
        TheoryData<string, string> data = [];
        foreach ((string sentence, string expected) in pages.SelectMany(Spec.Rows)) data.Add(sentence, expected);
        return data;
    }
}
