using Entente.Claims;
using Entente.Extracting.Propositions;
using Entente.Gazetteers;

namespace Entente.Extracting.Transfers;

/// <summary>Finds transfers: goods, energy, money or aid that go from one party to another.</summary>
internal sealed class TransferExtractor(DataFiles data) : IClaimExtractor
{
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal) { "aid", "assistance", "cargo", "relief", "help", "support", "supplies" };
    private readonly TransferTable table = new(data);
    private readonly ExporterTable exporters = new(data);

    /// <inheritdoc/>
    public IEnumerable<Claim> Extract(ExtractionContext context)
    {
        TransferReader reader = new(context, table, exporters);
        List<Transfer> transfers = [];
        foreach (SentenceView view in context.Sentences) transfers.AddRange(reader.Read(view));
        return Telling.Merge(transfers, (a, b) => IsSame(a, b) || Announces(context, a, b), Combine);
    }

    /// <summary>"Norway offers flood relief" above a report of what it delivered: the headline's short word for it.</summary>
    private static bool Announces(ExtractionContext context, Transfer headline, Transfer told) =>
        IsBare(headline) && headline.Status is not ClaimStatus.Denied && told.Status is not ClaimStatus.Denied && headline.From.Count > 0 && headline.To.Count > 0 && headline.From.SequenceEqual(told.From) && headline.To.SequenceEqual(told.To)
        && (headline.Commodity == "money") == (told.Commodity == "money") && (IsGeneric(headline) || SameGoods(headline.Commodity, told.Commodity))
        && context.Sentences.FirstOrDefault(s => s.Sentence.Span.Overlaps(headline.Evidence[0].Span)) is { } view && context.BlockOf(view) is Text.BlockKind.Title or Text.BlockKind.Heading;

    private static bool IsSame(Transfer a, Transfer b)
    {
        if (!Agree(a.From, b.From) || !Agree(a.To, b.To)) return false;
        if (a.Quantity is { } x && b.Quantity is { } y && (x != y || a.Unit != b.Unit)) return false;
        if (a.Value is { } v && b.Value is { } w && (v != w || a.Currency != b.Currency)) return false;
        bool amount = (a.Quantity is not null && a.Quantity == b.Quantity) || (a.Value is not null && a.Value == b.Value);
        if (amount) return true;
        if ((IsGeneric(a) && IsBare(a) || IsGeneric(b) && IsBare(b)) && a.Terms is null or "aid" && b.Terms is null or "aid" && a.Commodity != "money" && b.Commodity != "money" && a.Status == b.Status) return true;
        bool denied = a.Status is ClaimStatus.Denied, other = b.Status is ClaimStatus.Denied;
        if (denied == other && (IsBare(a) || IsBare(b)) && SameGoods(a.Commodity, b.Commodity)) return true;
        return denied == other && IsOpen(a) == IsOpen(b) && SameGoods(a.Commodity, b.Commodity) && (a.Period is null || b.Period is null || a.Period == b.Period);
    }

    /// <summary>Whether it tells no more than who and what: any fuller telling holds it.</summary>
    private static bool IsBare(Transfer transfer) => transfer.Quantity is null && transfer.Value is null && transfer.Period is null && transfer.Rate is null && transfer.Via is null;

    /// <summary>"The humanitarian cargo": goods that another telling names.</summary>
    private static bool IsGeneric(Transfer transfer) => transfer.Commodity is { } goods && Generic.Contains(goods[(goods.LastIndexOf(' ') + 1)..]);

    private static bool IsOpen(Transfer transfer) => transfer.Status is ClaimStatus.Planned or ClaimStatus.Proposed;

    private static bool Agree(IReadOnlyList<ActorCode> a, IReadOnlyList<ActorCode> b) => a.Count == 0 || b.Count == 0 || a.Any(b.Contains);

    private static bool SameGoods(string? a, string? b)
    {
        if (a is null || b is null) return a == b;
        a = Plain(a);
        b = Plain(b);
        HashSet<string> words = [.. a.Split(' ', ','), .. a.Split(' ', ',').Select(w => w.TrimEnd('s'))];
        return b.Split(' ', ',').Any(w => w.Length > 2 && (words.Contains(w) || words.Contains(w.TrimEnd('s'))));
    }

    /// <summary>Words for the same goods.</summary>
    private static string Plain(string goods) => goods.Replace("lng", "gas", StringComparison.Ordinal).Replace("liquefied natural gas", "gas", StringComparison.Ordinal).Replace("power", "electricity", StringComparison.Ordinal).Replace("energy", "electricity", StringComparison.Ordinal).Replace("petroleum", "oil", StringComparison.Ordinal).Replace("crude", "oil", StringComparison.Ordinal);

    private static Transfer Combine(Transfer first, Transfer second)
    {
        Transfer main = (first.Quantity ?? first.Value) is null && (second.Quantity ?? second.Value) is not null ? second : IsBare(first) && first.Status is ClaimStatus.Happened ? second : first;
        Transfer other = ReferenceEquals(main, first) ? second : first;
        return main with
        {
            From = main.From.Count > 0 ? main.From : other.From,
            To = main.To.Count > 0 ? main.To : other.To,
            Commodity = main.Commodity is null || (IsGeneric(main) && other.Commodity is not null) ? other.Commodity ?? main.Commodity : main.Commodity,
            Quantity = main.Quantity ?? other.Quantity,
            Unit = main.Unit ?? other.Unit,
            Value = main.Value ?? other.Value,
            Currency = main.Currency ?? other.Currency,
            Period = main.Period ?? other.Period,
            Rate = main.Rate ?? other.Rate,
            Via = main.Via ?? other.Via,
            Terms = main.Terms is null or "sale" && other.Terms is "aid" or "grant" ? other.Terms : main.Terms ?? other.Terms,
            Speaker = main.Speaker ?? other.Speaker,
        };
    }
}
