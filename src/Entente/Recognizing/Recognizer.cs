using Entente.Gazetteers;
using Entente.Parsing;
using Entente.Recognizing.Goods;
using Entente.Recognizing.Instruments;
using Entente.Recognizing.Names;
using Entente.Recognizing.Numbers;

namespace Entente.Recognizing;

/// <summary>
/// The stage that finds what words may name: actors, offices, persons, places, quantities, times, instruments, commodities.
/// Built once, then frozen; safe for several threads at a time.
/// </summary>
public sealed class Recognizer
{
    private readonly IMentionFinder[] finders;

    /// <summary>A recognizer with the built-in lists.</summary>
    public Recognizer() : this(DataFiles.BuiltIn)
    {
    }

    /// <summary>A recognizer with these lists.</summary>
    public Recognizer(DataFiles data)
    {
        ArgumentNullException.ThrowIfNull(data);
        finders = [new NameFinder(data), new InstrumentFinder(data), new CommodityFinder(data), new QuantityFinder(data)];
    }

    private Recognizer(IMentionFinder finder) => finders = [finder];

    /// <summary>A recognizer of quantities and times alone. It needs no parse: the words of <see cref="Segmenter"/> are enough.</summary>
    public static Recognizer OfQuantities(DataFiles data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new Recognizer(new QuantityFinder(data));
    }

    /// <summary>Finds the mentions of a parsed document.</summary>
    public RecognizedDocument Recognize(ParsedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new RecognizedDocument(document, finders.SelectMany(finder => finder.Find(document)));
    }
}
