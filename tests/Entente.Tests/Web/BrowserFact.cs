namespace Entente.Tests.Web;

/// <summary>A test in a browser: Debian's chromium. Where that is not installed the test is skipped, by name, with the reason; none is ever downloaded.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!File.Exists(Browser.Program)) Skip = Browser.NotInstalled;
    }
}

/// <summary>The same with rows of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (!File.Exists(Browser.Program)) Skip = Browser.NotInstalled;
    }
}
