package fr.opalconnect.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.ui.Brand;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalendarFileTest {
    private static final Brand.Colours NONE = new Brand.Colours("", "", "", "");
    private static final Brand BRAND =
            new Brand("OPAL", "OPAL", "OPAL", "03 23 23 62 00", "", Map.of("fr", ""), "", NONE, NONE, "");

    @Test
    void an_appointment_says_when_where_and_what() {
        Slot slot = new Slot(
                new UUID(0, 2),
                Instant.parse("2026-11-24T07:00:00Z"),
                Instant.parse("2026-11-24T09:00:00Z"),
                Slot.State.CHOSEN);
        String file = CalendarFile.of(head("Fuite sous l’évier, depuis hier ; la cuisine"), slot, BRAND);
        assertThat(file.replace("\r\n ", "").lines())
                .contains(
                        "DTSTART:20261124T070000Z",
                        "DTEND:20261124T090000Z",
                        "UID:00000000-0000-0000-0000-000000000001@opal-connect",
                        "SUMMARY:OPAL : Fuite sous l’évier\\, depuis hier \\; la cuisine",
                        "LOCATION:Champagne\\, bât. B\\, porte 204\\, Laon");
        assertThat(file).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    }

    private static Head head(String subject) {
        Instant at = Instant.parse("2026-11-23T08:12:00Z");
        return new Head(
                new UUID(0, 1),
                "26-1183",
                Kind.REPAIR,
                subject,
                "fuite",
                new TenantNumber("0048213"),
                "Nadia Benali",
                new LeaseNumber("B0048213-1"),
                true,
                "LAO",
                "Champagne",
                "B",
                "Champagne, bât. B, porte 204, Laon",
                null,
                Course.agency(State.PLANNED, at),
                false,
                at,
                null,
                null,
                at,
                Party.TENANT,
                "");
    }
}
