package fr.opalconnect.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.transfer.CamtFile.Booking;
import fr.opalconnect.transfer.CamtRefusal.Reason;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The bank's files: every version is read, whole, or refused for a reason that can be said.
class CamtReaderTest {
    private static final Reference REFERENCE = Reference.of(new LeaseNumber("B0048213-1"));

    static Stream<Camt> everyVersion() {
        return IntStream.rangeClosed(2, 8)
                .boxed()
                .flatMap(version -> Stream.of(
                        everything(Camt.statement(version)).balances("100.00", "1133.74"),
                        everything(Camt.notification(version))));
    }

    private static Camt everything(Camt camt) {
        return camt.transfer("412.37", "B1", "BENALI NADIA", "FR7699998022000000004821390", Camt.structured(REFERENCE))
                .raw(
                        "10.00000",
                        "DBIT",
                        "<RvslInd>true</RvslInd>",
                        "<DtTm>2026-11-22T23:30:00Z</DtTm>",
                        "B2",
                        "RCDT/ESCT",
                        "")
                .entry(
                        "631.37",
                        "CRDT",
                        "B3",
                        "RCDT/ESCT",
                        "<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>"
                                + camt.transaction("600.37", "ROCHE SAMUEL", "", Camt.words("loyer"))
                                + camt.transaction("31.00", "PETIT LUCIEN", "", "")
                                + "</NtryDtls>")
                .announced("5.00");
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void every_version_from_two_to_eight_is_read(Camt camt) throws Exception {
        CamtFile file = CamtReader.read(camt.bytes());

        assertThat(camt.namespace()).endsWith(file.version());
        CamtFile.Statement statement = file.statements().getFirst();
        assertThat(statement.account()).isEqualTo(Camt.ACCOUNT);
        assertThat(statement.announced()).isEqualTo(1);
        assertThat(statement.bookings())
                .extracting(Booking::amount)
                .containsExactly(
                        Money.ofCents(41_237), Money.ofCents(-1_000), Money.ofCents(60_037), Money.ofCents(3_100));
        Booking nadia = statement.bookings().getFirst();
        assertThat(nadia.reference()).isEqualTo(REFERENCE.value());
        assertThat(nadia.debtor()).isEqualTo("BENALI NADIA");
        assertThat(nadia.debtorIban()).isEqualTo("FR7699998022000000004821390");
        assertThat(nadia.bankReference()).isEqualTo("B1");
        assertThat(nadia.code()).isEqualTo("PMNT/RCDT/ESCT");
        Booking reversal = statement.bookings().get(1);
        assertThat(reversal.reversal()).isTrue();
        // Half past eleven in London is the next day in Paris.
        assertThat(reversal.bookedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(statement.bookings().get(2).text()).isEqualTo("loyer");
    }

    /// The schemas that are to be had are those of the account report, camt.052: in each version it has the very
    /// types of the statement and the notification.
    @ParameterizedTest
    @MethodSource("everyVersion")
    void the_samples_are_what_the_schemas_allow(Camt camt) throws Exception {
        Camt.validate(camt.xml());
    }

    @Test
    void a_file_may_hold_several_statements_and_leave_out_what_is_optional() throws Exception {
        Camt camt = Camt.statement(2)
                .transfer("1.00", "", "A", "", "")
                .then("REL-2")
                .transfer("2.5", "", "B", "", "");
        List<CamtFile.Statement> statements = CamtReader.read(camt.bytes()).statements();
        assertThat(statements).extracting(CamtFile.Statement::id).containsExactly("REL-1", "REL-2");
        assertThat(statements.get(1).bookings().getFirst().amount()).isEqualTo(Money.ofCents(250));
        assertThat(statements.get(1).bookings().getFirst().bankReference()).isNull();
    }

    @Test
    void a_bundle_whose_parts_do_not_add_up_stays_one_line() throws Exception {
        Camt camt = Camt.statement(8);
        camt.entry(
                "100.00",
                "CRDT",
                "B1",
                "RCDT/ESCT",
                "<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch>" + camt.transaction("40.00", "A", "", "")
                        + camt.transaction("50.00", "B", "", "") + "</NtryDtls>");
        List<Booking> bookings =
                CamtReader.read(camt.bytes()).statements().getFirst().bookings();
        assertThat(bookings).singleElement().satisfies(one -> {
            assertThat(one.amount()).isEqualTo(Money.ofCents(10_000));
            assertThat(one.transactions()).isEqualTo(3);
        });
    }

    @Test
    void what_a_statement_says_of_itself_must_be_so() {
        assertThat(reason(one().balances("100.00", "500.00"))).isEqualTo(Reason.SUM);
        assertThat(reason(one().head("<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries></TxsSummry>")))
                .isEqualTo(Reason.COUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"412.375", "0.00001", "99999999999999999999", "4,12", "-5.00", "1e3", "NaN"})
    void an_amount_that_is_none_in_cents_is_refused(String amount) {
        assertThat(reason(Camt.statement(8).transfer(amount, "B1", "A", "", "")))
                .isIn(Reason.NOT_CENTS, Reason.UNREADABLE);
    }

    @Test
    void what_is_no_whole_statement_is_refused_with_its_reason() {
        String xml = one().xml();
        assertThat(reason("")).isEqualTo(Reason.EMPTY);
        assertThat(reason("%PDF-1.7")).isEqualTo(Reason.NOT_XML);
        assertThat(reason("<a/>")).isEqualTo(Reason.OTHER_MESSAGE);
        assertThat(reason(xml.replace("camt.053", "pain.008"))).isEqualTo(Reason.OTHER_MESSAGE);
        assertThat(reason(xml.replace("001.08", "001.99"))).isEqualTo(Reason.VERSION);
        assertThat(reason(xml.replace("<CdtDbtInd>CRDT</CdtDbtInd>", ""))).isEqualTo(Reason.MISSING);
        assertThat(reason(xml.replace("CRDT", "MAYBE"))).isEqualTo(Reason.UNREADABLE);
        assertThat(reason(xml.replace("<Dt>2026-11-23</Dt>", "<Dt>23/11/2026</Dt>")))
                .isEqualTo(Reason.UNREADABLE);
        assertThat(reason(xml.replace("Ccy=\"EUR\"", "Ccy=\"CHF\""))).isEqualTo(Reason.CURRENCY);
        assertThat(reason(xml.replaceAll("<Stmt>.*</Stmt>", ""))).isEqualTo(Reason.MISSING);
    }

    @Test
    void cut_anywhere_it_is_refused() {
        byte[] whole = one().bytes();
        for (int end = 0; end < whole.length; end++) {
            String part = new String(whole, 0, end, StandardCharsets.UTF_8);
            assertThat(reason(part)).as("cut at %d", end).isIn(Reason.EMPTY, Reason.NOT_XML);
        }
    }

    @Test
    void a_dtd_an_entity_and_a_billion_laughs_are_refused() {
        String body = one().xml().replaceFirst("<\\?xml[^>]*>", "");
        assertThat(reason("<!DOCTYPE Document>" + body)).isEqualTo(Reason.DTD);
        assertThat(reason("<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + body.replace("BENALI", "&x;")))
                .isIn(Reason.DTD, Reason.NOT_XML);
        assertThat(reason(body.replace("BENALI", "&x;"))).isIn(Reason.DTD, Reason.NOT_XML);
        String deep = "<a>".repeat(200) + "</a>".repeat(200);
        assertThat(reason(body.replace("<RmtInf>", "<RmtInf>" + deep))).isEqualTo(Reason.TOO_LARGE);
    }

    private static Camt one() {
        return Camt.statement(8)
                .transfer("412.37", "B1", "BENALI NADIA", "FR7699998022000000004821390", Camt.structured(REFERENCE));
    }

    private static Reason reason(Camt camt) {
        return reason(camt.xml());
    }

    private static Reason reason(String xml) {
        return Objects.requireNonNull(catchThrowableOfType(
                        CamtRefusal.class, () -> CamtReader.read(xml.getBytes(StandardCharsets.UTF_8))))
                .reason;
    }
}
