using System.Globalization;
using Entente.Claims;
using Entente.Gazetteers;

namespace Entente.Web.Maps;

/// <summary>A point on the earth, in degrees.</summary>
internal readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>The angle between two points, in degrees.</summary>
    public double To(GeoPoint other)
    {
        double a = Radians(Latitude), b = Radians(other.Latitude), l = Radians(other.Longitude - Longitude);
        double cosine = (Math.Sin(a) * Math.Sin(b)) + (Math.Cos(a) * Math.Cos(b) * Math.Cos(l));
        return Math.Acos(Math.Clamp(cosine, -1, 1)) * 180 / Math.PI;
    }

    /// <summary>Degrees as radians.</summary>
    public static double Radians(double degrees) => degrees * Math.PI / 180;

    /// <summary>The mean of points on the sphere.</summary>
    public static GeoPoint Mean(IEnumerable<GeoPoint> points)
    {
        double x = 0, y = 0, z = 0;
        foreach (GeoPoint point in points)
        {
            double a = Radians(point.Latitude), b = Radians(point.Longitude);
            x += Math.Cos(a) * Math.Cos(b);
            y += Math.Cos(a) * Math.Sin(b);
            z += Math.Sin(a);
        }
        double flat = Math.Sqrt((x * x) + (y * y));
        return flat + Math.Abs(z) < 1e-6 ? new GeoPoint(20, 0) : new GeoPoint(Math.Atan2(z, flat) * 180 / Math.PI, Math.Atan2(y, x) * 180 / Math.PI);
    }
}

/// <summary>One state or territory: its middle, and rings of points.</summary>
internal sealed record Outline(string Code, GeoPoint Middle, IReadOnlyList<GeoPoint[]> Rings)
{
    /// <summary>For each ring a cap of the sphere that holds it: by that most of them are known to lie off a map without a look at their points.</summary>
    public IReadOnlyList<(GeoPoint Center, double Radius)> Caps { get; } = [.. Rings.Select(Cap)];

    private static (GeoPoint Center, double Radius) Cap(GeoPoint[] ring)
    {
        GeoPoint center = GeoPoint.Mean(ring);
        return (center, ring.Max(center.To));
    }
}

/// <summary>The outlines of data/outlines.tsv, and the capitals of data/places.tsv.</summary>
internal sealed class Outlines
{
    private const double Steps = 50;
    private readonly Dictionary<string, Outline> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<ActorCode, (GeoPoint At, string Name)> capitals = [];
    private readonly Dictionary<string, List<(ActorCode State, GeoPoint At, int People)>> places = new(StringComparer.OrdinalIgnoreCase);

    public Outlines(DataFiles data)
    {
        foreach (DataRow row in data.Read("outlines"))
        {
            string code = row.Required("code");
            byCode[code] = new Outline(code, new GeoPoint(Number(row.Required("lat")), Number(row.Required("lon"))), [.. row.Required("rings").Split(' ').Select(Decode)]);
        }
        foreach (DataRow row in data.Read("places"))
        {
            if (row["lat"] is not { } lat || row["lon"] is not { } lon || row["state"] is not { Length: 3 } state || !state.All(char.IsAsciiLetterUpper)) continue;
            ActorCode code = new(state);
            GeoPoint at = new(Number(lat), Number(lon));
            string name = row.Required("name");
            if (row["kind"] == "capital") capitals.TryAdd(code, (at, name));
            if (row["kind"] == "region") continue;
            if (!places.TryGetValue(name, out List<(ActorCode, GeoPoint, int)>? list)) places.Add(name, list = []);
            list.Add((code, at, (int)(row["people"] is { } people ? Number(people) : 0)));
        }
    }

    /// <summary>All outlines, in the order of their codes.</summary>
    public IEnumerable<Outline> All => byCode.Values;

    /// <summary>The outline of a code, or null.</summary>
    public Outline? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Where an actor is put on a map: its capital, else the middle of its largest part; null for organisations.</summary>
    public GeoPoint? Middle(ActorCode actor) => capitals.TryGetValue(actor, out var capital) ? capital.At : byCode.TryGetValue(actor.ToString(), out Outline? outline) ? outline.Middle : null;

    /// <summary>The capital of a state, or null.</summary>
    public (GeoPoint At, string Name)? Capital(ActorCode actor) => capitals.TryGetValue(actor, out var capital) ? capital : null;

    /// <summary>Where a place lies that reports name: of several of one name that in one of the states, else the largest; null where it is not known.</summary>
    public GeoPoint? Place(string name, IReadOnlyList<ActorCode> states)
    {
        if (!places.TryGetValue(name.Trim(), out var found)) return null;
        foreach ((ActorCode state, GeoPoint at, int _) in found.OrderByDescending(f => f.People))
        {
            if (states.Contains(state)) return at;
        }
        return found.MaxBy(f => f.People).At;
    }

    // Differences in 1/50 degree, zigzag, in groups of five bits: data/outlines.tsv tells it.
    private static GeoPoint[] Decode(string ring)
    {
        List<GeoPoint> points = new(ring.Length / 3);
        int x = 0, y = 0;
        for (int at = 0; at < ring.Length;)
        {
            x += Next(ring, ref at);
            y += Next(ring, ref at);
            points.Add(new GeoPoint(y / Steps, x / Steps));
        }
        return [.. points];
    }

    private static int Next(string ring, ref int at)
    {
        int value = 0, shift = 0, group;
        do
        {
            group = ring[at++] - 63;
            value |= (group & 31) << shift;
            shift += 5;
        }
        while (group >= 32 && at < ring.Length);
        return (value >> 1) ^ -(value & 1);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
