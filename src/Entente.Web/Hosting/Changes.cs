using System.Text;
using Entente.Claims;
using Entente.Reading;
using Entente.Text;
using Entente.Web.Pages.Corrections;
using Entente.Web.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Hosting;

/// <summary>
/// What forms of the pages send: reports to be looked at, kept or discarded; corrections made or taken back. Each ends with a redirect to a page. Whether
/// the sender may change something, and whether the form is of a page of ours, was found out before (Security/Defence).
/// </summary>
internal sealed class Changes(Site site)
{
    private const int MostText = 400_000;

    /// <summary>Maps the addresses that forms are sent to.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/add", context => Run(context, Look));
        routes.MapPost("/add/{draft}", context => Run(context, Decide));
        routes.MapPost("/correct/{claim}", context => Run(context, Correct));
        routes.MapPost("/corrections/{number:long}/withdraw", context => Run(context, Withdraw));
    }

    private async Task Run(HttpContext context, Func<HttpContext, IFormCollection, string> change)
    {
        try
        {
            if (!context.Request.HasFormContentType) throw PageException.Bad("A form is expected.");
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            string to = change(context, form);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = to;
        }
        catch (PageException problem)
        {
            await Problems.Write(context, site, problem.Status, problem.Title, problem.Message, json: false);
        }
        catch (BadHttpRequestException error)
        {
            await Problems.Write(context, site, error.StatusCode, "Cannot be taken", "What was sent is too large or broken off.", json: false);
        }
        catch (InvalidDataException)
        {
            await Problems.Write(context, site, 400, "Cannot be taken", "What was sent is too large or no form.", json: false);
        }
    }

    // Reads what was pasted or the address that was given; nothing is kept yet.
    private string Look(HttpContext context, IFormCollection form)
    {
        string text = form["text"].ToString(), address = form["address"].ToString().Trim();
        if (text.Length > MostText) throw PageException.Bad($"The text has {text.Length:#,##0} characters; {MostText:#,##0} is the most that is read in the page. Use entente read.");
        List<ReadResult> results;
        if (address.Length > 0)
        {
            if (site.Options.Fetch is not { } fetch) throw PageException.Bad("No addresses are fetched here; paste the text.");
            results = [.. fetch(address).Take(2)];
        }
        else
        {
            if (string.IsNullOrWhiteSpace(text)) throw PageException.Bad("Paste a text, or give an address.");
            using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
            results = [.. new Reader(site.Options.Data).Read(stream, "pasted").Take(2)];
        }
        if (results.FirstOrDefault(r => r.Document is not null)?.Document is not { } document)
        {
            throw PageException.Bad("Nothing could be read: " + (results.FirstOrDefault()?.Skipped?.Reason ?? "there is no text") + ".");
        }
        document = document with
        {
            Title = Given(form["title"]) ?? document.Title,
            Publisher = Given(form["publisher"]) ?? document.Publisher,
            Published = Given(form["published"]) is { } day ? PartialDate.TryParse(day) ?? throw PageException.Bad($"“{day}” is no day; write 2024-03-12.") : document.Published,
        };
        return "/add/" + site.Drafts.Add(new ReadReport(document, site.Pipeline.Read(document)));
    }

    private string Decide(HttpContext context, IFormCollection form)
    {
        string draft = context.Request.RouteValues["draft"] as string ?? "";
        if (form["what"] != "keep")
        {
            site.Drafts.Remove(draft);
            return "/add";
        }
        ReadReport report = site.Drafts.Find(draft) ?? throw PageException.NotFound("This report is no longer here: a draft is forgotten after half an hour. Add it again.");
        using LedgerPool.Lease lease = site.Ledgers.Rent();
        lease.Ledger.Add([report]);
        lease.Ledger.Reconcile();
        site.Drafts.Remove(draft);
        return Links.Document(ClaimId.OfReport(report.Document));
    }

    private string Correct(HttpContext context, IFormCollection form)
    {
        string id = context.Request.RouteValues["claim"] as string ?? "", by = form["by"].ToString().Trim();
        if (by.Length is 0 or > 80) throw PageException.Bad("Say who you are, in eighty characters at most.");
        if (by.StartsWith(Judgement.RulePrefix, StringComparison.Ordinal)) throw PageException.Bad("Rules decide by themselves; give the name of a person.");
        using LedgerPool.Lease lease = site.Ledgers.Rent();
        ReportedClaim claim = lease.Ledger.Claims(new ClaimQuery { Ids = [id], Limit = 1 }).FirstOrDefault() ?? throw PageException.NotFound("There is no such claim.");
        Claim? now = null;
        if (form["what"] == "mend")
        {
            try
            {
                now = SlotForm.With(claim.Claim, slot => form.TryGetValue(slot, out var value) ? value.ToString() : null);
            }
            catch (Exception error) when (error is FormatException or ArgumentException)
            {
                throw PageException.Bad(error.Message);
            }
            if (ClaimId.Of(claim.Report.Id, now) == id) throw PageException.Bad("Nothing was changed.");
        }
        string reason = form["reason"].ToString().Trim();
        lease.Ledger.Correct(new Correction(claim.Report.Id, claim.Claim, now, by, reason.Length > 300 ? reason[..300] : reason));
        lease.Ledger.Reconcile();
        return now is null ? Links.Document(claim.Report.Id) : Links.Claim(ClaimId.Of(claim.Report.Id, now));
    }

    private string Withdraw(HttpContext context, IFormCollection form)
    {
        using LedgerPool.Lease lease = site.Ledgers.Rent();
        long number = long.Parse((string)context.Request.RouteValues["number"]!, System.Globalization.CultureInfo.InvariantCulture);
        if (!lease.Ledger.WithdrawCorrection(number)) throw PageException.NotFound("There is no such standing correction.");
        lease.Ledger.Reconcile();
        return "/corrections";
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { Length: > 300 } longer ? longer[..300] : text.Trim();
}
