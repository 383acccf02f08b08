package fr.opalconnect.notification;

import fr.opalconnect.notification.sms.SmppAccount;
import fr.opalconnect.notification.sms.SmppAccount.Letters;
import fr.opalconnect.notification.sms.SmppAccount.Splitting;
import fr.opalconnect.notification.sms.SmppAccount.Validity;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A message centre: `opal.sms.smpp.*`.
///
/// @param sender         what phones show; the brand's sender unless said
/// @param senderTon      -1: 5 for a name, 1 for a long number, 3 for a short one
/// @param senderNpi      -1: 0 for a name, 1 for a number
/// @param binds          connections kept at once
/// @param window         messages on their way on each
/// @param zone           of the hours in its receipts
record SmppSettings(
        String host,
        @DefaultValue("2775") int port,
        @DefaultValue("false") boolean tls,
        String systemId,
        String password,
        @DefaultValue("") String systemType,
        @Nullable String sender,
        @DefaultValue("-1") int senderTon,
        @DefaultValue("-1") int senderNpi,
        @DefaultValue("2") int binds,
        @DefaultValue("10") int window,
        @DefaultValue("10s") Duration answer,
        @DefaultValue("30s") Duration enquire,
        @DefaultValue("UNPACKED") Letters letters,
        @DefaultValue("UDH") Splitting splitting,
        @DefaultValue("RELATIVE") Validity validity,
        @DefaultValue("Europe/Paris") ZoneId zone) {
    private static final int LONGEST_SHORT_NUMBER = 8;

    /// @param brand its sender
    SmppAccount account(String brand) {
        String from = sender == null ? brand : sender;
        return new SmppAccount(
                host,
                port,
                tls,
                systemId,
                password,
                systemType,
                new SmppAccount.Sender(
                        from, senderTon < 0 ? ton(from) : senderTon, senderNpi < 0 ? npi(from) : senderNpi),
                binds,
                window,
                answer,
                enquire,
                new SmppAccount.Wording(letters, splitting, validity),
                zone);
    }

    private static boolean isNumber(String sender) {
        return sender.matches("[0-9]+");
    }

    private static int ton(String sender) {
        if (!isNumber(sender)) {
            return 5;
        }
        return sender.length() > LONGEST_SHORT_NUMBER ? 1 : 3;
    }

    private static int npi(String sender) {
        return isNumber(sender) ? 1 : 0;
    }

    /// Without the password.
    @Override
    public String toString() {
        return "SmppSettings[" + systemId + "@" + host + ":" + port + "]";
    }
}
