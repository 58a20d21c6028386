using Entente.Claims;

namespace Entente.Extracting.Propositions;

/// <summary>Finds a sentence that denies what the one before it told: "The ministry denied the report", "Baku rejected this".</summary>
internal sealed class DenialFinder(Lexicon lexicon, Func<SentenceView, int, IReadOnlyList<ActorCode>> actorsOf, Func<SentenceView, int, string> nameOf)
{
    private readonly Dictionary<int, Attribution?> known = [];

    /// <summary>Who denies it, or null.</summary>
    public Attribution? Of(SentenceView view)
    {
        if (!known.TryGetValue(view.Index, out Attribution? found)) known[view.Index] = found = Find(view);
        return found;
    }

    private Attribution? Find(SentenceView view)
    {
        for (int token = 0; token < view.Count; token++)
        {
            // "accused it of harm, though Cairo has denied the assertion" denies its own sentence, no earlier one.
            if (view[token].Upos != "VERB" || view.Is(token, "advcl")) continue;
            Proposition verb = view.At(token);
            if (lexicon.Embeds(verb.Lemma, 'V', "obj") is not { Effect: Effect.Deny } || verb.Object < 0 || verb.Subject < 0) continue;
            if (!IsNews(view, verb.Object) || verb.All(ArgumentRole.Complement).Any(c => c.Preposition == "that")) continue;
            if (view.Sentence.Child(token, "advmod") is >= 0 and int adverb && lexicon.Modifies(view[adverb].Form.ToLowerInvariant()) == Effect.Negate) continue;
            return new Attribution(nameOf(view, verb.Subject), actorsOf(view, verb.Subject), token, verb.Subject, false);
        }
        return null;
    }

    /// <summary>"this", "it", "the report", "these claims", without a clause of their own.</summary>
    private static bool IsNews(SentenceView view, int token)
    {
        if (view[token].Upos is "PRON" or "DET") return view[token].Form.ToLowerInvariant() is "this" or "it" or "that" or "these" or "those" or "them";
        if (view.LemmaOf(token) is not ("news" or "report" or "claim" or "information" or "allegation" or "accusation" or "statement" or "rumour" or "rumor" or "charge" or "story" or "assertion" or "speculation" or "suggestion" or "version")) return false;
        return !view.Sentence.Children(token).Any(c => view.Is(c, "acl") || view.Is(c, "ccomp") || view.Is(c, "nmod"));
    }
}
