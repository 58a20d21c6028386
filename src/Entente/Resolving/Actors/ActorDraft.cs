using Entente.Claims;
using Entente.Recognizing;
using Entente.Text;

namespace Entente.Resolving.Actors;

/// <summary>What is known about the actors of one document while it is being resolved.</summary>
internal sealed class ActorDraft
{
    private readonly List<ActorReference>[] bySentence;

    /// <summary>An empty draft.</summary>
    public ActorDraft(RecognizedDocument document, ActorCode? home)
    {
        Document = document;
        Home = home;
        bySentence = new List<ActorReference>[document.Sentences.Count];
        for (int i = 0; i < bySentence.Length; i++) bySentence[i] = [];
    }

    /// <summary>The mentions.</summary>
    public RecognizedDocument Document { get; }

    /// <summary>The state that the report is written from, if the dateline or the publisher tell.</summary>
    public ActorCode? Home { get; }

    /// <summary>The members of organisations, where the lists have them.</summary>
    public IReadOnlyDictionary<ActorCode, ActorCode[]> Members { get; init; } = new Dictionary<ActorCode, ActorCode[]>();

    /// <summary>Given names of women, folded.</summary>
    public IReadOnlySet<string> Women { get; init; } = new HashSet<string>();

    /// <summary>Which state a name is like; null where no list is at hand.</summary>
    public Func<string, ActorCode, double>? NameScore { get; init; }

    /// <summary>Persons in offices.</summary>
    public List<Tenure> Tenures { get; } = [];

    /// <summary>The persons of the document by their mentions.</summary>
    public Dictionary<PersonName, Person> Persons { get; } = [];

    /// <summary>States of titles: filled when they are known.</summary>
    public Dictionary<OfficeTitle, ActorCode> TitleStates { get; } = [];

    /// <summary>What the state of a title was taken from, where no word beside it tells.</summary>
    public Dictionary<OfficeTitle, string> TitleReasons { get; } = [];

    /// <summary>How often each state is named, the title and the first sentences counting more.</summary>
    public Dictionary<ActorCode, double> Weight { get; } = [];

    /// <summary>The references found so far in a sentence.</summary>
    public List<ActorReference> In(int sentence) => bySentence[sentence];

    /// <summary>All references found so far.</summary>
    public IEnumerable<ActorReference> All => bySentence.SelectMany(r => r);

    /// <summary>Adds a reference for the words of a mention.</summary>
    public void Add(Mention mention, IReadOnlyList<ActorCode> actors, ReferenceBasis basis, string? name = null, string? office = null, string? role = null, string? why = null)
    {
        if (actors.Count == 0) return;
        bySentence[mention.Sentence].Add(new ActorReference
        {
            Sentence = mention.Sentence, Tokens = mention.Tokens, Head = mention.Head, Span = mention.Span, Actors = actors, Basis = basis, Name = name, Office = office, Role = role, Why = why,
        });
    }

    /// <summary>Adds a reference for words that are no mention.</summary>
    public void Add(int sentence, TokenRange tokens, int head, IReadOnlyList<ActorCode> actors, ReferenceBasis basis, string? name = null, string? office = null, string? role = null, string? why = null)
    {
        if (actors.Count == 0) return;
        bySentence[sentence].Add(new ActorReference
        {
            Sentence = sentence, Tokens = tokens, Head = head, Span = Document.Sentences[sentence].SpanOf(tokens), Actors = actors, Basis = basis, Name = name, Office = office, Role = role, Why = why,
        });
    }

    /// <summary>Whether a token already lies in a reference.</summary>
    public bool IsTaken(int sentence, int token) => bySentence[sentence].Exists(r => r.Tokens.Contains(token));

    /// <summary>The distinct states of a sentence's references before a token, in the order of the text.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="token">The token.</param>
    /// <param name="organizations">Whether organisations count as well.</param>
    /// <param name="places">Whether states count that only say where: "in Libya".</param>
    public List<ActorCode> StatesBefore(int sentence, int token, bool organizations = false, bool places = true)
    {
        List<ActorCode> states = [];
        foreach (ActorReference reference in bySentence[sentence].Where(r => r.Tokens.Start < token).OrderBy(r => r.Tokens.Start))
        {
            if (!places && IsPlace(sentence, reference)) continue;
            foreach (ActorCode actor in reference.Actors)
            {
                if ((organizations || actor.IsState) && !states.Contains(actor)) states.Add(actor);
            }
        }
        return states;
    }

    /// <summary>"In Libya, where they backed opposite sides": a state that only says where is no side.</summary>
    private bool IsPlace(int sentence, ActorReference reference)
    {
        Sentence tokens = Document.Sentences[sentence];
        return reference.Basis == ReferenceBasis.Name && tokens.Tokens[reference.Head].Relation == "obl" && tokens.Child(reference.Head, "case") is >= 0 and int word && tokens.Tokens[word].Form.Equals("in", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The distinct states of a sentence's references, in the order of the text.</summary>
    public List<ActorCode> StatesIn(int sentence) => StatesBefore(sentence, int.MaxValue);
}
