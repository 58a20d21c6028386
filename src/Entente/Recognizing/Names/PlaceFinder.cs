using Entente.Claims;
using Entente.Gazetteers;
using Entente.Parsing;
using Entente.Text;

namespace Entente.Recognizing.Names;

/// <summary>
/// Finds cities and regions among capitalised words that nothing else names: where the entity tagger sees a place or a preposition of place
/// stands before. Of namesakes it takes the one in a state that the document names, else the largest. "The Turkmen capital" is a place too.
/// </summary>
internal sealed class PlaceFinder(PlaceIndex index)
{
    private const int LongestName = 4;

    private static readonly HashSet<string> Locators = new(StringComparer.OrdinalIgnoreCase)
    {
        "in", "at", "near", "to", "from", "of", "via", "through", "outside", "around", "towards", "toward", "left", "leave", "reached", "reach", "visited", "visit", "toured", "entered", "captured", "shelled", "struck", "into", "between", "and", "across", "city", "town", "port", "village", "province", "region",
    };

    // Towns have these names too; a report means the month or the day.
    private static readonly HashSet<string> Calendar = new(StringComparer.Ordinal)
    {
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    };

    /// <summary>The places of a sentence that lists of other names do not have.</summary>
    public IEnumerable<Mention> Find(ParsedDocument document, int s, List<NameHit> hits, List<TokenRange> persons, HashSet<ActorCode> named)
    {
        Sentence sentence = document.Sentences[s];
        for (int t = 0; t < sentence.Tokens.Count;)
        {
            Token token = sentence.Tokens[t];
            if (!char.IsUpper(token.Form[0]) || Calendar.Contains(token.Form) || IsTaken(hits, persons, t))
            {
                t++;
                continue;
            }
            int limit = t + 1;
            while (limit < sentence.Tokens.Count && limit - t < LongestName + 3 && !IsTaken(hits, persons, limit) && (char.IsUpper(sentence.Tokens[limit].Form[0]) || sentence.Tokens[limit].Form is "-" or "’s" or "'s" || char.IsLower(sentence.Tokens[limit].Form[0]) && sentence.Tokens[limit - 1].Form == "-")) limit++;
            bool tagged = token.EntityTag.EndsWith("LOC", StringComparison.Ordinal);
            bool located = tagged || (t > 0 && Locators.Contains(sentence.Tokens[t - 1].Form));
            (TokenRange Range, ListedCity City, IReadOnlyList<ListedCity> All)? found = located ? Longest(sentence, t, limit, named, tagged) : null;
            if (found is { } place)
            {
                yield return new PlaceName
                {
                    Sentence = s, Tokens = place.Range, Head = Listed.HeadOf(sentence, place.Range), Span = sentence.SpanOf(place.Range), Name = NameFinder.Written(document, s, place.Range), Kind = place.City.Kind,
                    State = place.City.State, Latitude = place.City.Latitude, Longitude = place.City.Longitude,
                    Candidates = place.All.Count > 1 ? [.. place.All.Select(c => c.State).Distinct()] : [],
                    Why = place.All.Count < 2 ? null : named.Contains(place.City.State) ? "in a state that the report names" : "the largest of the name",
                };
                t = place.Range.End;
            }
            else if (tagged)
            {
                int end = t + 1;
                while (end < limit && sentence.Tokens[end].EntityTag is "I-LOC") end++;
                TokenRange range = new(t, end);
                yield return new PlaceName { Sentence = s, Tokens = range, Head = Listed.HeadOf(sentence, range), Span = sentence.SpanOf(range), Name = NameFinder.Written(document, s, range), Kind = "other" };
                t = end;
            }
            else t++;
        }
    }

    /// <summary>The listed place of a name in a state, or null.</summary>
    public ListedCity? InState(string name, ActorCode? state) => state is null ? null : index.Find(PlaceIndex.Key(name)).FirstOrDefault(c => c.State == state);

    private static bool IsTaken(List<NameHit> hits, List<TokenRange> persons, int token)
    {
        foreach (NameHit hit in hits)
        {
            if (hit.Tokens.Contains(token)) return true;
        }
        foreach (TokenRange person in persons)
        {
            if (person.Contains(token)) return true;
        }
        return false;
    }

    private (TokenRange Range, ListedCity City, IReadOnlyList<ListedCity> All)? Longest(Sentence sentence, int start, int limit, HashSet<ActorCode> named, bool tagged)
    {
        for (int end = limit; end > start; end--)
        {
            if (!char.IsLetter(sentence.Tokens[end - 1].Form[0]) || sentence.Tokens[end - 1].Form is "'s" or "’s") continue;
            string key = PlaceIndex.Key(string.Join(' ', Enumerable.Range(start, end - start).Select(i => sentence.Tokens[i].Form)));
            if (key.Length < 3) continue;
            IReadOnlyList<ListedCity> cities = index.Find(key);
            ListedCity? city = cities.FirstOrDefault(c => named.Contains(c.State));
            // Without a state named or a tag, small towns are mostly other words.
            if (city is null && cities.Count > 0 && (tagged || cities[0].People >= 300)) city = cities[0];
            if (city is not null) return (new TokenRange(start, end), city, cities);
        }
        return null;
    }
}
