using System.Globalization;
using Entente.Claims;

namespace Entente.Asking.Exports;

/// <summary>What follows from the type of an event: quad class, scale, CAMEO code. From the manual of PLOVER and the table of CAMEO.</summary>
internal static class EventCoding
{
    /// <summary>PLOVER has no future: planned cooperation is AGREE, a planned step back CONCEDE.</summary>
    public static EventType ForExport(EventType type, ClaimStatus status) => status is not (ClaimStatus.Planned or ClaimStatus.Proposed) ? type : type switch
    {
        EventType.Consult or EventType.Support or EventType.Cooperate or EventType.Aid => EventType.Agree,
        EventType.Retreat => EventType.Concede,
        _ => type,
    };

    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public static int Quad(EventType type) => type switch
    {
        EventType.Agree or EventType.Consult or EventType.Support or EventType.Concede => 1,
        EventType.Cooperate or EventType.Aid or EventType.Retreat => 2,
        EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten => 3,
        _ => 4,
    };

    /// <summary>The quad class in words, as POLECAT has it.</summary>
    public static string QuadName(EventType type) => Quad(type) switch { 1 => "VERBAL COOPERATION", 2 => "MATERIAL COOPERATION", 3 => "VERBAL CONFLICT", _ => "MATERIAL CONFLICT" };

    /// <summary>The score of the bare type in PLOVER's table (ACCUSE with the sign that its manual meant).</summary>
    public static decimal Scale(EventType type) => type switch
    {
        EventType.Agree => 2.5m,
        EventType.Consult => 2.5m,
        EventType.Support => 5,
        EventType.Concede => 4.5m,
        EventType.Cooperate => 9.5m,
        EventType.Aid => 10,
        EventType.Retreat => 6.5m,
        EventType.Request => 0,
        EventType.Accuse => -3,
        EventType.Reject => -2,
        EventType.Threaten => -3.5m,
        EventType.Protest => -5,
        EventType.Sanction => -6,
        EventType.Mobilize => -5.5m,
        EventType.Coerce => -7,
        _ => -9,
    };

    /// <summary>The CAMEO code: the claim's own where the type was kept, else by type and format.</summary>
    public static string Cameo(EventRecord record)
    {
        Event e = record.Event;
        if (record.Type == e.Type && e.Cameo is { Length: 3 or 4 } told && told.All(char.IsAsciiDigit)) return told;
        return record.Type switch
        {
            EventType.Agree => "030",
            EventType.Consult => e.Format switch { "visit" => "042", "call" => "041", _ => "040" },
            EventType.Support => Wording.IsSigning(e) ? "057" : "050",
            EventType.Concede => "080",
            EventType.Cooperate => "060",
            EventType.Aid => "070",
            EventType.Retreat => "087",
            EventType.Request => "100",
            EventType.Accuse => "110",
            EventType.Reject => "120",
            EventType.Threaten => "130",
            EventType.Protest => "140",
            EventType.Mobilize => "150",
            EventType.Sanction => "160",
            EventType.Coerce => "170",
            _ => "190",
        };
    }

    /// <summary>Goldstein's scale by the root of a CAMEO code.</summary>
    public static decimal Goldstein(string cameo) => cameo[..2] switch
    {
        "01" => 0m,
        "02" => 3m,
        "03" => 4m,
        "04" => 1m,
        "05" => 3.5m,
        "06" => 6m,
        "07" => 7m,
        "08" => 5m,
        "09" => -2m,
        "10" => -5m,
        "11" => -2m,
        "12" => -4m,
        "13" => -6m,
        "14" => -6.5m,
        "15" => -7.2m,
        "16" => -4m,
        "17" => -7m,
        "18" => -9m,
        _ => -10m,
    };

    /// <summary>The code of an actor where only three letters fit: UNO, EUR and IGO stand for organisations.</summary>
    public static string Three(ActorCode? actor) => actor?.ToString() switch
    {
        null or "" => "",
        "IGO:UN" => "UNO",
        "IGO:EU" => "EUR",
        { Length: 3 } code => code,
        _ => "IGO",
    };

    /// <summary>A number in the invariant culture.</summary>
    public static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
