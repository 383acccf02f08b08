package fr.opalconnect.platform;

import java.time.Duration;

/// Every limit of the product, on one screen: so many in so long, per subject. Stored in PostgreSQL, so that all nodes
/// share them. A limit refills evenly: after 5 in 10 minutes, one more every 2 minutes.
public enum Limit {
    /// Typing the two numbers, per address (or /64 network) that asks. A family, or a library, may share one.
    ACTIVATION_PER_ADDRESS(30, Duration.ofMinutes(30)),
    /// Typing the same two numbers, known or not.
    ACTIVATION_PER_PAIR(6, Duration.ofHours(1)),
    /// Codes sent to one phone, whatever the pair: someone who holds two leases has one phone.
    CODE_PER_PHONE(8, Duration.ofHours(1)),
    /// Codes typed from one address: five tries belong to each code already.
    CODE_TRIES_PER_ADDRESS(60, Duration.ofMinutes(30)),
    /// Codes typed for one pair, known or not: who holds somebody's rent notice must not guess on, week after week.
    CODE_TRIES_PER_PAIR(25, Duration.ofDays(7)),
    /// All text messages of this landlord: a pumping attack must not cost more than this.
    TEXTS_ALTOGETHER(2_000, Duration.ofHours(1)),
    /// Of those, news: however many are told at once, a code that somebody waits for finds room.
    NEWS_BY_TEXT(1_500, Duration.ofHours(1)),
    /// Of all of them, to one row of a hundred thousand numbers, and to a country that is not the landlord's own:
    /// whoever
    /// earns by texts has such rows.
    TEXTS_PER_PREFIX(400, Duration.ofHours(1)),
    TEXTS_PER_OTHER_COUNTRY(200, Duration.ofHours(1)),
    /// Of whatever kind.
    TEXTS_PER_NUMBER(20, Duration.ofHours(1)),
    SIGN_IN_PER_TENANT(10, Duration.ofMinutes(15)),
    SIGN_IN_PER_ADDRESS(60, Duration.ofMinutes(15)),
    /// A new password, by someone who is signed in.
    PASSWORD_CHANGE_PER_TENANT(10, Duration.ofHours(1)),
    /// The desk's sign-in, per address typed, known or not.
    STAFF_SIGN_IN_PER_ACCOUNT(10, Duration.ofMinutes(15)),
    /// A whole agency sits behind one address.
    STAFF_SIGN_IN_PER_ADDRESS(60, Duration.ofMinutes(15)),
    /// Codes handed out at the counter: somebody who has lost them all has another trouble.
    COUNTER_CODE_PER_TENANT(5, Duration.ofDays(1)),
    COUNTER_CODE_PER_STAFF(60, Duration.ofDays(1)),
    /// A password, a code of the phone, typed by somebody who is at the desk already or holds an invitation.
    STAFF_PROOF_PER_ACCOUNT(20, Duration.ofMinutes(15)),
    /// Looking for tenants, while typing too; and opening their files: nobody takes a list away one by one.
    SEARCHES_PER_STAFF(3_000, Duration.ofHours(1)),
    FILES_PER_STAFF(300, Duration.ofHours(1)),
    /// 'This is not my number', 'this detail is wrong': tasks for people.
    CONTACT_REQUEST_PER_SUBJECT(3, Duration.ofDays(1)),
    CONTACT_REQUEST_PER_ADDRESS(10, Duration.ofDays(1)),
    /// 'A page stops me', by anyone.
    BARRIERS_PER_ADDRESS(10, Duration.ofDays(1)),
    /// Pages of a list that one member of staff turns: lists are to work with, not to carry away.
    LIST_PAGES_PER_STAFF(120, Duration.ofHours(1)),
    /// Lists of households that one member of staff takes away as a file.
    LISTS_TAKEN_PER_STAFF(20, Duration.ofDays(1)),
    /// Mandates and new bank accounts that one tenant begins to sign, and codes typed for them.
    SIGNING_PER_TENANT(20, Duration.ofDays(1)),
    SIGNING_TRIES_PER_TENANT(25, Duration.ofDays(1)),
    /// Payments by card that one tenant begins.
    PAYMENT_PER_TENANT(30, Duration.ofHours(1)),
    /// What comes to the address of a payment provider's notifications and is not from there: it is kept for people to
    /// look at, and is not to fill the disk.
    STRANGE_NOTICES_PER_ADDRESS(60, Duration.ofHours(1)),
    /// Calls to the address of returned e-mails with a secret that is none.
    WRONG_SECRETS_PER_ADDRESS(20, Duration.ofHours(1)),
    /// Browsers that one tenant switches on, and off again.
    PUSH_SWITCHES_PER_TENANT(40, Duration.ofHours(1)),
    /// Messages that one tenant writes.
    MESSAGE_PER_TENANT(60, Duration.ofHours(1)),
    /// Conversations that one tenant begins: each is work for people.
    CONVERSATION_PER_TENANT(20, Duration.ofDays(1)),
    /// Certificates of insurance that one tenant sends: each is looked at by somebody.
    CERTIFICATE_PER_TENANT(10, Duration.ofDays(1)),
    /// Years of documents that one tenant packs together: some of it is made for the purpose.
    PACKED_YEARS_PER_TENANT(40, Duration.ofHours(1)),
    /// Papers that are made for one tenant: each costs some hundredths of a second. Two years of them are fifty.
    PAPERS_PER_TENANT(300, Duration.ofHours(1)),
    /// Files that one person sends, tenant or staff, taken or not.
    UPLOAD_PER_PERSON(200, Duration.ofDays(1));

    private final int burst;
    private final Duration period;

    Limit(int burst, Duration period) {
        this.burst = burst;
        this.period = period;
    }

    public int burst() {
        return burst;
    }

    public Duration period() {
        return period;
    }

    /// How long one use takes to come back.
    Duration interval() {
        return period.dividedBy(burst);
    }
}
