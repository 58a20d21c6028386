using BenchmarkDotNet.Running;
using Entente.Benchmarks;

// "speed [FOLDER]" takes half a minute and prints a table; everything else goes to BenchmarkDotNet, which takes minutes a class.
if (args is ["speed", ..])
{
    Console.Out.Write(Speed.Table(args.Length > 1 ? args[1] : null));
    return 0;
}
BenchmarkSwitcher.FromAssembly(typeof(Speed).Assembly).Run(args);
return 0;
