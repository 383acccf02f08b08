package fr.opalconnect.notification.mail;

import java.util.Properties;

/// Where letters are handed over, or fetched.
///
/// @param user empty when the server asks for none
public record MailServer(String host, int port, Security security, String user, String password) {
    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "20000";

    /// How the connection is kept from being read.
    public enum Security {
        /// Begins in the clear and refuses to go on so.
        STARTTLS,
        /// Encrypted from its first byte.
        TLS,
        /// For a relay on the same machine.
        NONE
    }

    /// @param protocol `smtp` or `imap`
    Properties properties(String protocol) {
        Properties properties = new Properties();
        String mine = "mail." + protocol + ".";
        properties.put(mine + "host", host);
        properties.put(mine + "port", Integer.toString(port));
        properties.put(mine + "connectiontimeout", CONNECT_MILLIS);
        properties.put(mine + "timeout", ANSWER_MILLIS);
        properties.put(mine + "writetimeout", ANSWER_MILLIS);
        properties.put(mine + "ssl.enable", Boolean.toString(security == Security.TLS));
        properties.put(mine + "ssl.checkserveridentity", "true");
        properties.put(mine + "starttls.enable", Boolean.toString(security == Security.STARTTLS));
        properties.put(mine + "starttls.required", Boolean.toString(security == Security.STARTTLS));
        properties.put(mine + "auth", Boolean.toString(!user.isEmpty()));
        return properties;
    }

    /// Without the password.
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + ", " + security + "]";
    }
}
