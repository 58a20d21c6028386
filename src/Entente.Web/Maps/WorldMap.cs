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
        GeoPoint[] ends = [.. actors.Select(a => outlines.Middle(a)!.Value)];
        GeoPoint middle = GeoPoint.Mean(ends);
        // Pairs of one part of the world are shown large; of several, the whole world but its poles.
        bool near = ends.All(e => e.To(middle) < 55);
        MapCanvas map = near
            ? new(outlines, new Azimuthal(middle), ends, 1080, 470, 1.1)
            : new(outlines, new EqualEarth(), [new GeoPoint(-50, 0), new GeoPoint(76, 0), new GeoPoint(0, -168), new GeoPoint(0, 178)], 1080, 470, 1.1);
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
        Names(page, map, site, [.. actors.OrderByDescending(a => drawn.Where(p => p.First == a || p.Second == a).Sum(p => p.Claims)).ThenBy(a => a)], 26);
        page.Add($"</svg></figure>\n");
    }

    /// <summary>A pair, or all parties of one thing: the states, their capitals, the places that reports name.</summary>
    public static void OfParties(HtmlWriter page, Site site, IReadOnlyList<ActorCode> parties, IReadOnlyList<(string Place, int Times)> places)
    {
        Outlines outlines = site.Outlines;
        ActorCode[] both = [.. parties.Where(a => outlines.Middle(a) is not null)];
        if (both.Length == 0) return;
        GeoPoint[] ends = [.. both.SelectMany(a => Extent(outlines, a))];
        GeoPoint middle = GeoPoint.Mean([.. both.Select(a => outlines.Find(a.ToString())?.Middle ?? outlines.Middle(a)!.Value)]);
        MapCanvas map = new(outlines, new Azimuthal(middle), ends, 560, 400, 0.16);
        string names = string.Join(" and ", both.Select(site.Names.Of));
        page.Add($"<figure class=\"map pair\"><svg viewBox=\"0 0 {map.Width} {map.Height}\" role=\"img\" aria-label=\"Map of {names}\">\n");
        page.Add(map.Graticule());
        // Two are told apart by colour; of more, each is a party.
        Dictionary<string, string> classes = both.ToDictionary(a => a.ToString(), a => both.Length == 2 && a == both[1] ? "two" : "one", StringComparer.Ordinal);
        page.Add(map.States(classes, code => site.Names.Of(new ActorCode(code))));
        if (both.Length == 2) page.Add($"<path class=\"arc thin\" d=\"{map.Arc(Seat(outlines, both[0]), Seat(outlines, both[1]))}\"/>\n");
        foreach (ActorCode actor in both)
        {
            if (outlines.Capital(actor) is not { } capital) continue;
            (double x, double y) = map.At(capital.At);
            map.Occupy(x, y, 5);
            page.Add($"<rect class=\"capital\" x=\"{x - 3.5}\" y=\"{y - 3.5}\" width=\"7\" height=\"7\"/>\n");
        }
        HashSet<string> seats = [.. both.Select(a => outlines.Capital(a)?.Name).OfType<string>()];
        List<(GeoPoint At, string Name)> towns = [];
        foreach ((string place, int times) in places)
        {
            if (outlines.Place(place, both) is not { } at || !map.Shows(at)) continue;
            (double x, double y) = map.At(at);
            page.Add($"<circle class=\"place\" cx=\"{x}\" cy=\"{y}\" r=\"{3 + (1.6 * Math.Sqrt(times))}\"><title>{place}: {times}</title></circle>\n");
            if (!seats.Contains(place)) towns.Add((at, place));
        }
        foreach (ActorCode actor in both)
        {
            if (outlines.Capital(actor) is { } capital) map.Name(page, capital.At, capital.Name, "seat", 14, 9, must: true);
        }
        foreach ((GeoPoint at, string place) in towns.Take(6)) map.Name(page, at, place, "town", 12.5, 9);
        // Neighbours, where there is room for their names.
        foreach (Outline outline in outlines.All.Where(o => !classes.ContainsKey(o.Code) && map.Shows(o.Middle)).OrderByDescending(o => o.Rings[0].Length).ThenBy(o => o.Code, StringComparer.Ordinal).Take(14))
        {
            map.Name(page, outline.Middle, site.Names.Of(new ActorCode(outline.Code)), "near", 12, 0);
        }
        page.Add($"</svg><figcaption>{(places.Count > 0 ? "Circles: places that reports name, larger where they name them more." : "Capitals.")} Outlines: Natural Earth.</figcaption></figure>\n");
    }

    /// <summary>A state or organisation and whom reports tell of it with.</summary>
    public static void OfActor(HtmlWriter page, Site site, ActorCode actor, IReadOnlyList<PairActivity> pairs)
    {
        Outlines outlines = site.Outlines;
        (ActorCode Actor, PairActivity Pair)[] partners = [.. pairs.Select(p => (p.First == actor ? p.Second : p.First, p)).Where(p => outlines.Middle(p.Item1) is not null)];
        if (partners.Length == 0 && outlines.Middle(actor) is null) return;
        GeoPoint middle = outlines.Middle(actor) ?? GeoPoint.Mean(partners.Select(p => outlines.Middle(p.Actor)!.Value));
        MapCanvas map = new(outlines, new Azimuthal(middle), partners.Select(p => outlines.Middle(p.Actor)!.Value).Concat(Extent(outlines, actor)), 720, 480, 0.5);
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
        Names(page, map, site, [actor, .. partners.Select(p => p.Actor)], 18);
        page.Add($"</svg><figcaption>The wider the line, the more claims. Outlines: Natural Earth.</figcaption></figure>\n");
    }

    // All points first, so that no name covers one; then as many names as there is room for, the first first.
    private static void Names(HtmlWriter page, MapCanvas map, Site site, IReadOnlyList<ActorCode> actors, int most)
    {
        foreach (ActorCode actor in actors)
        {
            if (site.Outlines.Middle(actor) is not { } at || !map.Shows(at)) continue;
            (double x, double y) = map.At(at);
            map.Occupy(x, y, 4);
            page.Add($"<circle class=\"node\" cx=\"{x}\" cy=\"{y}\" r=\"3\"/>\n");
        }
        foreach (ActorCode actor in actors.Take(most))
        {
            if (site.Outlines.Middle(actor) is { } at && map.Shows(at)) map.Name(page, at, site.Names.Of(actor), "name", 12.5, 7);
        }
    }

    private static GeoPoint Seat(Outlines outlines, ActorCode actor) => outlines.Capital(actor)?.At ?? outlines.Middle(actor)!.Value;

    // The largest part of a state; of an island far away nothing is shown.
    private static GeoPoint[] Extent(Outlines outlines, ActorCode actor)
    {
        if (outlines.Find(actor.ToString()) is not { } outline) return outlines.Middle(actor) is { } middle ? [middle] : [];
        return outlines.Capital(actor) is { } capital ? [.. outline.Rings[0], capital.At] : [.. outline.Rings[0]];
    }
}
