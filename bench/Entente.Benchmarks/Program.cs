using BenchmarkDotNet.Running;
using Entente.Benchmarks;

// "speed [FOLDER]" takes half a minute and prints a table, "lists" times the loading of all lists in this process, "ledger CLAIMS FILE" times a ledger, "reports COUNT FILE" writes reports to read, "web PROGRAM LEDGER" the pages; everything else goes to BenchmarkDotNet, which takes minutes a class.
if (args is ["speed", ..])
{
    Console.Out.Write(Speed.Table(args.Length > 1 ? args[1] : null));
    return 0;
}
if (args is ["lists"])
{
    Console.Out.Write(ListSpeed.Report());
    return 0;
}
if (args is ["ledger", var claims, var location, ..])
{
    LedgerSpeed.Run(long.Parse(claims, System.Globalization.CultureInfo.InvariantCulture), location, args.Length > 3 ? int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture) : 500);
    return 0;
}
if (args is ["reports", var count, var file])
{
    // Of three short ones each: about as many words, and claims a word, as a report of news has.
    Entente.Tests.Faults.VariedReports.WriteJsonLines(file, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), parts: 3);
    return 0;
}
if (args is ["web", var program, var served, ..])
{
    int Given(int at, int otherwise) => args.Length > at ? int.Parse(args[at], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
    await WebLoad.Run(program, served, Given(3, 30), Given(4, 300));
    return 0;
}
if (args is ["reading", var folder, ..])
{
    Console.Out.WriteLine(ReadingSpeed.Line(folder, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 5));
    return 0;
}
BenchmarkSwitcher.FromAssembly(typeof(Speed).Assembly).Run(args);
return 0;
