using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Entente.Fleet.Watching;

/// <summary>
/// Listens to the meters of one worker and of the runtime, and writes their state in Prometheus' text format 0.0.4. Counters end in _total,
/// durations in _seconds; names have underscores for dots.
/// </summary>
internal sealed class PrometheusText : IDisposable
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Family> families = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    public PrometheusText(FleetMetrics metrics)
    {
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (metrics.Owns(instrument.Meter) || instrument.Meter.Name == "System.Runtime") me.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measured(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument, value, tags));
        listener.Start();
    }

    /// <summary>All instruments as they stand.</summary>
    public string Write()
    {
        listener.RecordObservableInstruments();
        StringBuilder text = new();
        lock (gate)
        {
            foreach (Family family in families.Values) family.Write(text);
        }
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Measured(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string labels = Labels(tags);
        lock (gate)
        {
            string name = Name(instrument);
            if (!families.TryGetValue(name, out Family? family)) families.Add(name, family = new Family(name, instrument));
            family.Measured(labels, value);
        }
    }

    private static string Name(Instrument instrument)
    {
        StringBuilder name = new(instrument.Name.Length + 8);
        foreach (char c in instrument.Name) name.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        if (instrument.Unit == "s") name.Append("_seconds");
        else if (instrument.Unit == "By") name.Append("_bytes");
        if (Family.IsCounter(instrument)) name.Append("_total");
        return name.ToString();
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return "";
        StringBuilder labels = new();
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            string value = Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "";
            labels.Append(labels.Length == 0 ? "" : ",").Append(tag.Key.Replace('.', '_').Replace('-', '_')).Append("=\"")
                .Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('"');
        }
        return labels.ToString();
    }

    /// <summary>One instrument with its values by labels.</summary>
    private sealed class Family
    {
        private readonly string name;
        private readonly string help;
        private readonly double[]? bounds;
        private readonly string type;
        private readonly bool adds;
        private readonly SortedDictionary<string, Series> series = new(StringComparer.Ordinal);

        public Family(string name, Instrument instrument)
        {
            this.name = name;
            help = instrument.Description ?? "";
            if (instrument is Histogram<double> histogram) bounds = [.. histogram.Advice?.HistogramBucketBoundaries ?? [0.01, 0.1, 1, 10]];
            type = bounds is not null ? "histogram" : IsCounter(instrument) ? "counter" : "gauge";
            // What is observed comes as it stands; what is counted comes as what was added.
            adds = !instrument.IsObservable;
        }

        public static bool IsCounter(Instrument instrument) => instrument.GetType().Name is ['C', 'o', 'u', 'n', 't', 'e', 'r', ..] or ['O', 'b', 's', 'e', 'r', 'v', 'a', 'b', 'l', 'e', 'C', ..];

        public void Measured(string labels, double value)
        {
            if (!series.TryGetValue(labels, out Series? one)) series.Add(labels, one = new Series(bounds is null ? [] : new long[bounds.Length]));
            one.Count++;
            one.Sum = adds ? one.Sum + value : value;
            for (int i = 0; bounds is not null && i < bounds.Length; i++)
            {
                if (value <= bounds[i]) one.Buckets[i]++;
            }
        }

        public void Write(StringBuilder text)
        {
            if (help.Length > 0) text.Append("# HELP ").Append(name).Append(' ').Append(help).Append('\n');
            text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
            foreach ((string labels, Series one) in series)
            {
                if (bounds is null)
                {
                    Line(text, "", labels, one.Sum);
                    continue;
                }
                string before = labels.Length == 0 ? "" : labels + ",";
                for (int i = 0; i < bounds.Length; i++) Line(text, "_bucket", $"{before}le=\"{bounds[i].ToString(CultureInfo.InvariantCulture)}\"", one.Buckets[i]);
                Line(text, "_bucket", before + "le=\"+Inf\"", one.Count);
                Line(text, "_sum", labels, one.Sum);
                Line(text, "_count", labels, one.Count);
            }
        }

        private void Line(StringBuilder text, string suffix, string labels, double value)
        {
            text.Append(name).Append(suffix);
            if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
            text.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }
    }

    private sealed class Series(long[] buckets)
    {
        public long[] Buckets { get; } = buckets;

        public long Count { get; set; }

        public double Sum { get; set; }
    }
}
