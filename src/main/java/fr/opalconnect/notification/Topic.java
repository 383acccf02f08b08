package fr.opalconnect.notification;

import static fr.opalconnect.notification.Reach.EVERY;
import static fr.opalconnect.notification.Reach.FIRST;
import static fr.opalconnect.notification.Reach.SOON;
import static fr.opalconnect.notification.Use.ALWAYS;
import static fr.opalconnect.notification.Use.NEVER;
import static fr.opalconnect.notification.Use.NO;
import static fr.opalconnect.notification.Use.YES;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a tenant may choose about, and all defaults on one screen. Text messages are for what costs the tenant money or
/// cannot wait, where nothing cheaper reaches; what also lies in the letter box, or on the page, is not worth one.
/// See docs/adr/0012-notifications.md.
enum Topic {
    //            ways   push   e-mail SMS
    CODES(EVERY, NEVER, NEVER, ALWAYS),
    SECURITY(EVERY, YES, YES, ALWAYS),
    CUTS(SOON, YES, YES, YES),
    DEBIT_REFUSED(EVERY, YES, NO, YES),
    DUE_SOON(FIRST, YES, YES, YES),
    PAYMENTS(FIRST, YES, YES, YES),
    MESSAGES(FIRST, YES, YES, YES),
    REQUESTS(FIRST, YES, YES, YES),
    INSURANCE(FIRST, YES, YES, YES),
    RENT_NOTICES(FIRST, YES, YES, NO),
    DEBITS(FIRST, YES, YES, NO),
    NEWS(FIRST, YES, YES, NO);

    private final Reach reach;
    private final Use push;
    private final Use mail;
    private final Use sms;

    Topic(Reach reach, Use push, Use mail, Use sms) {
        this.reach = reach;
        this.push = push;
        this.mail = mail;
        this.sms = sms;
    }

    Reach reach() {
        return reach;
    }

    Use use(Channel channel) {
        return switch (channel) {
            case PUSH -> push;
            case MAIL -> mail;
            case SMS -> sms;
        };
    }

    /// Whether it is counted at Messages already, where it is read.
    boolean waitsAtMessages() {
        return this == MESSAGES || this == REQUESTS;
    }

    /// `debit-refused`, as forms and message bundles name it.
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// In the order of what cannot wait.
    static List<Topic> all() {
        return Arrays.asList(values());
    }
}
