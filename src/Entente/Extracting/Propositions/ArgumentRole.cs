namespace Entente.Extracting.Propositions;

/// <summary>What an argument is to its predicate, as if the predicate were an active verb.</summary>
internal enum ArgumentRole
{
    /// <summary>Who acts: subject of the active verb, "by" of the passive, subject of the light verb of a noun.</summary>
    Subject,

    /// <summary>Who or what is acted on: object of the active verb, subject of the passive.</summary>
    Object,

    /// <summary>Who receives: indirect object.</summary>
    IndirectObject,

    /// <summary>A phrase with a preposition, <see cref="Argument.Preposition"/>.</summary>
    Oblique,

    /// <summary>The possessor of a noun: "Russia's invasion".</summary>
    Possessive,

    /// <summary>An adjective or noun before a noun: "Kazakh exports", "gas deliveries".</summary>
    Modifier,

    /// <summary>A clause: what is said, agreed, wanted; <see cref="Argument.Preposition"/> is "to", "that", "ing" or a preposition.</summary>
    Complement,
}
