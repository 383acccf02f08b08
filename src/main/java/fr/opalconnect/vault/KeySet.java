package fr.opalconnect.vault;

import fr.opalconnect.platform.Sealing;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// The landlord's keys: the newest seals, all that files still lie under can open. They are kept as all others are (see
/// [Sealing]); here they have numbers.
@Component
class KeySet {
    /// A key that no file lies under any more stays for so long: somebody may just be writing under it.
    private static final Duration FAREWELL = Duration.ofDays(7);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyTable table;
    private final Sealing sealing;
    private final InstantSource clock;

    KeySet(KeyTable table, Sealing sealing, InstantSource clock) {
        this.table = table;
        this.sealing = sealing;
        this.clock = clock;
    }

    /// A key for one file, and what stands in its head.
    record Fresh(SecretKey key, Envelope envelope) {}

    Fresh fresh(UUID file) {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return new Fresh(new SecretKeySpec(key, "AES"), sealed(file, key));
    }

    SecretKey open(UUID file, Envelope envelope) throws Damaged {
        return new SecretKeySpec(opened(file, envelope), "AES");
    }

    /// The same file's key under the newest of the landlord's.
    Envelope anew(UUID file, Envelope envelope) throws Damaged {
        return sealed(file, opened(file, envelope));
    }

    int newest() {
        return table.newest(clock.instant());
    }

    /// @return the number of the new key; from now on it seals
    int rotate() {
        return table.add(clock.instant());
    }

    /// Destroys the keys that were followed by another long ago, and that nothing lies under.
    ///
    /// @return how many
    int forgetIdle() {
        int forgotten = 0;
        for (int key : table.idle(clock.instant().minus(FAREWELL))) {
            sealing.forget(name(key));
            table.remove(key);
            forgotten++;
        }
        return forgotten;
    }

    private Envelope sealed(UUID file, byte[] key) {
        int newest = newest();
        return new Envelope(newest, sealing.seal(name(newest), file.toString(), key));
    }

    private byte[] opened(UUID file, Envelope envelope) throws Damaged {
        try {
            return sealing.open(name(envelope.key()), file.toString(), envelope.sealed());
        } catch (IllegalStateException e) {
            throw new Damaged("its key was not sealed for it", e);
        }
    }

    private static String name(int key) {
        return "vault." + key;
    }
}
