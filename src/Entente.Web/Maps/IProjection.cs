namespace Entente.Web.Maps;

/// <summary>A way to draw the round earth flat. Positive y is down, as on a screen.</summary>
internal interface IProjection
{
    /// <summary>A point that must lie in no ring that is drawn, or null: a ring around it would fill the whole map.</summary>
    GeoPoint? Opposite { get; }

    /// <summary>A point on the map, in radii of the earth.</summary>
    (double X, double Y) Project(GeoPoint point);

    /// <summary>How far from the origin of the map the nearest points of a cap of the sphere lie at least, in radii of the earth; 0 where that is not told.</summary>
    /// <param name="center">The middle of the cap.</param>
    /// <param name="radius">From there to its rim, in degrees.</param>
    double Nearest(GeoPoint center, double radius);
}
