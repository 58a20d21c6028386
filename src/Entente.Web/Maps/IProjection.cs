namespace Entente.Web.Maps;

/// <summary>A way to draw the round earth flat. Positive y is down, as on a screen.</summary>
internal interface IProjection
{
    /// <summary>A point that must lie in no ring that is drawn, or null: a ring around it would fill the whole map.</summary>
    GeoPoint? Opposite { get; }

    /// <summary>A point on the map, in radii of the earth.</summary>
    (double X, double Y) Project(GeoPoint point);
}
