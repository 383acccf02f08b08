package fr.opalconnect.notification;

import static fr.opalconnect.notification.Topic.CODES;
import static fr.opalconnect.notification.Topic.CUTS;
import static fr.opalconnect.notification.Topic.DEBITS;
import static fr.opalconnect.notification.Topic.DEBIT_REFUSED;
import static fr.opalconnect.notification.Topic.DUE_SOON;
import static fr.opalconnect.notification.Topic.INSURANCE;
import static fr.opalconnect.notification.Topic.MESSAGES;
import static fr.opalconnect.notification.Topic.NEWS;
import static fr.opalconnect.notification.Topic.PAYMENTS;
import static fr.opalconnect.notification.Topic.RENT_NOTICES;
import static fr.opalconnect.notification.Topic.REQUESTS;
import static fr.opalconnect.notification.Topic.SECURITY;

import java.util.List;
import java.util.Locale;

/// Topics that people think of together: the page of choices folds them, so that it fits a phone.
enum Theme {
    HOME(CUTS, NEWS),
    MONEY(RENT_NOTICES, DUE_SOON, PAYMENTS, DEBITS, DEBIT_REFUSED),
    AGENCY(MESSAGES, REQUESTS, INSURANCE),
    ACCOUNT(SECURITY, CODES);

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Topic> topics;

    Theme(Topic... topics) {
        this.topics = List.of(topics);
    }

    List<Topic> topics() {
        return topics;
    }

    /// As message bundles name it.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
