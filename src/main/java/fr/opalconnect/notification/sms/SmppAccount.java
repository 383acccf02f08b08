package fr.opalconnect.notification.sms;

import java.time.Duration;
import java.time.ZoneId;

/// What a message centre gives a customer, and how it wants to be spoken to.
///
/// @param systemId   who we are there
/// @param binds      connections kept at once
/// @param window     messages on their way on each of them, unanswered
/// @param answer     how long an answer may take
/// @param enquire    silence after which the line is tried
/// @param zone       of the hours in its receipts
public record SmppAccount(
        String host,
        int port,
        boolean tls,
        String systemId,
        String password,
        String systemType,
        Sender sender,
        int binds,
        int window,
        Duration answer,
        Duration enquire,
        Wording wording,
        ZoneId zone) {
    /// @param ton 5 for a name, 0 to 6
    /// @param npi 0 for a name
    public record Sender(String address, int ton, int npi) {}

    /// How texts and lifetimes are written.
    public record Wording(Letters letters, Splitting splitting, Validity validity) {}

    /// How the networks' alphabet is written on the way to a message centre.
    public enum Letters {
        /// One letter in a byte.
        UNPACKED,
        /// Eight letters in seven bytes.
        PACKED,
        /// ISO 8859-1, for centres that translate.
        LATIN1
    }

    /// How a long text is taken apart.
    public enum Splitting {
        /// A header in each part, as the phone will read it.
        UDH,
        /// `sar_*` fields beside each part; the centre writes the header.
        SAR,
        /// Whole, in `message_payload`: the centre takes it apart.
        PAYLOAD
    }

    /// How the life of a message is said.
    public enum Validity {
        /// From when it is taken.
        RELATIVE,
        /// As an hour, in UTC.
        ABSOLUTE,
        /// Not at all.
        NONE
    }

    /// The protocol has no room for more.
    private static final int LONGEST_PASSWORD = 8;

    private static final int LONGEST_ID = 15;

    public SmppAccount {
        if (password.length() > LONGEST_PASSWORD || systemId.length() > LONGEST_ID) {
            throw new IllegalStateException(
                    "SMPP knows system ids of 15 letters and passwords of 8 at most: opal.sms.smpp.* has more");
        }
    }

    /// Without the password.
    @Override
    public String toString() {
        return "SmppAccount[" + systemId + "@" + host + ":" + port + (tls ? ", TLS" : "") + "]";
    }
}
