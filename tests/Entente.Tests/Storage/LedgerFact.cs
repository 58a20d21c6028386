using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Entente.Tests.Storage;

/// <summary>A test of what every ledger guarantees; in the class for PostgreSQL it is skipped, by name, where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Entente.Tests.Storage.LedgerFactDiscoverer", "Entente.Tests")]
public sealed class LedgerFactAttribute : FactAttribute;

/// <summary>The same with rows of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Entente.Tests.Storage.LedgerTheoryDiscoverer", "Entente.Tests")]
public sealed class LedgerTheoryAttribute : TheoryAttribute;

public sealed class LedgerFactDiscoverer(IMessageSink sink) : FactDiscoverer(sink)
{
    private readonly IMessageSink messages = sink;

    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        WithoutPostgres.Applies(testMethod) ? [new WithoutPostgres(messages, discoveryOptions, testMethod)] : base.Discover(discoveryOptions, testMethod, factAttribute);
}

public sealed class LedgerTheoryDiscoverer(IMessageSink sink) : TheoryDiscoverer(sink)
{
    private readonly IMessageSink messages = sink;

    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        WithoutPostgres.Applies(testMethod) ? [new WithoutPostgres(messages, discoveryOptions, testMethod)] : base.Discover(discoveryOptions, testMethod, theoryAttribute);
}

/// <summary>A test that is not run, and says why.</summary>
public sealed class WithoutPostgres : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For the deserializer only.")]
    public WithoutPostgres()
    {
    }

    public WithoutPostgres(IMessageSink sink, ITestFrameworkDiscoveryOptions options, ITestMethod method)
        : base(sink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)
    {
    }

    public static bool Applies(ITestMethod method) =>
        method.TestClass.Class.Name.Contains("Postgres", StringComparison.Ordinal) && PostgresServer.FindPrograms() is null;

    protected override string GetSkipReason(IAttributeInfo factAttribute) => PostgresServer.NotInstalled;
}
