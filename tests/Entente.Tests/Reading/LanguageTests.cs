using System.Text;
using Entente.Text;

namespace Entente.Tests.Reading;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("en", "The ministers of the two countries have agreed that the bridge will be opened in the spring.")]
    [InlineData("ru", "Министры двух стран договорились о том, что мост будет открыт весной, и это было объявлено после встречи.")]
    [InlineData("kk", "Екі елдің министрлері көпір көктемде ашылады деп келісті және бұл туралы кездесуден кейін айтылды.")]
    [InlineData("az", "İki ölkənin nazirləri körpünün yazda açılacağı barədə razılığa gəlib və bu, görüşdən sonra elan edilib.")]
    [InlineData("tr", "İki ülkenin bakanları köprünün ilkbaharda açılması için anlaştı ve bu karar toplantıdan sonra açıklandı, daha çok da bir adım olarak.")]
    [InlineData("fa", "وزیران دو کشور توافق کردند که پل در بهار باز شود و این خبر پس از دیدار اعلام شد.")]
    [InlineData("tg", "Вазирони ду кишвар мувофиқа карданд, ки пул дар баҳор кушода мешавад ва ин баъди мулоқот эълон шуд.")]
    [InlineData("uz", "Ikki davlat vazirlari ko'prik bahorda ochilishi haqida kelishib oldilar va bu haqda uchrashuvdan keyin e'lon qilindi, bilan ham uchun.")]
    [InlineData("tk", "Iki ýurduň ministrleri köpriniň ýazda açyljakdygy barada ylalaşdylar we bu duşuşykdan soň yglan edildi.")]
    [InlineData("zh", "两国部长同意这座桥将在春天开放，会后宣布了这一消息。")]
    [InlineData("ar", "اتفق وزيرا البلدين على أن الجسر سيفتح في الربيع وقد أعلن ذلك بعد الاجتماع من قبل الوزير.")]
    [InlineData("de", "Die Minister der beiden Länder haben vereinbart, dass die Brücke im Frühjahr für den Verkehr geöffnet wird.")]
    [InlineData("fr", "Les ministres des deux pays ont convenu que le pont sera ouvert au printemps, selon une déclaration.")]
    public void Tells_the_language(string language, string text)
    {
        Document d = Reports.One(text);
        Assert.Equal((language, language == "en"), (d.Language, d.IsParsed));
    }

    [Fact]
    public void Undoes_utf8_that_was_read_as_a_code_page()
    {
        const string meant = "Le président a signé à Genève « un accord » sur l’énergie.";
        string broken = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(Encoding.UTF8.GetBytes(meant));
        Assert.NotEqual(meant, broken);
        Assert.Equal(meant, Reports.One(broken).Text);
    }
}
