package fr.opalconnect.notification;

import static fr.opalconnect.notification.Kind.Audience.HOLDERS;
import static fr.opalconnect.notification.Kind.Audience.MEMBERS;
import static fr.opalconnect.notification.Pace.AT_ONCE;
import static fr.opalconnect.notification.Pace.BY_DAY;
import static fr.opalconnect.notification.Pace.GATHERED;

import java.util.Locale;

/// What tenants are told. Its texts are `notification.kind.<kind>.title`, `.brief` (a lock screen, a text message: what
/// a stranger may read), `.text` and `.button`; they fill in the sender (`{0}`), the landlord's telephone number
/// (`{1}`),
/// and from `{2}` on the facts, in the order given here.
public enum Kind {
    /// The month, the net to pay, the day it is due.
    NEW_NOTICE(Topic.RENT_NOTICES, BY_DAY, MEMBERS, true),
    /// The day, what is owed.
    DUE_SOON(Topic.DUE_SOON, BY_DAY, MEMBERS, true),
    /// The day, the instalment of a plan.
    INSTALMENT_DUE(Topic.DUE_SOON, BY_DAY, MEMBERS, true),
    /// The sum, the day it was paid.
    PAYMENT_RECEIVED(Topic.PAYMENTS, BY_DAY, MEMBERS, true),
    /// The day, the sum.
    DEBIT_ANNOUNCED(Topic.DEBITS, BY_DAY, HOLDERS, true),
    DEBIT_REFUSED(Topic.DEBIT_REFUSED, BY_DAY, HOLDERS, true),
    MANDATE_SIGNED(Topic.SECURITY, AT_ONCE, HOLDERS, true),
    MANDATE_CHANGED(Topic.SECURITY, AT_ONCE, HOLDERS, true),
    MANDATE_ENDED(Topic.SECURITY, AT_ONCE, HOLDERS, true),
    /// Who wrote.
    MESSAGE(Topic.MESSAGES, GATHERED, MEMBERS, true),
    /// The request's number.
    REQUEST_MOVED(Topic.REQUESTS, GATHERED, MEMBERS, false),
    SLOTS_OFFERED(Topic.REQUESTS, GATHERED, MEMBERS, true),
    REQUEST_PLANNED(Topic.REQUESTS, GATHERED, MEMBERS, true),
    REQUEST_DONE(Topic.REQUESTS, GATHERED, MEMBERS, true),
    /// What it says in one line, and in full.
    ANNOUNCEMENT(Topic.NEWS, BY_DAY, MEMBERS, true),
    /// Water, heating, power: those without an account want to know it too.
    CUT(Topic.CUTS, AT_ONCE, HOLDERS, true),
    /// The certificate's last day.
    INSURANCE_ENDING(Topic.INSURANCE, BY_DAY, HOLDERS, true),
    INSURANCE_ENDED(Topic.INSURANCE, BY_DAY, HOLDERS, true),
    INSURANCE_ACCEPTED(Topic.INSURANCE, BY_DAY, MEMBERS, false),
    INSURANCE_REFUSED(Topic.INSURANCE, BY_DAY, HOLDERS, true),
    /// The day, the time, browser and system.
    NEW_DEVICE(Topic.SECURITY, AT_ONCE, HOLDERS, true),
    /// The day.
    PHONE_CHANGED(Topic.SECURITY, AT_ONCE, HOLDERS, true);

    /// Who is told.
    enum Audience {
        /// Everybody whom it concerns.
        HOLDERS,
        /// Those with an account here: to the others it would say nothing that paper does not.
        MEMBERS
    }

    private final Topic topic;
    private final Pace pace;
    private final Audience audience;
    private final boolean worthAText;

    Kind(Topic topic, Pace pace, Audience audience, boolean worthAText) {
        this.topic = topic;
        this.pace = pace;
        this.audience = audience;
        this.worthAText = worthAText;
    }

    Topic topic() {
        return topic;
    }

    Pace pace() {
        return pace;
    }

    Audience audience() {
        return audience;
    }

    /// Whether the landlord pays a text message for it, where the topic allows one.
    boolean isWorthAText() {
        return worthAText;
    }

    /// `new-notice`, as the message bundles name it.
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
