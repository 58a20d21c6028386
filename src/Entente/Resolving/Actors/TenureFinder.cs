using Entente.Claims;
using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving.Actors;

/// <summary>One reading of a title in a sentence: whose, of what, and who.</summary>
internal sealed class TitleReading
{
    /// <summary>The title.</summary>
    public required OfficeTitle Title { get; init; }

    /// <summary>The token where its phrase begins: with the state or organ before it.</summary>
    public int Start { get; set; }

    /// <summary>The token after its phrase: with "of the board", "to Norway".</summary>
    public int End { get; set; }

    /// <summary>Whose it is; several for a plural ("the presidents of A and B").</summary>
    public List<ActorCode> States { get; } = [];

    /// <summary>The office with what belongs to it: "ambassador to TJK", "foreign ministry spokesman".</summary>
    public required string Office { get; set; }

    /// <summary>"former", "acting" or the like, before the title or before the state that stands before it.</summary>
    public string? Qualifier { get; set; }

    /// <summary>The persons in it.</summary>
    public List<PersonName> Persons { get; } = [];

    /// <summary>Whether the state follows from another title ("his Chilean colleague").</summary>
    public bool IsCounterpart => Title.Rank == "CP";
}

/// <summary>
/// Reads who holds which office from the order of words: titles stand before names ("Kazakh Energy Minister Bolat Akchulakov") or behind them
/// between commas ("Valikhan Turekhanov, the Kazakh Ambassador to Tajikistan"). Order, not the parse: apposition is where parsers err most.
/// </summary>
internal static class TenureFinder
{
    private static readonly HashSet<string> Honorifics = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "sir", "general", "gen", "colonel", "col", "major", "maj", "lt", "lieutenant", "captain", "capt", "admiral", "brig", "brigadier", "sheikh", "mullah", "mawlawi", "maulvi", "maulana", "h.e", "he",
        "excellency", "prof", "lord", "dame", "his", "her", "retired", "highness", "majesty", "hon", "u", "comrade", "engr",
    };

    // Titles that stand before a name like a form of address: "Energy Minister Prince X".
    private static readonly HashSet<string> Styles = new(StringComparer.OrdinalIgnoreCase) { "prince", "princess", "ambassador", "senator", "commander", "professor", "king", "ayatollah", "imam" };

    /// <summary>The titles of a sentence, read, in order.</summary>
    public static List<TitleReading> Read(Sequence sequence)
    {
        List<TitleReading> readings = [];
        HashSet<PersonName> bound = [];
        foreach (OfficeTitle title in sequence.Mentions.OfType<OfficeTitle>()) readings.Add(ReadTitle(sequence, title));
        for (int i = 0; i < readings.Count; i++) BindAfter(sequence, readings[i], bound);
        for (int i = 0; i < readings.Count; i++) BindBefore(sequence, readings[i], bound);
        for (int i = readings.Count - 2; i >= 0; i--) Share(sequence, readings[i], readings[i + 1]);
        foreach (PersonName person in sequence.Mentions.OfType<PersonName>().Where(p => !bound.Contains(p)))
        {
            if (HeadOf(sequence, person) is { } heading) readings.Add(heading);
        }
        return readings;
    }

    private static TitleReading ReadTitle(Sequence sequence, OfficeTitle title)
    {
        TitleReading reading = new() { Title = title, Start = title.Tokens.Start, End = title.Tokens.End, Office = title.Office, Qualifier = title.Qualifier };
        ReadBefore(sequence, reading);
        ReadTail(sequence, reading);
        return reading;
    }

    // "the Kazakh ...", "Kazakhstan's ...", "foreign ministry ...", "Kremlin ...".
    private static void ReadBefore(Sequence sequence, TitleReading reading)
    {
        int start = reading.Title.Tokens.Start;
        if (sequence.At(start - 1) is ActorName { Form: ActorNameForm.Organ or ActorNameForm.Company or ActorNameForm.Organization } organ && !reading.Title.IsPlural | organ.Tokens.End == start)
        {
            string name = organ.Form == ActorNameForm.Organ ? organ.Name.ToLowerInvariant() : organ.Name;
            if (organ.Form == ActorNameForm.Organ) reading.Office = name + " " + reading.Office;
            reading.Start = organ.Tokens.Start;
            if (organ.Candidates.Count > 0) reading.States.Add(organ.Candidates[0]);
            else reading.States.AddRange(OrganReader.Before(sequence, organ.Tokens.Start, organ.IsPlural));
        }
        else reading.States.AddRange(OrganReader.Before(sequence, start, reading.Title.IsPlural));
        // "Thai Foreign Minister": the phrase begins with the state and its article.
        int at = reading.Start;
        while (at > 0 && (sequence.At(at - 1) is ActorName { Form: not ActorNameForm.Company } || Sequence.IsArticle(sequence.Word(at - 1)) || Sequence.IsPossessive(sequence.Word(at - 1)) || sequence.Word(at - 1) is "its" or "their" or "his" or "her" or "country"))
        {
            bool article = Sequence.IsArticle(sequence.Word(at - 1));
            at = sequence.At(at - 1) is { } name ? name.Tokens.Start : at - 1;
            if (article) break;
        }
        if (reading.States.Count > 0 || at < reading.Start) reading.Start = at;
        // "former Bolivian president", "Brazil's then acting minister".
        for (int back = reading.Title.Tokens.Start - 1; back >= 0 && back >= reading.Start - 2 && reading.Qualifier is null; back--)
        {
            if (sequence.Word(back) is "former" or "ex" or "late" or "ousted" or "deposed" or "acting" or "interim" or "then" or "outgoing" or "exiled" or "toppled") reading.Qualifier = sequence.Word(back);
            else if (sequence.At(back) is null && !Sequence.IsPossessive(sequence.Word(back)) && sequence.Word(back) is not "-") break;
        }
    }

    private static void ReadTail(Sequence sequence, TitleReading reading)
    {
        OfficeTitle title = reading.Title;
        int at = title.Tokens.End;
        string word = sequence.Word(at);
        if (title.Tail is null || reading.IsCounterpart) return;
        if (word == "," && title.Tail == "body") return;
        if (word is "there" or "here" && sequence.Word(at + 1) == ",") reading.End++;
        else if (title.Tail == "post") ReadPost(sequence, reading);
        else if (word is "of" or "for" or "at" or "in" or "from" or "to" or "on")
        {
            if (word is "of" or "for" or "from" or "in")
            {
                List<ActorCode> named = OrganReader.After(sequence, word is "in" ? int.MaxValue : at, out int after);
                if (named.Count > 0 && IsStateNamed(sequence, at + 1, after) && !Sequence.IsPossessive(sequence.Word(after)))
                {
                    if (named[0].IsOrganization || title.Tail == "place") reading.Office += " " + string.Join(' ', Enumerable.Range(at, after - at).Select(i => sequence.Sentence.Tokens[i].Form));
                    if (reading.States.Count == 0 || named[0].IsOrganization) { reading.States.Clear(); reading.States.AddRange(named); }
                    reading.End = after;
                    ReadPost(sequence, reading);
                    return;
                }
            }
            if (word is "of" or "for" or "at") ReadBody(sequence, reading, at);
            else if (word is "on" && title.Tail == "body") ReadBody(sequence, reading, at);
        }
    }

    private static bool IsStateNamed(Sequence sequence, int from, int after)
    {
        for (int i = from; i < after; i++)
        {
            if (sequence.At(i) is ActorName { Form: ActorNameForm.Name or ActorNameForm.Organization or ActorNameForm.Seat } name) return name.Tokens.End == after || sequence.Word(name.Tokens.End) is "and" or ",";
        }
        return false;
    }

    // "to Tajikistan", "in Kabul", "to the United Nations", "of Kazakhstan to the EU".
    private static void ReadPost(Sequence sequence, TitleReading reading)
    {
        int at = reading.End;
        if (sequence.Word(at) is "of" && reading.States.Count == 0)
        {
            List<ActorCode> owner = OrganReader.After(sequence, at, out int after);
            if (owner.Count > 0)
            {
                reading.States.AddRange(owner);
                reading.End = at = after;
            }
        }
        string word = sequence.Word(at);
        if (word is not ("to" or "in" or "for" or "on")) return;
        int next = at + 1;
        while (Sequence.IsArticle(sequence.Word(next))) next++;
        if (sequence.Word(next) == "our" && sequence.Word(next + 1) == "country")
        {
            reading.End = next + 2;
            return;
        }
        if (sequence.At(next) is ActorName { Candidates.Count: > 0 } post && post.Form is ActorNameForm.Name or ActorNameForm.Seat or ActorNameForm.Organization)
        {
            string link = word is "on" ? "for" : word;
            reading.Office += $" {link} {Plain(post.Candidates[0])}";
            reading.End = post.Tokens.End;
        }
        else if (sequence.At(next) is PlaceName { State: { } state } place)
        {
            reading.Office += $" {word} {state}";
            reading.End = place.Tokens.End;
        }
    }

    private static string Plain(ActorCode code) => code.IsOrganization ? "the " + code.ToString()[4..] : code.ToString();

    // "chairman of the State Committee for National Security", "mayor of Bishkek", "director of the port".
    private static void ReadBody(Sequence sequence, TitleReading reading, int at)
    {
        IReadOnlyList<Token> tokens = sequence.Sentence.Tokens;
        int end = at + 1, last = at;
        while (end < tokens.Count && end - at < 14)
        {
            Mention? mention = sequence.At(end);
            if (mention is PersonName) break;
            if (mention is OfficeTitle && end > at + 2) break;
            if (mention is ActorName or PlaceName)
            {
                end = last = mention.Tokens.End;
                continue;
            }
            string form = tokens[end].Form;
            // "The leader of New Democracy Mr. Evert"
            if (Honorifics.Contains(form.TrimEnd('.'))) break;
            bool upper = char.IsUpper(form[0]) || char.IsAsciiDigit(form[0]);
            bool nominal = tokens[end].Upos is "NOUN" or "PROPN" or "ADJ" or "NUM";
            if (upper || nominal) last = ++end;
            else if (form.ToLowerInvariant() is "of" or "for" or "the" or "and" or "on" or "de" or "'s" or "’s" or "-" or "&" or "a" or "its" or "al") end++;
            else break;
        }
        if (last <= at + 1 && sequence.At(at + 1) is null && last == at) return;
        TokenRange range = new(at, last);
        List<string> words = [];
        for (int i = range.Start; i < range.End; i++)
        {
            string form = tokens[i].Form;
            if (words.Count > 0 && (Sequence.IsPossessive(form) || form == "-" || words[^1].EndsWith('-'))) words[^1] += form;
            else words.Add(form);
        }
        if (words.Count < 2 || words[^1] is "and" or "of" or "the") return;
        reading.Office += " " + string.Join(' ', words);
        reading.End = last;
        // "A spokeswoman for the foreign ministry in Beijing, Hua Chunying"
        if (sequence.Word(last) is "in" && (sequence.At(last + 1) is ActorName or PlaceName) && sequence.At(last + 1)!.Tokens.End is var past && sequence.Word(past) == "," && sequence.At(past + 1) is PersonName)
        {
            reading.End = past;
            if (reading.States.Count == 0 && sequence.At(last + 1) is ActorName { Candidates: [ActorCode seat, ..] }) reading.States.Add(seat);
        }
        if (reading.States.Count > 0) return;
        for (int i = range.Start; i < range.End; i++)
        {
            if (sequence.At(i) is ActorName { Candidates.Count: > 0 } actor) reading.States.Add(actor.Candidates[0]);
            else if (sequence.At(i) is PlaceName { State: { } state }) reading.States.Add(state);
            if (reading.States.Count > 0) break;
        }
    }

    // "President X", "Presidents X and Y", "the foreign ministers of A and B, X and Y".
    private static void BindAfter(Sequence sequence, TitleReading reading, HashSet<PersonName> bound)
    {
        int at = SkipHonorifics(sequence, reading.End, out bool comma);
        if (sequence.At(at) is not PersonName person || bound.Contains(person)) return;
        // "said the minister, Smith adding": behind a comma a name belongs to the title only if a comma, a full stop or a list follows it.
        if (comma && !reading.Title.IsPlural && sequence.Word(person.Tokens.End) is not ("," or "." or "and" or ")" or "" or ";" or "(" or "-" or "–" or ":") && !HasVerbAfter(sequence, person)) return;
        Take(reading, person, bound);
        if (!reading.Title.IsPlural) return;
        while (true)
        {
            int next = person.Tokens.End;
            if (sequence.Word(next) == "(")
            {
                while (next < sequence.Sentence.Tokens.Count && sequence.Word(next) != ")") next++;
                next++;
            }
            if (sequence.Word(next) == "of" && sequence.At(next + 1) is ActorName of) next = of.Tokens.End;
            if (sequence.Word(next) is ",") next++;
            if (sequence.Word(next) is "and") next++;
            next = SkipHonorifics(sequence, next, out _);
            if (next == person.Tokens.End || sequence.At(next) is not PersonName another || bound.Contains(another)) break;
            Take(reading, another, bound);
            person = another;
        }
    }

    private static bool HasVerbAfter(Sequence sequence, PersonName person) =>
        person.Tokens.End < sequence.Sentence.Tokens.Count && sequence.Sentence.Tokens[person.Tokens.End].Upos is "VERB" or "AUX";

    private static int SkipHonorifics(Sequence sequence, int at, out bool comma)
    {
        comma = false;
        for (int steps = 0; steps < 6; steps++)
        {
            string word = sequence.Word(at);
            if (sequence.At(at) is OfficeTitle { Tokens.Length: 1 } style && Styles.Contains(style.Office))
            {
                at++;
                continue;
            }
            if (word is "," && steps == 0) comma = true;
            else if (word.Length == 0 || sequence.At(at) is not null || (!Honorifics.Contains(word.TrimEnd('.')) && word is not (":" or "(" or "-" or "–" or "." or "designate" or "elect" or "namely"))) break;
            at++;
        }
        return at;
    }

    // "X, the Kazakh ambassador", "X and Y, the presidents of A and B", "X, who is foreign minister", "X was elected president".
    private static void BindBefore(Sequence sequence, TitleReading reading, HashSet<PersonName> bound)
    {
        if (reading.Persons.Count > 0) return;
        int at = reading.Start - 1;
        if (at >= 0 && Sequence.IsArticle(sequence.Word(at))) at--;
        bool comma = false, verb = false;
        for (int steps = 0; steps < 7 && at >= 0; steps++)
        {
            if (sequence.At(at) is PersonName) break;
            string word = sequence.Word(at);
            if (word is "," or "(" or "–" or "—" or "-") comma = true;
            else if (word is "is" or "was" or "as" or "became" or "becomes" or "remains" or "appointed" or "elected" or "named" or "nominated" or "sworn" or "inaugurated" or "become" or "himself" or "herself") verb = true;
            else if (word is not ("who" or "currently" or "now" or "then" or "the" or "a" or "new" or "country" or "'s" or "’s" or "in" or "been" or "has" or "will" or "be" or "also" or "its" or "since" or "current" or "proclaimed" or "declared" or "and" or "his" or "her" or "their" or ")")) return;
            at--;
        }
        if ((!comma && !verb) || sequence.At(at) is not PersonName person || bound.Contains(person)) return;
        Take(reading, person, bound);
        if (!reading.Title.IsPlural) return;
        while (sequence.Word(person.Tokens.Start - 1) is "and" or "," && sequence.At(person.Tokens.Start - 2) is PersonName another && !bound.Contains(another))
        {
            reading.Persons.Insert(0, another);
            bound.Add(another);
            person = another;
        }
    }

    // "X, who chairs the European Council", "X, who heads the Ministry of Energy", "X, who leads Hezbollah".
    private static TitleReading? HeadOf(Sequence sequence, PersonName person)
    {
        int at = person.Tokens.End;
        if (sequence.Word(at) != "," || sequence.Word(at + 1) != "who") return null;
        at += 2;
        if (sequence.Word(at) is "now" or "currently" or "also") at++;
        string? office = sequence.Word(at) switch { "heads" => "head", "chairs" => "chairman", "leads" => "leader", "runs" => "head", "presides" => "president", "directs" => "director", "governs" => "governor", _ => null };
        if (office is null) return null;
        if (sequence.Word(at + 1) is "over") at++;
        int next = at + 1;
        while (Sequence.IsArticle(sequence.Word(next))) next++;
        if (sequence.At(next) is not ActorName body) return null;
        TokenRange verb = new(at, at + 1);
        OfficeTitle title = new() { Sentence = sequence.Index, Tokens = verb, Head = at, Span = sequence.Sentence.SpanOf(verb), Office = office, Role = body.Role };
        TitleReading reading = new() { Title = title, Start = person.Tokens.Start, End = body.Tokens.End, Office = office + " of the " + string.Join(' ', Enumerable.Range(body.Tokens.Start, body.Tokens.Length).Select(i => sequence.Sentence.Tokens[i].Form)) };
        reading.Persons.Add(person);
        if (body.Candidates.Count > 0) reading.States.Add(body.Candidates[0]);
        else reading.States.AddRange(OrganReader.Beside(sequence, body));
        return reading;
    }

    // "Deputy Prime Minister and Foreign Minister X": both are X's.
    private static void Share(Sequence sequence, TitleReading first, TitleReading second)
    {
        if (first.Persons.Count > 0 || second.Persons.Count == 0 || first.Title.IsPlural || second.Title.IsPlural || second.IsCounterpart || first.IsCounterpart) return;
        int between = second.Title.Tokens.Start - first.End;
        string link = sequence.Word(first.End);
        bool joined = (between is 1 or 2 && link is "and" or "-" or "," or "–" or "&") || (between == 2 && link is "," && sequence.Word(first.End + 1) is "and");
        if (between is 1 or 2 && Sequence.IsArticle(sequence.Word(first.End + between - 1)) && link is "," or "and") joined = true;
        // A comma alone parts two people: "the president, the prime minister X".
        if (!joined || (link == "," && second.Persons[0].Tokens.Start > second.Title.Tokens.Start)) return;
        first.Persons.AddRange(second.Persons);
        if (second.States.Count == 0) second.States.AddRange(first.States);
        else if (first.States.Count == 0) first.States.AddRange(second.States);
    }

    private static void Take(TitleReading reading, PersonName person, HashSet<PersonName> bound)
    {
        reading.Persons.Add(person);
        bound.Add(person);
    }
}
