namespace Entente.Recognizing.Pieces;

/// <summary>The words of the calendar.</summary>
internal static class CalendarWords
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly (string Word, int Month)[] ShortMonths =
    [
        ("jan", 1), ("feb", 2), ("febr", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("sept", 9), ("oct", 10),
        ("nov", 11), ("dec", 12),
    ];

    private static readonly (string Word, int Day)[] ShortWeekdays =
        [("mon", 1), ("tue", 2), ("tues", 2), ("wed", 3), ("weds", 3), ("thu", 4), ("thur", 4), ("thurs", 4), ("fri", 5), ("sat", 6), ("sun", 7)];

    private static readonly (string Word, CalendarUnit Unit)[] Units =
    [
        ("day", CalendarUnit.Day), ("days", CalendarUnit.Day), ("weekend", CalendarUnit.Weekend), ("weekends", CalendarUnit.Weekend),
        ("week", CalendarUnit.Week), ("weeks", CalendarUnit.Week), ("fortnight", CalendarUnit.Fortnight), ("fortnights", CalendarUnit.Fortnight),
        ("month", CalendarUnit.Month), ("months", CalendarUnit.Month), ("quarter", CalendarUnit.Quarter), ("quarters", CalendarUnit.Quarter),
        ("half", CalendarUnit.Half), ("semester", CalendarUnit.Half), ("year", CalendarUnit.Year), ("years", CalendarUnit.Year),
        ("yr", CalendarUnit.Year), ("yrs", CalendarUnit.Year), ("decade", CalendarUnit.Decade), ("decades", CalendarUnit.Decade),
        ("century", CalendarUnit.Century), ("centuries", CalendarUnit.Century),
        ("spring", CalendarUnit.Season), ("summer", CalendarUnit.Season), ("autumn", CalendarUnit.Season), ("fall", CalendarUnit.Season),
        ("winter", CalendarUnit.Season),
    ];

    private const string GrammarWords =
        "today yesterday tomorrow tonight now before after ago earlier later since until till by through throughout between from to on in at for of " +
        "the this that last past next coming upcoming following previous preceding current same early late mid middle beginning start end starting " +
        "beginning commencing onward onwards upwards as w c fiscal calendar financial h q fy hy and or period date time year ending ended ends " +
        "twenties thirties forties fifties sixties seventies eighties nineties ad bc ce bce z utc gmt am pm o clock hrs hours hour minutes minute " +
        "during over within around about circa some several few couple will shall would to's going expected scheduled due planned plans plan set " +
        "begin begins start starts is are was were been has had have did be working workweek work business jan' next- her his their our its my your " +
        "st nd rd th s new day eve christmas easter nowruz ramadan only first half back prior then once onset war opening entire whole all full new " +
        "exactly just latter part roughly almost nearly more than less latest no not march may sun sat second anniversary end- one other mid-year";

    private const string Openers =
        "today yesterday tomorrow tonight later earlier latter last past previous preceding next coming following upcoming current q h hy w fy fiscal " +
        "calendar financial twenties thirties forties fifties sixties seventies eighties nineties opening half early beginning start onset mid middle " +
        "late end now";

    private const string WeakOpeners = "the this that same over just exactly";

    /// <summary>Adds them to a lexicon.</summary>
    public static void AddTo(Lexicon lexicon)
    {
        for (int i = 0; i < Months.Length; i++) lexicon.Add(Months[i]).Month = i + 1;
        for (int i = 0; i < Weekdays.Length; i++) lexicon.Add(Weekdays[i]).Weekday = i + 1;
        foreach ((string word, int month) in ShortMonths)
        {
            Word added = lexicon.Add(word);
            added.Month = month;
            added.IsAbbreviation = true;
        }
        foreach ((string word, int day) in ShortWeekdays)
        {
            Word added = lexicon.Add(word);
            added.Weekday = day;
            added.IsAbbreviation = true;
        }
        foreach ((string word, CalendarUnit unit) in Units) lexicon.Add(word).Unit = unit;
        foreach (string word in GrammarWords.Split(' ')) lexicon.Add(word);
        foreach (string word in Openers.Split(' ')) lexicon.Open(word);
        foreach (string word in WeakOpeners.Split(' ')) lexicon.Open(word, Opening.BeforeAnother);
    }
}
