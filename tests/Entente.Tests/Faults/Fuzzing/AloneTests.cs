namespace Entente.Tests.Faults.Fuzzing;

/// <summary>Tests that measure the processor time of the whole process: they run when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneTests
{
    public const string Name = "alone";
}
