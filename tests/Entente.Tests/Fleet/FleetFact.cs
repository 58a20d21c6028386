using Entente.Tests.Storage;

namespace Entente.Tests.Fleet;

/// <summary>A test on a real RabbitMQ and PostgreSQL; skipped, by name and with the reason, where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FleetFactAttribute : FactAttribute
{
    public FleetFactAttribute()
    {
        if (RabbitServer.Program is null || PostgresServer.FindPrograms() is null) Skip = RabbitServer.NotInstalled;
    }
}

/// <summary>One RabbitMQ and one PostgreSQL for all tests that use them, started by the first.</summary>
public sealed class FleetServers : IDisposable
{
    private readonly Lazy<PostgresServer> postgres = new(() => new PostgresServer());

    public RabbitServer Rabbit { get; } = new();

    public PostgresServer Postgres => postgres.Value.Works ? postgres.Value : throw new InvalidOperationException(postgres.Value.WhyNot);

    public void Dispose()
    {
        Rabbit.Dispose();
        if (postgres.IsValueCreated) postgres.Value.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class FleetGroup : ICollectionFixture<FleetServers>
{
    public const string Name = "fleet";
}
