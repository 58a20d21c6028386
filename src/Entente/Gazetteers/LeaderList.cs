using Entente.Claims;
using Entente.Text;

namespace Entente.Gazetteers;

/// <summary>A person in an office of state for a time.</summary>
/// <param name="Name">The name in the lists' spelling.</param>
/// <param name="State">Whose office it is.</param>
/// <param name="Office">In lower-case English.</param>
/// <param name="Rank">HS head of state, HG head of government, FM foreign minister, or null.</param>
/// <param name="From">First day, as far as known.</param>
/// <param name="To">Last day, or null where the list knows no end.</param>
internal sealed record Leader(string Name, ActorCode State, string Office, string? Rank, PartialDate? From, PartialDate? To)
{
    /// <summary>The last words of all the person's names, without an Arabic article.</summary>
    public string[] LastNames { get; init; } = [];

    /// <summary>Whether the office may have been held on a day.</summary>
    public bool HeldOn(DateOnly day) => (From is not { } from || from.FirstDay <= day) && (To is not { } to || to.LastDay >= day);
}

/// <summary>
/// data/leaders.tsv: heads of state, heads of government and foreign ministers with their dates. Names are looked up by a key that brings
/// transliterations together: Kassym-Jomart, Kasim-Jomart and Kassymzhomart; Rahmon and Rakhmon; Berdimuhamedov and Berdymukhammedov.
/// </summary>
internal sealed class LeaderList
{
    // Letters that stand for one sound, the longer before their beginnings.
    private static readonly (string From, string To)[] Spellings =
    [
        ("tsch", "s"), ("dzh", "j"), ("tch", "c"), ("sch", "s"), ("zh", "j"), ("dj", "j"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ou", "u"),
    ];

    private readonly Dictionary<string, List<Leader>> byFull = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Leader>> byLast = new(StringComparer.Ordinal);
    private readonly HashSet<string> exactLast = new(StringComparer.Ordinal);

    private readonly List<(ActorCode State, string Name)> names = [];
    private readonly Lazy<NameOrigins> origins;

    /// <summary>Reads the list.</summary>
    public LeaderList(DataFiles data)
    {
        origins = new Lazy<NameOrigins>(() => new NameOrigins(names));
        foreach (DataRow row in data.Read("leaders"))
        {
            string name = row.Required("name"), office = row.Required("office");
            string[] others = row.List("names"), lasts = new string[others.Length + 1];
            for (int i = 0; i < lasts.Length; i++) lasts[i] = LastName(i == 0 ? name : others[i - 1]);
            Leader leader = new(name, new ActorCode(row.Required("state")), office, row["rank"], Date(row, "from"), Date(row, "to")) { LastNames = lasts };
            Count++;
            names.Add((leader.State, name));
            for (int i = 0; i < lasts.Length; i++)
            {
                exactLast.Add(Folding.Fold(lasts[i]));
                Add(byFull, Key(i == 0 ? name : others[i - 1]), leader);
                Add(byLast, Key(lasts[i]), leader);
            }
        }
    }

    /// <summary>Whose names are like which state's; learnt when first asked for.</summary>
    public NameOrigins Origins => origins.Value;

    /// <summary>How many lines the list has.</summary>
    public int Count { get; private set; }

    /// <summary>The consonants of a name in one spelling: what stays when transliterations differ.</summary>
    public static string Key(string name)
    {
        Span<char> folded = name.Length <= 128 ? stackalloc char[128] : new char[name.Length];
        int length = 0;
        foreach (char c in folded[..Folding.Fold(name, folded)])
        {
            if (char.IsAsciiLetterLower(c)) folded[length++] = c;
        }
        Span<char> key = length <= 63 ? stackalloc char[128] : new char[(2 * length) + 2];
        int count = 0;
        for (int i = 0; i < length;)
        {
            ReadOnlySpan<char> rest = folded[i..length];
            char sound = '\0';
            foreach ((string from, string to) in Spellings)
            {
                if (from[0] != rest[0] || !rest.StartsWith(from, StringComparison.Ordinal)) continue;
                sound = to[0];
                i += from.Length;
                break;
            }
            if (sound == '\0') sound = folded[i++];
            if (sound == 'x')
            {
                Sound(key, ref count, 'k', false);
                sound = 's';
            }
            Sound(key, ref count, sound switch { 'q' => 'k', 'w' => 'v', 'y' or 'e' or 'i' or 'o' or 'u' => 'a', _ => sound }, i == length);
        }
        return new string(key[..count]);
    }

    // Vowels stay only at the beginning, an h not at the end, a letter once.
    private static void Sound(Span<char> key, ref int count, char c, bool isLast)
    {
        if (c == 'h' && isLast) return;
        if (count == 0 || (c != 'a' && key[count - 1] != c)) key[count++] = c;
    }

    /// <summary>Whether a name is a leader's full name, or, letter for letter, the last name of one.</summary>
    public bool Knows(string name) => name.Contains(' ', StringComparison.Ordinal) ? name.Length > 5 && Find(name).Count > 0 : name.Length > 4 && exactLast.Contains(Folding.Fold(name));

    /// <summary>The tenures of those whom a name, full or last, may name, in the order of the list.</summary>
    public IReadOnlyList<Leader> Find(string name)
    {
        if (byFull.TryGetValue(Key(name), out List<Leader>? full))
        {
            List<Leader> near = full.FindAll(l => IsNear(name, l.Name) || l.LastNames.Contains(LastName(name), StringComparer.OrdinalIgnoreCase));
            if (near.Count > 0) return near;
        }
        string last = LastName(name);
        if (!byLast.TryGetValue(Key(last), out List<Leader>? found)) return [];
        bool alone = !name.Contains(' ', StringComparison.Ordinal) && !name.Contains('-', StringComparison.Ordinal);
        return found.FindAll(l => l.LastNames.Any(n => IsNear(last, n)) && (alone || SharesGivenName(name, l.Name)));
    }

    /// <summary>The last word of a name that is no "Jr.", without an Arabic article.</summary>
    internal static string LastName(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int last = words.Length - 1;
        while (last > 0 && words[last].TrimEnd('.').ToLowerInvariant() is "jr" or "sr" or "ii" or "iii") last--;
        if (last < 0) return name;
        string word = words[last];
        bool article = word.Length > 4 && word[2] == '-' && (word.StartsWith("al", StringComparison.OrdinalIgnoreCase) || word.StartsWith("el", StringComparison.OrdinalIgnoreCase));
        return article ? word[3..] : word;
    }

    private static void Add(Dictionary<string, List<Leader>> index, string key, Leader leader)
    {
        if (key.Length == 0) return;
        if (!index.TryGetValue(key, out List<Leader>? leaders)) index.Add(key, leaders = []);
        // A row of the analyst's own that says what a built-in one says adds nothing.
        foreach (Leader known in leaders)
        {
            if (known.Name == leader.Name && known.State == leader.State && known.Office == leader.Office && known.From == leader.From) return;
        }
        leaders.Add(leader);
    }

    private static PartialDate? Date(DataRow row, string column)
    {
        string? cell = row[column];
        return cell is null ? null : PartialDate.TryParse(cell) ?? throw new EntenteException($"{row.File}, line {row.Line}: '{cell}' is no date; write 2019, 2019-03 or 2019-03-20.");
    }

    private static bool SharesGivenName(string name, string listed)
    {
        string given = Key(name.Split([' ', '-'])[0]), other = Key(listed.Split([' ', '-'])[0]);
        return given.Length > 0 && other.Length > 0 && (given == other || given[0] == other[0] && (given.Length == 1 || other.Length == 1));
    }

    // Keys drop the vowels; what they hold together must still be spelled alike.
    private static bool IsNear(string a, string b)
    {
        string left = Folding.Fold(a).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        string right = Folding.Fold(b).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        int limit = Math.Max(left.Length, right.Length) < 7 ? 1 : Math.Max(2, Math.Max(left.Length, right.Length) / 3);
        if (left.Length < 5 && right.Length < 5 && left != right) return false;
        return Distance(left, right, limit) <= limit;
    }

    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        int[] row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
