using Entente.Claims;
using Entente.Web.Hosting;
using Entente.Web.Parts;
using Entente.Web.Writing;

namespace Entente.Web.Maps;

/// <summary>Maps of a page: pairs of the whole ledger, one pair, or one state and its partners.</summary>
internal static class WorldMap
{
    /// <summary>All pairs as lines, around the middle of those that are told of most.</summary>
    public static void Write(HtmlWriter page, Site site, IReadOnlyList<PairActivity> pairs)
    {
        Outlines outlines = site.Outlines;
        PairActivity[] drawn = [.. pairs.Where(p => outlines.Middle(p.First) is not null && outlines.Middle(p.Second) is not null)];
        if (drawn.Length == 0) return;
        ActorCode[] actors = [.. drawn.SelectMany(p => new[] { p.First, p.Second }).Distinct()];
        GeoPoint middle = Mean(actors.Select(a => outlines.Middle(a)!.Value));
        MapCanvas map = new(outlines, middle, actors.Select(a => outlines.Middle(a)!.Value), 1080, 470, 1.1);
        page.Add($"<figure class=\"map world\"><svg viewBox=\"0 0 {map.Width} {map.Height}\" role=\"group\" aria-label=\"Map of the pairs below; the table has the same links\">\n");
        page.Add(map.Graticule());
        page.Add(map.States(actors.ToDictionary(a => a.ToString(), _ => "told", StringComparer.Ordinal), code => site.Names.Of(new ActorCode(code))));
        double most = drawn.Max(p => p.Claims);
        foreach (PairActivity pair in drawn.Reverse())
        {
            GeoPoint from = outlines.Middle(pair.First)!.Value, to = outlines.Middle(pair.Second)!.Value;
            double wide = 1.2 + (6 * Math.Sqrt(pair.Claims / most));
            page.Add($"<a href=\"{Links.Pair(pair.First, pair.Second)}\" tabindex=\"-1\"><title>{site.Names.Of(pair.First)} and {site.Names.Of(pair.Second)}: {Links.Count(pair.Claims, "claim")}</title><path class=\"arc\" stroke-width=\"{wide}\" d=\"{map.Arc(from, to)}\"/></a>\n");
        }
        Names(page, map, site, actors.OrderByDescending(a => drawn.Where(p => p.First == a || p.Second == a).Sum(p => p.Claims)).ThenBy(a => a).Take(22));
        page.Add($"</svg></figure>\n");
    }

    /// <summary>A pair: both states, their capitals, the places that reports name.</summary>
    public static void OfPair(HtmlWriter page, Site site, ActorCode first, ActorCode second, IReadOnlyList<(string Place, int Times)> places)
    {
        Outlines outlines = site.Outlines;
        ActorCode[] both = [.. new[] { first, second }.Where(a => outlines.Middle(a) is not null)];
        if (both.Length == 0) return;
        GeoPoint[] ends = [.. both.SelectMany(a => Extent(outlines, a))];
        GeoPoint middle = Mean([.. both.Select(a => outlines.Middle(a)!.Value)]);
        MapCanvas map = new(outlines, middle, ends, 560, 400, 0.16);
        string names = string.Join(" and ", both.Select(site.Names.Of));
        page.Add($"<figure class=\"map pair\"><svg viewBox=\"0 0 {map.Width} {map.Height}\" role=\"img\" aria-label=\"Map of {names}\">\n");
        page.Add(map.Graticule());
        Dictionary<string, string> classes = new(StringComparer.Ordinal) { [both[0].ToString()] = "one" };
        if (both.Length > 1) classes[both[1].ToString()] = "two";
        page.Add(map.States(classes, code => site.Names.Of(new ActorCode(code))));
        if (both.Length == 2) page.Add($"<path class=\"arc thin\" d=\"{map.Arc(Seat(outlines, both[0]), Seat(outlines, both[1]))}\"/>\n");
        List<(double X, double Y)> taken = [];
        foreach (ActorCode actor in both) Capital(page, map, outlines, actor, taken);
        HashSet<string> seats = [.. both.Select(a => outlines.Capital(a)?.Name).OfType<string>()];
        int named = 0;
        foreach ((string place, int times) in places)
        {
            if (outlines.Place(place, both) is not { } at || !map.Shows(at)) continue;
            (double x, double y) = map.At(at);
            page.Add($"<circle class=\"place\" cx=\"{x}\" cy=\"{y}\" r=\"{3 + (1.6 * Math.Sqrt(times))}\"><title>{place}: {times}</title></circle>\n");
            if (seats.Contains(place) || named >= 6 || taken.Any(t => Math.Abs(t.X - x) < 90 && Math.Abs(t.Y - y) < 16)) continue;
            named++;
            taken.Add((x, y));
            Label(page, map, x, y, place, "town");
        }
        page.Add($"</svg><figcaption>{(places.Count > 0 ? "Circles: places that reports name, larger where they name them more." : "Capitals.")} Outlines: Natural Earth.</figcaption></figure>\n");
    }

