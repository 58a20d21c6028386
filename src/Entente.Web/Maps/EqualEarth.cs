namespace Entente.Web.Maps;

/// <summary>The whole world with true areas: Šavrič, Patterson and Jenny, The Equal Earth map projection (2018), equations 7 to 9, around Greenwich.</summary>
internal sealed class EqualEarth : IProjection
{
    private const double A1 = 1.340264, A2 = -0.081106, A3 = 0.000893, A4 = 0.003796;
    private static readonly double M = Math.Sqrt(3) / 2;

    public GeoPoint? Opposite => null;

    public (double X, double Y) Project(GeoPoint point)
    {
        double t = Math.Asin(M * Math.Sin(GeoPoint.Radians(point.Latitude))), t2 = t * t, t6 = t2 * t2 * t2;
        double x = GeoPoint.Radians(point.Longitude) * Math.Cos(t) / (M * (A1 + (3 * A2 * t2) + (t6 * ((7 * A3) + (9 * A4 * t2)))));
        return (x, -t * (A1 + (A2 * t2) + (t6 * (A3 + (A4 * t2)))));
    }

    // The whole world is shown by it.
    public double Nearest(GeoPoint center, double radius) => 0;
}
