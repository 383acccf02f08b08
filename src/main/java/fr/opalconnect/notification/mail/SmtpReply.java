package fr.opalconnect.notification.mail;

import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/// What a mail server answered when it did not take a letter: `550 5.1.1`. Not its words, which repeat the address.
///
/// @param code   of RFC 5321; 0 when it said none
/// @param status of RFC 3463; empty when it said none
record SmtpReply(int code, String status) {
    private static final Pattern STATUS = Pattern.compile("^[245][0-9]{2}[ -]([245]\\.[0-9]{1,3}\\.[0-9]{1,3})\\b");

    static SmtpReply of(MessagingException failure) {
        SmtpReply said = new SmtpReply(0, "");
        for (Exception each = failure; each instanceof MessagingException one; each = one.getNextException()) {
            int code = code(one);
            if (code != 0) {
                Matcher status = STATUS.matcher(String.valueOf(one.getMessage()).strip());
                said = new SmtpReply(code, status.find() ? status.group(1) : "");
            }
        }
        return said;
    }

    private static int code(MessagingException failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    boolean forGood() {
        return code >= 500 && code < 600;
    }

    String words() {
        return code == 0 ? "no answer" : (code + " " + status).strip();
    }
}
