using System.Globalization;
using System.Text;
using Entente.Parsing.Tokenizing;

namespace Entente.Training.Sentences;

/// <summary>The card of a model of sentence ends, as Markdown: what a user must know before using it.</summary>
internal static class SentenceCard
{
    /// <summary>The card.</summary>
    public static string Of(BoundaryModel model)
    {
        BoundaryCard card = model.ReadCard();
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"# {card.Name}\n\n");
        text.Append("Where sentences of English end: a logistic model over hashed features of the words around each gap.\nWritten by `entente-train sentences`; see docs/models.md.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- File: {card.Name}.bin, format {BoundaryModel.Format}\n");
        text.Append(CultureInfo.InvariantCulture, $"- Licence: {card.Licence}. The code of Entente is under MIT; this file is not part of it.\n\n");
        text.Append("## Scores on the development parts, raw text\n\nF1 of sentences whose both ends are right.\n\n");
        foreach ((string part, double f1) in card.Scores) text.Append(CultureInfo.InvariantCulture, $"- {part}: {f1 * 100:0.00}\n");
        text.Append("\n## Data\n\n");
        foreach (string data in card.Data) text.Append(CultureInfo.InvariantCulture, $"- {data}\n");
        text.Append(CultureInfo.InvariantCulture, $"\n## Settings\n\n```json\n{card.Settings}\n```\n");
        return text.ToString();
    }
}
