package fr.opalconnect.notification;

import fr.opalconnect.notification.sms.Gsm7;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Typography;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// How things are told, in a tenant's language.
@Component
class Words {
    /// Where everything that was told can be read.
    static final String LIST = "/notifications";

    /// @param title  one line
    /// @param brief  a sentence that a stranger may read: on a lock screen, in a text message
    /// @param text   the same with what only the tenant may read
    /// @param button what the link to the page does
    /// @param path   of that page
    record Said(String title, String brief, String text, String button, String path) {}

    private final TextBundles texts;
    private final Brand brand;
    private final String site;

    /// @param site the host name that tenants see in their browser
    Words(TextBundles texts, Brand brand, @Value("${opal.site:localhost}") String site) {
        this.texts = texts;
        this.brand = brand;
        this.site = site;
    }

    /// @param told of one topic; several become one message
    Said say(List<Told> told, Locale language) {
        Texts t = texts.in(language);
        Told first = told.getFirst();
        boolean samePage = told.stream().map(Told::path).distinct().count() == 1;
        if (told.size() == 1) {
            return one(t, first);
        }
        String many = t.count("notification.several." + first.kind().topic().key(), told.size());
        String page = first.kind().topic() == Topic.MESSAGES ? "/messages" : LIST;
        String lines = String.join(
                " ", told.stream().map(one -> one(t, one).text()).distinct().toList());
        return new Said(
                many,
                t.say("notification.together.brief", many),
                lines,
                t.say("notification.together.button"),
                samePage ? first.path() : page);
    }

    /// Things of several topics: a day's.
    Said day(List<Told> told, Locale language) {
        Texts t = texts.in(language);
        String title = t.count("notification.day", told.size());
        return new Said(title, title, title, t.say("notification.together.button"), LIST);
    }

    /// Each of them, as an e-mail says it.
    List<String> paragraphs(List<Told> told, Locale language) {
        Texts t = texts.in(language);
        return told.stream().map(each -> one(t, each).text()).distinct().toList();
    }

    /// Whose messages these are.
    String sender() {
        return brand.product();
    }

    private Said one(Texts t, Told told) {
        Object[] values = Stream.concat(
                        Stream.of(brand.sender(), Texts.unbroken(brand.phone())),
                        told.facts().stream().map(fact -> fact.say(t)))
                .toArray();
        String key = "notification.kind." + told.kind().key();
        return new Said(
                t.say(key + ".title", values),
                t.say(key + ".brief", values),
                t.say(key + ".text", values),
                t.lookup(key + ".button"),
                told.path());
    }

    /// One text message: who sends it, what it is, and where to read more when there is room for it.
    String sms(List<Told> told, Locale language) {
        Texts t = texts.in(language);
        String words = plain(
                t.say("notification.sms", brand.sender(), say(told, language).brief()));
        String whole = words + " " + site;
        return fits(whole) || !fits(words) ? whole : words;
    }

    private static boolean fits(String text) {
        int length = Gsm7.length(text);
        return length >= 0 ? length <= Gsm7.ONE_MESSAGE : text.length() <= 70;
    }

    /// In the networks' small alphabet where that can be: `reçu` loses a cedilla, not two thirds of its message.
    static String plain(String words) {
        String unset = Typography.unset(words);
        StringBuilder plain = new StringBuilder();
        unset.codePoints().forEach(letter -> {
            String one = Character.toString(letter);
            plain.append(
                    Gsm7.length(one) >= 0
                            ? one
                            : Normalizer.normalize(one, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
        });
        String folded =
                plain.toString().replace("œ", "oe").replaceAll("« *| *»", "\"").replace('–', '-');
        return Gsm7.length(folded) >= 0 ? folded : unset;
    }
}
