package fr.opalconnect.document;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.ui.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Receipts by electronic means need the tenant's express consent (article 21 of the law of 6 July 1989): asked for
/// apart from anything else, off until it is given, taken back as easily, each time dated with the words that stood
/// there. Paper remains possible either way.
@Component
class Consents {
    /// The words that are agreed to, in their order on the page.
    static final List<String> WORDS = List.of(
            "document.consent.what", "document.consent.paper", "document.consent.back", "document.consent.free");

    private final ConsentTable table;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final InstantSource clock;

    Consents(ConsentTable table, TransactionTemplate transactions, Audit audit, InstantSource clock) {
        this.table = table;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// The latest first; none when it was never given.
    List<Consent> of(SignedInTenant who) {
        return table.of(who);
    }

    /// Says yes, or takes it back. Saying again what stands already changes nothing.
    ///
    /// @param landlord as the words name it
    void say(SignedInTenant who, boolean yes, Texts t, String landlord) {
        String words = words(t, landlord);
        String sha256 = sha256(words);
        transactions.executeWithoutResult(status -> {
            table.hold(who);
            List<Consent> before = table.of(who);
            boolean stands = !before.isEmpty() && before.getFirst().given();
            if (stands == yes) {
                return;
            }
            table.keepText(sha256, t.language().code(), words, clock.instant().atOffset(ZoneOffset.UTC));
            table.add(who, Ids.next(clock), new Consent(yes, clock.instant(), sha256));
            audit.note(
                    "tenant:" + who.number(),
                    yes ? "agreed to electronic receipts" : "took back electronic receipts",
                    null);
        });
    }

    static String words(Texts t, String landlord) {
        return String.join("\n", WORDS.stream().map(key -> t.say(key, landlord)).toList());
    }

    private static String sha256(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }
}