    /// <summary>A state or organisation and whom reports tell of it with.</summary>
    public static void OfActor(HtmlWriter page, Site site, ActorCode actor, IReadOnlyList<PairActivity> pairs)
    {
        Outlines outlines = site.Outlines;
        (ActorCode Actor, PairActivity Pair)[] partners = [.. pairs.Select(p => (p.First == actor ? p.Second : p.First, p)).Where(p => outlines.Middle(p.Item1) is not null)];
        if (partners.Length == 0 && outlines.Middle(actor) is null) return;
        GeoPoint middle = outlines.Middle(actor) ?? Mean(partners.Select(p => outlines.Middle(p.Actor)!.Value));
        MapCanvas map = new(outlines, middle, partners.Select(p => outlines.Middle(p.Actor)!.Value).Concat(Extent(outlines, actor)), 720, 480, 0.5);
        page.Add($"<figure class=\"map network\"><svg viewBox=\"0 0 {map.Width} {map.Height}\" role=\"group\" aria-label=\"Map of {site.Names.Of(actor)} and its partners; the table has the same links\">\n");
        page.Add(map.Graticule());
        Dictionary<string, string> classes = partners.ToDictionary(p => p.Actor.ToString(), _ => "told", StringComparer.Ordinal);
        classes[actor.ToString()] = "one";
        page.Add(map.States(classes, code => site.Names.Of(new ActorCode(code))));
        double most = partners.Length == 0 ? 1 : partners.Max(p => p.Pair.Claims);
        if (outlines.Middle(actor) is not null)
        {
            foreach ((ActorCode partner, PairActivity pair) in partners.Reverse())
            {
                double wide = 1.2 + (7 * Math.Sqrt(pair.Claims / most));
                page.Add($"<a href=\"{Links.Pair(pair.First, pair.Second)}\" tabindex=\"-1\"><title>{site.Names.Of(partner)}: {Links.Count(pair.Claims, "claim")}</title><path class=\"arc\" stroke-width=\"{wide}\" d=\"{map.Arc(middle, outlines.Middle(partner)!.Value)}\"/></a>\n");
            }
        }
        Names(page, map, site, partners.Select(p => p.Actor).Prepend(actor).Take(16));
        page.Add($"</svg><figcaption>The wider the line, the more claims. Outlines: Natural Earth.</figcaption></figure>\n");
    }

    private static void Names(HtmlWriter page, MapCanvas map, Site site, IEnumerable<ActorCode> actors)
    {
        List<(double X, double Y, double Wide)> taken = [];
        foreach (ActorCode actor in actors)
        {
            if (site.Outlines.Middle(actor) is not { } at || !map.Shows(at)) continue;
            (double x, double y) = map.At(at);
            string name = site.Names.Of(actor);
            double wide = name.Length * 6.6;
            page.Add($"<circle class=\"node\" cx=\"{x}\" cy=\"{y}\" r=\"3.2\"/>\n");
            if (taken.Any(t => Math.Abs(t.Y - y) < 15 && Math.Abs(t.X - x) < ((t.Wide + wide) / 2) + 8)) continue;
            taken.Add((x, y, wide));
            double inside = Math.Clamp(x, (wide / 2) + 4, map.Width - (wide / 2) - 4);
            page.Add($"<text class=\"name\" x=\"{inside}\" y=\"{(y < 24 ? y + 18 : y - 8)}\" text-anchor=\"middle\">{name}</text>\n");
        }
    }

    private static void Capital(HtmlWriter page, MapCanvas map, Outlines outlines, ActorCode actor, List<(double X, double Y)> taken)
    {
        if (outlines.Capital(actor) is not { } capital) return;
        (double x, double y) = map.At(capital.At);
        taken.Add((x, y));
        page.Add($"<rect class=\"capital\" x=\"{x - 3.5}\" y=\"{y - 3.5}\" width=\"7\" height=\"7\"/>");
        Label(page, map, x, y, capital.Name, "seat");
    }

    private static void Label(HtmlWriter page, MapCanvas map, double x, double y, string text, string style)
    {
        bool end = x + 12 + (text.Length * 7.5) > map.Width;
        page.Add($"<text class=\"{style}\" x=\"{(end ? x - 9 : x + 9)}\" y=\"{y + 4.5}\" text-anchor=\"{(end ? "end" : "start")}\">{text}</text>\n");
    }

    private static GeoPoint Seat(Outlines outlines, ActorCode actor) => outlines.Capital(actor)?.At ?? outlines.Middle(actor)!.Value;

    // The largest part of a state; of an island far away nothing is shown.
    private static IEnumerable<GeoPoint> Extent(Outlines outlines, ActorCode actor)
    {
        if (outlines.Find(actor.ToString()) is not { } outline) return outlines.Middle(actor) is { } middle ? [middle] : [];
        GeoPoint[] ring = outline.Rings[0];
        return ring.Length > 0 ? ring : [outline.Middle];
    }

    // The mean of points on a sphere.
    private static GeoPoint Mean(IEnumerable<GeoPoint> points)
    {
        double x = 0, y = 0, z = 0;
        foreach (GeoPoint point in points)
        {
            double a = GeoPoint.Radians(point.Latitude), b = GeoPoint.Radians(point.Longitude);
            x += Math.Cos(a) * Math.Cos(b);
            y += Math.Cos(a) * Math.Sin(b);
            z += Math.Sin(a);
        }
        double flat = Math.Sqrt((x * x) + (y * y));
        return flat + Math.Abs(z) < 1e-6 ? new GeoPoint(20, 0) : new GeoPoint(Math.Atan2(z, flat) * 180 / Math.PI, Math.Atan2(y, x) * 180 / Math.PI);
    }
}
