package fr.opalconnect.conversation;

import java.util.Locale;

/// What a conversation is about. All but a plain message are requests: they have a number, and a state that the tenant
/// follows.
public enum Kind {
    /// Words to the adviser, nothing else.
    MESSAGE("message", false, false),
    /// Something is broken.
    REPAIR("probleme", true, true),
    APPOINTMENT("rendez-vous", true, false),
    /// A paper that the landlord writes.
    CERTIFICATE("attestation", false, false),
    ACCOUNT_QUESTION("compte", false, true),
    CONTACT_CHANGE("coordonnees", false, false),
    HOUSEHOLD_CHANGE("foyer", false, true),
    /// Paying a debt month by month.
    REPAYMENT_PLAN("etalement", false, true),
    NOTICE_TO_QUIT("preavis", true, false),
    /// Another dwelling.
    TRANSFER("mutation", false, false);

    private final String path;
    private final boolean planned;
    private final boolean sharedAtFirst;

    Kind(String path, boolean planned, boolean sharedAtFirst) {
        this.path = path;
        this.planned = planned;
        this.sharedAtFirst = sharedAtFirst;
    }

    /// As an address has it.
    public String path() {
        return path;
    }

    public boolean isRequest() {
        return this != MESSAGE;
    }

    /// Whether somebody comes by: it may be 'intervention prévue'.
    public boolean isPlanned() {
        return planned;
    }

    /// Whether the other holders of the lease see it, unless the tenant says otherwise.
    public boolean isSharedAtFirst() {
        return sharedAtFirst;
    }

    /// An answer is all that is asked: when the tenant does not come back to it, it closes by itself.
    public boolean isAnsweredByWords() {
        return this == MESSAGE || this == ACCOUNT_QUESTION;
    }

    /// The key of its name in the message bundle.
    public String textKey() {
        return "conversation.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
