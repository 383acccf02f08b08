package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.sms.Gsm7;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Bundles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of news, said with the longest values that occur.
class WordsTest {
    private static final String LONGEST_SITE = "locataires.office-public-aisne.fr";
    private static final String LONGEST_SENDER = "OPALDELAISN";
    private static final LocalDate LONGEST_DAY = LocalDate.of(2026, 9, 30);

    private static final Words WORDS = new Words(Bundles.ALL, brand(), LONGEST_SITE);

    static Stream<Arguments> kindsAndLanguages() {
        return Stream.of(Kind.values())
                .flatMap(
                        kind -> Stream.of(Locale.FRENCH, Locale.ENGLISH).map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("kindsAndLanguages")
    void it_fits_one_text_message_and_says_who_sends_it(Kind kind, Locale language) {
        String sms = WORDS.sms(List.of(told(kind)), language);
        assertThat(Gsm7.length(sms)).as(sms).isBetween(1, Gsm7.ONE_MESSAGE);
        assertThat(sms).startsWith(LONGEST_SENDER).doesNotContain("{");
    }

    @ParameterizedTest
    @MethodSource("kindsAndLanguages")
    void a_stranger_who_sees_it_on_a_lock_screen_learns_no_sum_and_no_name(Kind kind, Locale language) {
        Words.Said said = WORDS.say(List.of(told(kind)), language);
        assertThat(said.brief()).doesNotContain("412", "€", "Delacroix-Vandenbroucke");
        assertThat(WORDS.sms(List.of(told(kind)), language)).doesNotContain("412", "€", "Delacroix-Vandenbroucke");
    }

    @ParameterizedTest
    @MethodSource("kindsAndLanguages")
    void several_become_one_that_says_how_many(Kind kind, Locale language) {
        List<Told> three = IntStream.range(0, 3).mapToObj(i -> told(kind)).toList();
        assertThat(WORDS.say(three, language).title()).startsWith("3 ");
        String sms = WORDS.sms(three, language);
        assertThat(Gsm7.length(sms)).as(sms).isBetween(1, Gsm7.ONE_MESSAGE);
    }

    @Test
    void french_gives_up_a_cedilla_rather_than_two_thirds_of_the_message() {
        assertThat(Words.plain("reçu « bientôt » à l’août : 5 €")).isEqualTo("recu \"bientot\" à l'aout : 5 €");
        assertThat(Words.plain("вода")).isEqualTo("вода");
    }

    @Test
    void facts_are_read_as_they_were_written() {
        List<Fact> facts = told(Kind.NEW_DEVICE).facts();
        String lines = facts.stream().map(Fact::line).collect(Collectors.joining("\n"));
        assertThat(lines.lines().map(Fact::read)).containsExactlyElementsOf(facts);
        assertThat(Fact.read(new Fact.Written("Eau\ncoupée", "No water").line()))
                .isEqualTo(new Fact.Written("Eau coupée", "No water"));
    }

    private static Told told(Kind kind) {
        Facts facts = Facts.of("1", "/page");
        Money sum = Money.ofCents(141237);
        facts = switch (kind) {
            case NEW_NOTICE -> facts.with(YearMonth.of(2026, 9)).with(sum).with(LONGEST_DAY);
            case DUE_SOON, INSTALMENT_DUE, DEBIT_ANNOUNCED ->
                facts.with(LONGEST_DAY).with(sum);
            case PAYMENT_RECEIVED -> facts.with(sum).with(LONGEST_DAY);
            case DEBIT_REFUSED, MANDATE_SIGNED, MANDATE_CHANGED, MANDATE_ENDED -> facts;
            case MESSAGE -> facts.with("Marie-Christine Delacroix-Vandenbroucke");
            case REQUEST_MOVED, SLOTS_OFFERED, REQUEST_PLANNED, REQUEST_DONE -> facts.with("26-118300");
            case ANNOUNCEMENT, CUT ->
                facts.with("Coupure d’eau dans tout le bâtiment B, mardi 30 septembre de 9 h à 12 h 30", null)
                        .with("L’eau sera coupée. ".repeat(40), "The water will be off. ".repeat(40));
            case INSURANCE_ENDING, INSURANCE_ENDED, INSURANCE_ACCEPTED, INSURANCE_REFUSED, PHONE_CHANGED ->
                facts.with(LONGEST_DAY);
            case NEW_DEVICE ->
                facts.with(LONGEST_DAY).with(LocalTime.of(23, 59)).with("Samsung Internet, Android");
        };
        return new Told(
                UUID.randomUUID(),
                new TenantNumber("L004127"),
                kind,
                facts.values(),
                facts.path(),
                UUID.randomUUID(),
                List.of(),
                Instant.EPOCH);
    }

    private static Brand brand() {
        Brand.Colours none = new Brand.Colours("", "", "", "");
        return new Brand("", "", LONGEST_SENDER, "03 23 23 62 00", "", Map.of(), "", none, none, "");
    }
}
