using Entente.Claims;
using Entente.Gazetteers;
using Entente.Parsing;
using Entente.Text;

namespace Entente.Recognizing.Names;

/// <summary>Finds the names of actors, offices, persons and places.</summary>
internal sealed class NameFinder : IMentionFinder
{
    private readonly NameScan scan;
    private readonly PersonFinder persons;
    private readonly PlaceFinder places;

    /// <summary>A finder with the lists given.</summary>
    public NameFinder(DataFiles data)
    {
        scan = new NameScan(new NameLists(data));
        persons = new PersonFinder(data.Leaders);
        places = new PlaceFinder(new PlaceIndex(data));
    }

    /// <inheritdoc/>
    public IEnumerable<Mention> Find(ParsedDocument document)
    {
        IReadOnlyList<Sentence> sentences = document.Sentences;
        List<NameHit>[] hits = [.. sentences.Select(scan.Scan)];
        for (int s = 0; s < sentences.Count; s++) NameChecks.Check(sentences[s], hits[s]);
        List<TokenRange>[] people = persons.Find(sentences, hits);
        List<Mention> mentions = [];
        for (int s = 0; s < sentences.Count; s++)
        {
            foreach (NameHit hit in hits[s]) AddHit(mentions, document, s, hit);
            foreach (TokenRange range in people[s])
            {
                mentions.Add(new PersonName { Sentence = s, Tokens = range, Head = Listed.HeadOf(sentences[s], range), Span = sentences[s].SpanOf(range), Name = Written(document, s, range) });
            }
        }
        HashSet<ActorCode> named = [.. mentions.OfType<ActorName>().SelectMany(a => a.Candidates)];
        for (int s = 0; s < sentences.Count; s++) mentions.AddRange(places.Find(document, s, hits[s], people[s], named));
        return mentions;
    }

    /// <summary>The words of a range as written, with single spaces.</summary>
    internal static string Written(ParsedDocument document, int sentence, TokenRange range) =>
        string.Join(' ', document.Sentences[sentence].SpanOf(range).In(document.Document.Text).Split([' ', '\t', '\n', '\r', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    private void AddHit(List<Mention> mentions, ParsedDocument document, int s, NameHit hit)
    {
        Sentence sentence = document.Sentences[s];
        TokenRange range = WithoutArticle(sentence, hit.Tokens);
        int head = Listed.HeadOf(sentence, range);
        TextSpan span = sentence.SpanOf(range);
        if (hit.Title is { } title)
        {
            mentions.Add(new OfficeTitle
            {
                Sentence = s, Tokens = range, Head = head, Span = span, Office = title.Office, Rank = title.Rank, Tail = title.Right, Role = title.Role, IsPlural = title.IsPlural, Qualifier = hit.Qualifier,
            });
            return;
        }
        List<ListedActor> actors = [.. hit.Values.OfType<ListedActor>()];
        if (actors.Count > 0)
        {
            // A state's own name goes before a namesake that is only a seat ("Luxembourg").
            ListedActor first = actors.OrderBy(a => a.Form == ActorNameForm.Seat ? 1 : 0).First();
            mentions.Add(new ActorName
            {
                Sentence = s, Tokens = range, Head = head, Span = span, Name = first.Name, Form = Form(sentence, range, actors, first), Role = first.Role, IsPlural = first.IsPlural,
                Candidates = [.. actors.Where(a => a.Code is not null).Select(a => a.Code!.Value).Distinct()],
            });
            if (first.Form == ActorNameForm.Seat)
            {
                ListedCity? city = places.InState(first.Name, first.Code);
                mentions.Add(new PlaceName { Sentence = s, Tokens = range, Head = head, Span = span, Name = Written(document, s, range), Kind = "capital", State = first.Code, Latitude = city?.Latitude, Longitude = city?.Longitude });
            }
        }
        if (hit.Values.OfType<ListedPlace>().FirstOrDefault() is { } place)
        {
            mentions.Add(new PlaceName
            {
                Sentence = s, Tokens = range, Head = head, Span = span, Name = Written(document, s, range), Kind = place.Kind, State = place.State, Latitude = place.Latitude, Longitude = place.Longitude,
            });
        }
    }

    // "Kazakhstan" and "US" are names and adjectives; before a noun that they belong to they are adjectives.
    private static ActorNameForm Form(Sentence sentence, TokenRange range, List<ListedActor> actors, ListedActor first)
    {
        if (first.Form is not (ActorNameForm.Name or ActorNameForm.Adjective or ActorNameForm.Demonym)) return first.Form;
        bool name = actors.Exists(a => a.Form == ActorNameForm.Name), adjective = actors.Exists(a => a.Form == ActorNameForm.Adjective), people = actors.Exists(a => a.Form == ActorNameForm.Demonym);
        Token token = sentence.Tokens[Listed.HeadOf(sentence, range)];
        bool modifies = token.Relation is "amod" or "compound" || token.Upos == "ADJ";
        if (adjective && (modifies || (!name && !people))) return ActorNameForm.Adjective;
        return name ? ActorNameForm.Name : people ? ActorNameForm.Demonym : ActorNameForm.Adjective;
    }

    private static TokenRange WithoutArticle(Sentence sentence, TokenRange range) =>
        range.Length > 1 && sentence.Tokens[range.Start].Form is "the" or "The" ? new TokenRange(range.Start + 1, range.End) : range;
}
