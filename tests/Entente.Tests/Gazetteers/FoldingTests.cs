using Entente.Gazetteers;

namespace Entente.Tests.Gazetteers;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Türkiye", "turkiye")]
    [InlineData("U.S.", "us")]
    [InlineData("Sana'a", "sanaa")]
    [InlineData("Chișinău", "chisinau")]
    [InlineData("Đinđić", "dindic")]
    [InlineData("Ağrı", "agri")]
    [InlineData("Nguyễn", "nguyen")]
    [InlineData("Łódź", "lodz")]
    public void Folds_spellings_to_base_letters(string written, string folded) => Assert.Equal(folded, Folding.Fold(written));
}
