using System.Globalization;
using System.Text;
using Entente.Web.Writing;

namespace Entente.Web.Maps;

/// <summary>A map as SVG: states, lines between points, points with names. What falls outside of the frame is left out.</summary>
internal sealed class MapCanvas
{
    private const int Frame = 24;
    private readonly IProjection projection;
    private readonly List<(double Left, double Top, double Right, double Bottom)> taken = [], large = [];
    private readonly Outlines outlines;
    private readonly double scale, left, top, detail, far;

    /// <summary>A map that shows some points and what lies between them.</summary>
    /// <param name="outlines">What is drawn.</param>
    /// <param name="projection">How it is drawn flat.</param>
    /// <param name="show">Points that must be seen.</param>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Height of the picture.</param>
    /// <param name="least">The least width shown, in radii of the earth.</param>
    public MapCanvas(Outlines outlines, IProjection projection, IEnumerable<GeoPoint> show, int width, int height, double least)
    {
        this.outlines = outlines;
        Width = width;
        Height = height;
        this.projection = projection;
        double minX = 9, maxX = -9, minY = 9, maxY = -9;
        foreach (GeoPoint point in show)
        {
            (double x, double y) = projection.Project(point);
            (minX, maxX, minY, maxY) = (Math.Min(minX, x), Math.Max(maxX, x), Math.Min(minY, y), Math.Max(maxY, y));
        }
        if (minX > maxX) (minX, maxX, minY, maxY) = (-1, 1, -1, 1);
        double wide = Math.Max(least, maxX - minX), high = Math.Max(least * height / width, maxY - minY);
        scale = Math.Min((width - (2 * Frame)) / wide, (height - (2 * Frame)) / high);
        // Of a map of half the world a pixel and a half is enough.
        detail = scale < 450 ? 1.5 : 0.8;
        left = (width / 2.0) - (scale * (minX + maxX) / 2);
        top = (height / 2.0) - (scale * (minY + maxY) / 2);
        // From the origin of the projection to the corner that lies farthest from it, in radii of the earth.
        far = Math.Sqrt(Math.Pow(Math.Max(Math.Abs(left), Math.Abs(width - left)), 2) + Math.Pow(Math.Max(Math.Abs(top), Math.Abs(height - top)), 2)) / scale;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Where a point is on the picture.</summary>
    public (double X, double Y) At(GeoPoint point)
    {
        (double x, double y) = projection.Project(point);
        return (left + (x * scale), top + (y * scale));
    }

    /// <summary>Whether a point is within the picture.</summary>
    public bool Shows(GeoPoint point) => At(point) is var (x, y) && x > 0 && y > 0 && x < Width && y < Height;

    /// <summary>Meridians and parallels.</summary>
    public Html Graticule()
    {
        StringBuilder path = new();
        int step = scale > 900 ? 5 : scale > 350 ? 10 : 20;
        for (int longitude = -180; longitude < 180; longitude += step) Line(path, Enumerable.Range(-16, 33).Select(l => new GeoPoint(l * 5, longitude)));
        for (int latitude = -80; latitude <= 80; latitude += step) Line(path, Enumerable.Range(-72, 145).Select(l => new GeoPoint(latitude, l * 2.5)));
        return Html.Of($"<path class=\"grid\" d=\"{path.ToString()}\"/>\n");
    }

    /// <summary>All states: those of a class by their code, the others plain.</summary>
    public Html States(IReadOnlyDictionary<string, string> classes, Func<string, string>? title = null) => Html.Of(svg =>
    {
        StringBuilder land = new();
        foreach (Outline outline in outlines.All.Where(o => !classes.ContainsKey(o.Code))) Rings(land, outline);
        svg.Add($"<path class=\"land\" d=\"{land.ToString()}\"/>\n");
        foreach (Outline outline in outlines.All.Where(o => classes.ContainsKey(o.Code)))
        {
            StringBuilder path = new();
            Rings(path, outline);
            if (path.Length == 0) continue;
            svg.Add($"<path class=\"land {classes[outline.Code]}\" d=\"{path.ToString()}\">{(title is null ? Html.None : Html.Of($"<title>{title(outline.Code)}</title>"))}</path>\n");
        }
    });

    /// <summary>The path of the shortest way between two points.</summary>
    public string Arc(GeoPoint from, GeoPoint to)
    {
        StringBuilder path = new();
        Line(path, Between(from, to));
        return path.ToString();
    }

    /// <summary>Keeps names away from a point.</summary>
    public void Occupy(double x, double y, double radius) => taken.Add((x - radius, y - radius, x + radius, y + radius));

    /// <summary>Writes a name beside a point, where it covers nothing; not at all where there is no room.</summary>
    /// <param name="page">Where it is written.</param>
    /// <param name="at">The point.</param>
    /// <param name="text">The name.</param>
    /// <param name="style">Its class.</param>
    /// <param name="size">Size of its letters.</param>
    /// <param name="gap">How far it stays from the point; 0 puts it on it.</param>
    /// <param name="must">Whether it is written even where it covers something.</param>
    public void Name(HtmlWriter page, GeoPoint at, string text, string style, double size, double gap, bool must = false)
    {
        (double x, double y) = At(at);
        double wide = text.Length * size * 0.57, high = size;
        (string Anchor, double X, double Y)[] places = gap == 0
            ? [("middle", x, y + (high * 0.35))]
            : [("middle", x, y - gap), ("start", x + gap, y + (high * 0.35)), ("end", x - gap, y + (high * 0.35)), ("middle", x, y + gap + (high * 0.8))];
        for (int i = 0; i < places.Length; i++)
        {
            (string anchor, double px, double py) = places[i];
            double l = anchor switch { "start" => px, "end" => px - wide, _ => px - (wide / 2) };
            (double Left, double Top, double Right, double Bottom) box = (l - 2, py - high, l + wide + 2, py + 3);
            bool free = box.Left > 2 && box.Right < Width - 2 && box.Top > 2 && box.Bottom < Height - 2
                && !taken.Exists(t => t.Left < box.Right && t.Right > box.Left && t.Top < box.Bottom && t.Bottom > box.Top);
            if (!free && !(must && i == places.Length - 1)) continue;
            taken.Add(box);
            // On a phone letters are twice as large against the map: what has no room then is left out there.
            (double Left, double Top, double Right, double Bottom) twice = (anchor == "end" ? l - wide : anchor == "start" ? l : l - (wide / 2), py - (2 * high), anchor == "start" ? l + (2 * wide) : anchor == "end" ? l + wide : l + (1.5 * wide), py + 4);
            bool lesser = twice.Left < 0 || twice.Right > Width || large.Exists(t => t.Left < twice.Right && t.Right > twice.Left && t.Top < twice.Bottom && t.Bottom > twice.Top);
            if (!lesser) large.Add(twice);
            page.Add($"<text class=\"{style}{(lesser && !must ? " lesser" : "")}\" x=\"{px}\" y=\"{py}\" text-anchor=\"{anchor}\">{text}</text>\n");
            return;
        }
    }

    // Points of a great circle.
    private static IEnumerable<GeoPoint> Between(GeoPoint from, GeoPoint to)
    {
        double angle = GeoPoint.Radians(from.To(to));
        if (angle < 1e-6) yield break;
        double a = GeoPoint.Radians(from.Latitude), b = GeoPoint.Radians(from.Longitude), c = GeoPoint.Radians(to.Latitude), d = GeoPoint.Radians(to.Longitude);
        int steps = Math.Clamp((int)(angle * 20), 2, 40);
        for (int i = 0; i <= steps; i++)
        {
            double f = i / (double)steps, p = Math.Sin((1 - f) * angle) / Math.Sin(angle), q = Math.Sin(f * angle) / Math.Sin(angle);
            double x = (p * Math.Cos(a) * Math.Cos(b)) + (q * Math.Cos(c) * Math.Cos(d)), y = (p * Math.Cos(a) * Math.Sin(b)) + (q * Math.Cos(c) * Math.Sin(d)), z = (p * Math.Sin(a)) + (q * Math.Sin(c));
            yield return new GeoPoint(Math.Atan2(z, Math.Sqrt((x * x) + (y * y))) * 180 / Math.PI, Math.Atan2(y, x) * 180 / Math.PI);
        }
    }

    private void Line(StringBuilder path, IEnumerable<GeoPoint> points)
    {
        bool open = false;
        (double X, double Y) last = default;
        foreach (GeoPoint point in points)
        {
            (double x, double y) = At(point);
            bool far = x < -Width || y < -Height || x > 2 * Width || y > 2 * Height;
            if (far)
            {
                open = false;
                continue;
            }
            if (!open || Math.Abs(x - last.X) > Width / 3.0) path.Append('M');
            else path.Append('L');
            open = true;
            last = (x, y);
            path.Append(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
        }
    }

    private void Rings(StringBuilder path, Outline outline)
    {
        for (int r = 0; r < outline.Rings.Count; r++)
        {
            if (projection.Nearest(outline.Caps[r].Center, outline.Caps[r].Radius) > far) continue;
            GeoPoint[] ring = outline.Rings[r];
            // A ring around the opposite point would fill the whole map.
            if (projection.Opposite is { } opposite && Contains(ring, opposite)) continue;
            double minX = double.MaxValue, minY = double.MaxValue, maxX = double.MinValue, maxY = double.MinValue;
            (double X, double Y)[] points = new (double, double)[ring.Length];
            for (int i = 0; i < ring.Length; i++)
            {
                (double x, double y) = points[i] = At(ring[i]);
                (minX, maxX, minY, maxY) = (Math.Min(minX, x), Math.Max(maxX, x), Math.Min(minY, y), Math.Max(maxY, y));
            }
            if (maxX < 0 || maxY < 0 || minX > Width || minY > Height) continue;
            double size = (maxX - minX) + (maxY - minY);
            if (size < detail * 2) continue;
            (double X, double Y) last = (double.MinValue, 0);
            int written = 0;
            foreach ((double x, double y) in points)
            {
                // What is closer than half a pixel to the point before is not seen; far outside of the frame less is enough.
                bool outside = x < -60 || y < -60 || x > Width + 60 || y > Height + 60;
                double near = outside ? 24 : detail;
                if (written > 0 && Math.Abs(x - last.X) + Math.Abs(y - last.Y) < near) continue;
                path.Append(written == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
                last = (x, y);
                written++;
            }
            path.Append('Z');
        }
    }

    private static bool Contains(GeoPoint[] ring, GeoPoint point)
    {
        bool inside = false;
        for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
        {
            if (ring[i].Latitude > point.Latitude == ring[j].Latitude > point.Latitude) continue;
            double x = ((ring[j].Longitude - ring[i].Longitude) * (point.Latitude - ring[i].Latitude) / (ring[j].Latitude - ring[i].Latitude)) + ring[i].Longitude;
            if (point.Longitude < x) inside = !inside;
        }
        return inside;
    }
}
