package fr.opalconnect.conversation;

import fr.opalconnect.ui.Brand;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/// An appointment as calendars read it (RFC 5545). Its id stays the same, so that a new time replaces the old one.
final class CalendarFile {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private CalendarFile() {}

    static String of(Head head, Slot slot, Brand brand) {
        return List.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//OPAL Connect//FR",
                        "METHOD:PUBLISH",
                        "BEGIN:VEVENT",
                        "UID:" + head.id() + "@opal-connect",
                        "DTSTAMP:" + utc(slot.startsAt().isAfter(head.lastAt()) ? head.lastAt() : slot.startsAt()),
                        "DTSTART:" + utc(slot.startsAt()),
                        "DTEND:" + utc(slot.endsAt()),
                        "SUMMARY:" + escape(brand.landlord() + " : " + head.subject()),
                        "LOCATION:" + escape(head.place()),
                        "DESCRIPTION:" + escape("N° " + head.number() + ", " + brand.phone()),
                        "BEGIN:VALARM",
                        "ACTION:DISPLAY",
                        "DESCRIPTION:" + escape(head.subject()),
                        "TRIGGER:-PT2H",
                        "END:VALARM",
                        "END:VEVENT",
                        "END:VCALENDAR")
                .stream()
                .map(CalendarFile::fold)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String utc(Instant at) {
        return UTC.format(at);
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /// No line is longer than 75 bytes; the next begins with a space.
    private static String fold(String line) {
        StringBuilder folded = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < line.length(); ) {
            int letter = line.codePointAt(at);
            String text = Character.toString(letter);
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > 75) {
                folded.append("\r\n ");
                bytes = 1;
            }
            folded.append(text);
            bytes += length;
            at += Character.charCount(letter);
        }
        return folded.toString();
    }
}
