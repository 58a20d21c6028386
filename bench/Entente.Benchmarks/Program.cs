using BenchmarkDotNet.Running;
using Entente.Benchmarks;

// "speed [FOLDER]" takes half a minute and prints a table, "lists" times the loading of all lists in this process, "ledger CLAIMS FILE" times a ledger; everything else goes to BenchmarkDotNet, which takes minutes a class.
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
if (args is ["ledger", var claims, var location])
{
    LedgerSpeed.Run(long.Parse(claims, System.Globalization.CultureInfo.InvariantCulture), location);
    return 0;
}
BenchmarkSwitcher.FromAssembly(typeof(Speed).Assembly).Run(args);
return 0;
