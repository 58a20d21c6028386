using System.Globalization;
using System.Text;
using Entente.Parsing.Neural;

namespace Entente.Training.Language;

/// <summary>The card of a model: what a reader must know before using it, in Markdown.</summary>
internal static class ModelCard
{
    /// <summary>The card.</summary>
    public static string Of(NetworkModel model)
    {
        StringBuilder card = new();
        ModelHeader header = model.Header;
        card.Append(CultureInfo.InvariantCulture, $"# {header.Name}\n\n");
        card.Append("Tags, lemmas, dependencies (Universal Dependencies 2.16, with subtypes) and entities (PER, ORG, LOC, MISC) of English.\n");
        card.Append("Written by `entente-train train`; see docs/models.md.\n\n");
        card.Append(CultureInfo.InvariantCulture, $"- File: {header.Name}.bin, format {ModelFile.Format}\n- Licence: {header.Licence}. The code of Entente is under MIT; this file is not part of it.\n");
        card.Append(CultureInfo.InvariantCulture, $"- Seed: {header.Seed}\n- Commit of the trainer: {header.Commit}\n");
        card.Append(CultureInfo.InvariantCulture, $"- {model.Words.Entries.Count} words and {model.Statics.Entries.Count} static vectors, {model.Labels.Deprels.Count} relations, {model.Labels.Tags.Count} combinations of tags\n\n");
        card.Append("## Scores on the development parts, gold tokens\n\nLAS without subtypes; NER is F1 over PER, ORG and LOC by exact extent and type.\n\n");
        foreach (string line in header.Scores.Split("; ", StringSplitOptions.RemoveEmptyEntries)) card.Append(CultureInfo.InvariantCulture, $"- {line}\n");
        card.Append("\n## Data\n\n");
        foreach (string line in header.Data) card.Append(CultureInfo.InvariantCulture, $"- {line}\n");
        card.Append(CultureInfo.InvariantCulture, $"\n## Settings\n\n```json\n{header.Settings}\n```\n");
        return card.ToString();
    }
}
