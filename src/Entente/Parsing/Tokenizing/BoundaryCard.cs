namespace Entente.Parsing.Tokenizing;

/// <summary>What made a model of sentence ends.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Data">The data sets with versions, licences and whom to name.</param>
/// <param name="Licence">The model's own licence.</param>
/// <param name="Settings">The settings of the training, as JSON.</param>
/// <param name="Scores">Sentence F1 by name of the development part.</param>
internal sealed record BoundaryCard(string Name, IReadOnlyList<string> Data, string Licence, string Settings, IReadOnlyDictionary<string, double> Scores);
