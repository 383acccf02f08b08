package fr.opalconnect.notification.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.jspecify.annotations.Nullable;

/// What a mail server reports on a letter that it could not deliver (RFC 3464).
///
/// @param messageId of the letter, without angle brackets; empty when the report does not say
/// @param addresses whom it may have been for: what the letter said itself first, then what the server says
/// @param status    of RFC 3463: `5.1.1`
public record DeliveryReport(String messageId, List<String> addresses, String status) {
    private static final Pattern STATUS = Pattern.compile("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>;,\"]+@[^\\s<>;,\"]+");

    /// @return empty when the message is something else, or tells of no failure
    static List<DeliveryReport> in(MimeMessage message) throws MessagingException {
        if (!message.isMimeType("multipart/report")) {
            return List.of();
        }
        MultipartReport parts = new MultipartReport(message.getDataHandler().getDataSource());
        if (!(parts.getReport() instanceof DeliveryStatus report)) {
            return List.of();
        }
        MimeMessage letter = parts.getReturnedMessage();
        List<DeliveryReport> found = new ArrayList<>();
        for (int i = 0; i < report.getRecipientDSNCount(); i++) {
            InternetHeaders recipient = report.getRecipientDSN(i);
            Matcher status = STATUS.matcher(one(recipient, "Status"));
            if (one(recipient, "Action").equalsIgnoreCase("failed") && status.find()) {
                found.add(new DeliveryReport(
                        messageId(letter, report.getMessageDSN()), addresses(letter, recipient), status.group()));
            }
        }
        return found;
    }

    private static String messageId(@Nullable MimeMessage letter, @Nullable InternetHeaders report)
            throws MessagingException {
        String own = letter == null ? null : letter.getHeader("Message-ID", null);
        if (own == null && report != null) {
            // No standard names this field; several servers write it all the same.
            own = Collections.list(report.getAllHeaders()).stream()
                    .filter(header -> header.getName().matches("(?i)(X-)?Original-Message-ID"))
                    .map(Header::getValue)
                    .findFirst()
                    .orElse(null);
        }
        return own == null ? "" : own.replaceAll("[<>\\s]", "");
    }

    private static List<String> addresses(@Nullable MimeMessage letter, InternetHeaders recipient)
            throws MessagingException {
        List<String> addresses = new ArrayList<>();
        add(addresses, letter == null ? null : letter.getHeader("To", null));
        add(addresses, one(recipient, "Original-Recipient"));
        add(addresses, one(recipient, "Final-Recipient"));
        return List.copyOf(addresses);
    }

    private static void add(List<String> addresses, @Nullable String header) {
        Matcher address = ADDRESS.matcher(header == null ? "" : header);
        if (address.find()) {
            addresses.add(address.group());
        }
    }

    private static String one(InternetHeaders headers, String name) {
        String value = headers.getHeader(name, null);
        return value == null ? "" : value.strip();
    }
}
