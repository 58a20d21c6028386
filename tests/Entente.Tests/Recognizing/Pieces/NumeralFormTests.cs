using Entente.Recognizing.Pieces;

namespace Entente.Tests.Recognizing.Pieces;

public sealed class NumeralFormTests
{
    [Theory]
    [InlineData("15000", "15000")]
    [InlineData("1,234,567.89", "1234567.89")]
    [InlineData("12,34,567", "1234567")]
    [InlineData("1.234.567,89", "1234567.89")]
    [InlineData("121,6", "121.6")]
    [InlineData("5,00", "5")]
    [InlineData("0,125", "0.125")]
    [InlineData("4.800", "4.8")]
    [InlineData("1\u202f234\u202f567.89", "1234567.89")]
    public void Reads_the_groups_and_decimal_marks_of_the_world(string text, string value) =>
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), NumeralForm.TryRead(text)!.Value.Value);

    [Theory]
    [InlineData("17.10.2024")]
    [InlineData("192.168.1.2")]
    [InlineData("22,24,26,31")]
    [InlineData("12345678901234567890")]
    public void Leaves_alone_what_is_no_number(string text) => Assert.Null(NumeralForm.TryRead(text));
}
