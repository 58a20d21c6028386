using Entente.Claims;
using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving;

/// <summary>A document in which words are tied to the actors, places and times that they stand for.</summary>
public sealed class ResolvedDocument
{
    private readonly ILookup<int, ActorReference> actorsBySentence;
    private readonly ILookup<int, ResolvedTime> timesBySentence;
    private readonly IReadOnlyList<IReadOnlyList<ActorCode>> focus;

    /// <summary>A document with what was resolved in it.</summary>
    /// <param name="recognized">The mentions.</param>
    /// <param name="actors">In any order.</param>
    /// <param name="times">In any order.</param>
    /// <param name="tenures">In the order of the text.</param>
    /// <param name="focus">For each sentence the states that the report is about there (usually two), the ones named first first; empty where it is not clear.</param>
    public ResolvedDocument(RecognizedDocument recognized, IEnumerable<ActorReference> actors, IEnumerable<ResolvedTime> times, IReadOnlyList<Tenure> tenures, IReadOnlyList<IReadOnlyList<ActorCode>> focus)
    {
        ArgumentNullException.ThrowIfNull(recognized);
        ArgumentNullException.ThrowIfNull(focus);
        if (focus.Count != recognized.Sentences.Count) throw new ArgumentException("There is one focus for each sentence.", nameof(focus));
        Recognized = recognized;
        Actors = [.. actors.OrderBy(a => a.Sentence).ThenBy(a => a.Tokens.Start).ThenByDescending(a => a.Tokens.End)];
        Times = [.. times.OrderBy(t => t.Expression.Sentence).ThenBy(t => t.Expression.Tokens.Start)];
        Tenures = tenures;
        this.focus = focus;
        actorsBySentence = Actors.ToLookup(a => a.Sentence);
        timesBySentence = Times.ToLookup(t => t.Expression.Sentence);
    }

    /// <summary>The mentions.</summary>
    public RecognizedDocument Recognized { get; }

    /// <summary>What was read.</summary>
    public Document Document => Recognized.Document;

    /// <summary>The sentences, in order.</summary>
    public IReadOnlyList<Sentence> Sentences => Recognized.Sentences;

    /// <summary>All words that stand for actors, in the order of the text.</summary>
    public IReadOnlyList<ActorReference> Actors { get; }

    /// <summary>All times that could be put on the calendar, in the order of the text.</summary>
    public IReadOnlyList<ResolvedTime> Times { get; }

    /// <summary>Persons in offices, in the order of the text; each pair of person and office may come several times.</summary>
    public IReadOnlyList<Tenure> Tenures { get; }

    /// <summary>The words of a sentence that stand for actors, in order.</summary>
    public IEnumerable<ActorReference> ActorsIn(int sentence) => actorsBySentence[sentence];

    /// <summary>The times of a sentence, in order.</summary>
    public IEnumerable<ResolvedTime> TimesIn(int sentence) => timesBySentence[sentence];

    /// <summary>The states that the report is about at a sentence, usually two; empty where it is not clear.</summary>
    public IReadOnlyList<ActorCode> FocusAt(int sentence) => focus[sentence];
}
