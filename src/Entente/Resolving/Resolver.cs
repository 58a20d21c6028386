using Entente.Claims;
using Entente.Gazetteers;
using Entente.Recognizing;
using Entente.Resolving.Actors;
using Entente.Resolving.Amounts;
using Entente.Resolving.Times;

namespace Entente.Resolving;

/// <summary>
/// The stage that says who, where and when: actors, what "both countries" and "he" stand for, and dates on the calendar.
/// Built once, then frozen; safe for several threads at a time.
/// </summary>
public sealed class Resolver
{
    private readonly ActorResolver? actors;
    private readonly TimeResolver times;
    private readonly CurrencyResolver? currencies;

    /// <summary>A resolver with the built-in lists.</summary>
    public Resolver() : this(DataFiles.BuiltIn)
    {
    }

    /// <summary>A resolver with these lists.</summary>
    public Resolver(DataFiles data)
    {
        ArgumentNullException.ThrowIfNull(data);
        actors = new ActorResolver(data);
        times = new TimeResolver(data);
        currencies = new CurrencyResolver(data);
    }

    private Resolver(TimeResolver times) => this.times = times;

    /// <summary>A resolver of times alone.</summary>
    public static Resolver OfTimes(DataFiles data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new Resolver(new TimeResolver(data));
    }

    /// <summary>Resolves the mentions of a document.</summary>
    public ResolvedDocument Resolve(RecognizedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        ResolvedActors who = actors?.Resolve(document) ?? new ResolvedActors([], [], [.. document.Sentences.Select(_ => (IReadOnlyList<ActorCode>)[])]);
        if (currencies is not null) document = currencies.Resolve(document, who.Home);
        return new ResolvedDocument(document, who.References, times.Resolve(document), who.Tenures, who.Focus);
    }
}
