using Entente.Fleet;
using Entente.Fleet.Messages;
using Entente.Fleet.Watching;
using Entente.Fleet.Working;
using Entente.Text;
using Microsoft.Extensions.Logging;

namespace Entente.Tests.Fleet;

/// <summary>The parts of the fleet that need no server.</summary>
public sealed class FleetPartsTests
{
    [Fact]
    public void A_document_comes_out_of_its_message_as_it_went_in()
    {
        Document document = new()
        {
            Source = "a/b.html",
            Id = "7",
            Text = "Überschrift \U0001F600\n\nAstana \"sagt\" — ja\u0001.",
            Blocks = [new Block(new TextSpan(0, 14), BlockKind.Title), new Block(new TextSpan(16, 35), BlockKind.Paragraph)],
            Title = "Überschrift",
            Publisher = "Example Wire",
            Author = "A. B.",
            Url = "https://example.org/?a=1&b=2",
            Published = new PartialDate(2024, 3),
            DatelinePlace = "ASTANA",
            DatelineDay = new PartialDate(2024, 2, 28),
            Language = "de",
        };
        Document back = DocumentMessage.Read(DocumentMessage.Of(document).Body);
        Assert.Equal(document with { Blocks = [] }, back with { Blocks = document with { Blocks = [] } is var d ? d.Blocks : [], Cuts = document.Cuts });
        Assert.Equal(document.Blocks, back.Blocks);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"source\":\"a\"}")]
    [InlineData("{\"source\":\"a\",\"text\":\"b\",\"blocks\":[0,2,0]}")]
    [InlineData("{\"source\":\"a\",\"text\":\"b\",\"blocks\":[0,1]}")]
    [InlineData("{\"source\":\"a\",\"text\":\"b\",\"blocks\":[0,1,77]}")]
    [InlineData("{\"source\":7,\"text\":\"b\",\"blocks\":[]}")]
    [InlineData("not JSON")]
    public void What_is_no_document_is_told_as_that(string body)
    {
        Assert.Throws<FormatException>(() => DocumentMessage.Read(System.Text.Encoding.UTF8.GetBytes(body)));
    }

    [Theory]
    [InlineData("../secrets.warc")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../b")]
    public void A_pointer_cannot_lead_out_of_the_folder(string path)
    {
        Assert.Throws<FormatException>(() => new RecordPointer("x", path, 0, 1).Below("/srv/archives"));
        Assert.Equal("/srv/archives/2024/x.warc.gz", new RecordPointer("x", "2024/x.warc.gz", 0, 1).Below("/srv/archives/"));
    }

    [Fact]
    public void Acknowledged_is_what_has_no_gap_before_it()
    {
        Acknowledgements acknowledgements = new();
        Assert.Null(acknowledgements.Done([2, 3]));
        Assert.Equal(3ul, acknowledgements.Done([1]));
        Assert.Equal(4ul, acknowledgements.Done([4, 6]));
        Assert.Equal([6ul], acknowledgements.TakeSingle());
        Assert.Empty(acknowledgements.TakeSingle());
        Assert.Equal(5ul, acknowledgements.Done([5]));
        Assert.Equal(7ul, acknowledgements.Done([7]));
    }

    [Fact]
    public async Task A_suspect_is_read_when_nothing_else_is_unfinished_and_nothing_is_read_beside_it()
    {
        Waiting waiting = new(TimeProvider.System, new Random(1));
        waiting.Add(new Delivery(1, 3, 0, "", null, "suspect", []));
        waiting.Add(new Delivery(2, 0, 0, "", null, "fresh", []));
        Delivery first = waiting.Take()!;
        Assert.Equal("fresh", first.Source);
        waiting.Read(first);
        Task<Delivery?> next = Task.Run(waiting.Take);
        await Task.Delay(50);
        Assert.False(next.IsCompleted);
        waiting.Finished(1);
        Delivery? suspect = await next;
        Assert.Equal("suspect", suspect!.Source);
        waiting.Add(new Delivery(3, 0, 0, "", null, "later", []));
        Task<Delivery?> later = Task.Run(waiting.Take);
        await Task.Delay(50);
        Assert.False(later.IsCompleted);
        waiting.Read(suspect);
        waiting.Finished(1);
        Assert.Equal("later", (await later)!.Source);
        waiting.Close();
        Assert.Null(waiting.Take());
    }

    [Fact]
    public void A_setting_comes_from_the_option_then_the_environment_then_the_file()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "# of the desk\nqueue = amqp://file\nprefetch=7\n\nledger = postgres://a?b=c\n");
            Dictionary<string, string> environment = new() { ["ENTENTE_QUEUE"] = "amqp://environment", ["ENTENTE_BATCH"] = "x", ["ENTENTE_CONFIG"] = path };
            FleetSettings settings = new(null, environment.GetValueOrDefault);
            Assert.Equal("amqp://option", settings.Text("queue", "amqp://option"));
            Assert.Equal("amqp://environment", settings.Text("queue", null));
            Assert.Equal("postgres://a?b=c", settings.Text("ledger", null));
            Assert.Equal(7, settings.Number("prefetch", null, 1, 500));
            Assert.Equal(9, settings.Number("prefetch", 9, 1, 500));
            Assert.Equal(3, settings.Number("jobs", null, 1, 3));
            Assert.Throws<EntenteException>(() => settings.Number("batch", null, 1, 200));
            File.WriteAllText(path, "qeue = amqp://file\n");
            Assert.Contains("line 1: 'qeue' is no setting", Assert.Throws<EntenteException>(() => new FleetSettings(path, environment.GetValueOrDefault)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Metrics_are_written_as_Prometheus_reads_them()
    {
        using FleetMetrics metrics = new(() => 4);
        using PrometheusText text = new(metrics);
        metrics.Committed(3, 20, TimeSpan.FromMilliseconds(15.625));
        metrics.Committed(2, 0, TimeSpan.FromMilliseconds(500));
        string written = text.Write();
        Assert.Contains("# TYPE entente_documents_total counter\nentente_documents_total 5\n", written, StringComparison.Ordinal);
        Assert.Contains("# TYPE entente_documents_held gauge\nentente_documents_held 4\n", written, StringComparison.Ordinal);
        Assert.Contains("entente_commit_duration_seconds_bucket{le=\"0.03\"} 1\n", written, StringComparison.Ordinal);
        Assert.Contains("entente_commit_duration_seconds_bucket{le=\"+Inf\"} 2\nentente_commit_duration_seconds_sum 0.515625\nentente_commit_duration_seconds_count 2\n", written, StringComparison.Ordinal);
        Assert.Contains("dotnet_gc_collections_total", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_the_log_is_text_or_JSON()
    {
        StringWriter people = new() { NewLine = "\n" }, programs = new() { NewLine = "\n" };
        FleetLog.Dead(new LineLogger(people, json: false, LogLevel.Information, TimeProvider.System), "a.txt", "two\nlines");
        FleetLog.Dead(new LineLogger(programs, json: true, LogLevel.Information, TimeProvider.System), "a.txt", "say \"no\"");
        FleetLog.CloseTrouble(new LineLogger(people, json: false, LogLevel.Information, TimeProvider.System), "left out");
        Assert.EndsWith("Z warning dead letter: a.txt: two lines\n", people.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\"source\":\"a.txt\",\"reason\":\"say \\\"no\\\"\"}\n", programs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watcher_sees_whether_a_worker_is_alive_and_ready()
    {
        WorkerHealth health = new();
        string address = $"127.0.0.1:{RabbitServer.FreePort()}";
        using FleetMetrics metrics = new(() => 0);
        using StatusServer server = new(address, health, metrics);
        using HttpClient client = new();
        Assert.Equal(200, (int)(await client.GetAsync($"http://{address}/health/live")).StatusCode);
        Assert.Equal(503, (int)(await client.GetAsync($"http://{address}/health/ready")).StatusCode);
        health.IsConnected = true;
        Assert.Equal("broker connected, ledger well\n", await client.GetStringAsync($"http://{address}/health/ready"));
        health.IsStuck = true;
        Assert.Equal(503, (int)(await client.GetAsync($"http://{address}/health/live")).StatusCode);
        Assert.Contains("# TYPE", await client.GetStringAsync($"http://{address}/metrics"), StringComparison.Ordinal);
    }
}
