using Entente.Claims;
using Entente.Extracting.Propositions;

namespace Entente.Extracting.Events;

/// <summary>How likely an event is right, from what it was read from. The figures are precisions on the development panel, see docs/claims.md.</summary>
internal static class EventConfidence
{
    /// <summary>The confidence of one telling.</summary>
    public static double Of(EventFrame frame, Proposition proposition, Outlook outlook, EventSides sides)
    {
        double confidence = sides.Guessed switch
        {
            0 => 0.82,
            1 => 0.66,
            _ => 0.6,
        };
        // Signings, meetings and measures are told in set words; blame, threats and requests in many.
        confidence += frame.Type switch
        {
            EventType.Support or EventType.Consult or EventType.Sanction => 0.05,
            EventType.Assault or EventType.Aid or EventType.Threaten or EventType.Mobilize => -0.12,
            _ => 0,
        };
        if (proposition.Pos == 'N' && proposition.Carrier < 0) confidence -= 0.08;
        if (outlook.Status is ClaimStatus.Planned or ClaimStatus.Proposed or ClaimStatus.Denied) confidence -= 0.08;
        return Math.Round(Math.Clamp(confidence, 0.05, 0.95), 2);
    }
}
