namespace Entente.Web.Maps;

/// <summary>
/// Lambert's azimuthal equal-area projection around a point: areas are true, and what is near the middle keeps its shape. Snyder, Map Projections:
/// A Working Manual (USGS 1987), page 185. Positive y is down, as on a screen.
/// </summary>
internal sealed class Azimuthal(GeoPoint middle) : IProjection
{
    private readonly double sin = Math.Sin(GeoPoint.Radians(middle.Latitude));
    private readonly double cos = Math.Cos(GeoPoint.Radians(middle.Latitude));

    /// <summary>The point opposite of the middle, which lies everywhere and nowhere on the map.</summary>
    public GeoPoint? Opposite { get; } = new GeoPoint(-middle.Latitude, middle.Longitude > 0 ? middle.Longitude - 180 : middle.Longitude + 180);

    /// <summary>A point on the map, in radii of the earth.</summary>
    public (double X, double Y) Project(GeoPoint point)
    {
        double latitude = GeoPoint.Radians(point.Latitude), longitude = GeoPoint.Radians(point.Longitude - middle.Longitude);
        double sinLat = Math.Sin(latitude), cosLat = Math.Cos(latitude), cosLon = Math.Cos(longitude);
        // Near the opposite point the map would be torn; 1e-4 keeps it within a circle.
        double k = Math.Sqrt(2 / Math.Max(1e-4, 1 + (sin * sinLat) + (cos * cosLat * cosLon)));
        return (k * cosLat * Math.Sin(longitude), -k * ((cos * sinLat) - (sin * cosLat * cosLon)));
    }

    /// <summary>The distance on the map grows with the angle from the middle: it is twice the sine of half of it.</summary>
    public double Nearest(GeoPoint center, double radius) => 2 * Math.Sin(GeoPoint.Radians(Math.Max(0, middle.To(center) - radius)) / 2);
}
