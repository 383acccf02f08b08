package fr.opalconnect.notification;

import fr.opalconnect.notification.mail.Mail;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Letterhead;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Puts a letter on the landlord's paper: once for programs that show HTML, once in plain text.
@Component
class MailWriter {
    private final Views views;
    private final Letterhead letterhead;
    private final MessageIds ids;

    MailWriter(Views views, Letterhead letterhead, MessageIds ids) {
        this.views = views;
        this.letterhead = letterhead;
        this.ids = ids;
    }

    /// @param letter the same whenever it is tried again
    /// @param to     the bare address
    Mail write(UUID letter, String to, Locale language, MailView view) {
        String html = views.paper("notification/Mail", letterhead, view, language)
                .replace("</head>", "<style>" + dark(letterhead.brand().dark()) + "</style></head>");
        String text = views.paper("notification/MailText", letterhead, view, language)
                .strip()
                .replaceAll("[ \t]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n");
        return new Mail(to, view.title(), text + "\n", html, view.unsubscribe(), ids.of(letter, to), language);
    }

    /// For mail programs that are dark. Those that do not know this get the light one, and may turn it as they like.
    private static String dark(Brand.Colours brand) {
        return """
                @media (prefers-color-scheme: dark) {
                .paper { background-color: #0f1517 !important; }
                .sheet { background-color: #182023 !important; border-color: #2d383c !important; }
                .ink { color: #eef2f3 !important; }
                .quiet { color: #b3c0c4 !important; }
                .rule { border-color: #2d383c !important; }
                .press { background-color: MAIN !important; }
                .press a { color: INK !important; border-color: MAIN !important; }
                .link { color: MAIN !important; }
                }
                """.replace("MAIN", brand.main()).replace("INK", brand.ink());
    }
}
