package fr.opalconnect.vault;

import fr.opalconnect.platform.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Keeps files, encrypted, whatever their size: they stream in and out. What is put is named afterwards, in the
/// transaction of whatever it belongs to; what nobody has named after a day is swept. Who may see a file is the
/// business
/// of whoever named it.
@Component("fileVault") // module debit has a small one of its own
public class Vault {
    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    /// Somebody may have moved it between looking and reaching, once.
    private static final int TRIES = 2;
    private static final int LOOKED_AT = 20;

    private final Store store;
    private final ObjectTable table;
    private final KeySet keys;
    private final InstantSource clock;

    Vault(Store store, ObjectTable table, KeySet keys, InstantSource clock) {
        this.store = store;
        this.table = table;
        this.keys = keys;
        this.clock = clock;
    }

    /// Puts a file away. Best outside of a transaction: it takes as long as the file takes to come.
    public Kept put(InputStream content) throws IOException {
        UUID id = Ids.next(clock);
        String place = newPlace();
        KeySet.Fresh fresh = keys.fresh(id);
        MessageDigest sha256 = sha256();
        long size = 0;
        try (Store.Writing writing = store.write(place)) {
            byte[] head = fresh.envelope().head();
            writing.write(head, 0, head.length);
            SealingOutput sealing = new SealingOutput(writing, fresh.key());
            byte[] buffer = new byte[Envelope.PIECE];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                sha256.update(buffer, 0, read);
                sealing.write(buffer, 0, read);
                size += read;
            }
            sealing.end();
            writing.done();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is in every JDK", e);
        }
        // The store first: what is there without a row is swept, a row without its file would be a loss.
        String hash = HexFormat.of().formatHex(sha256.digest());
        table.add(new ObjectTable.Row(id, place, size, hash, fresh.envelope().key(), false), clock.instant());
        return new Kept(id, size, hash);
    }

    /// Names a file, in the caller's transaction: from then on it stays.
    ///
    /// @param by who names it, without personal data: `document:<id>`
    /// @return false when it is gone or named already: then roll back
    public boolean name(UUID id, String by) {
        return table.name(id, by);
    }

    /// Nobody needs it any more, once the caller's transaction has committed.
    public void release(UUID id) {
        table.remove(id);
    }

    /// The whole file.
    public @Nullable InputStream open(UUID id) throws IOException {
        return open(id, 0);
    }

    /// A file from that byte on. Every byte that is handed out is what was put.
    ///
    /// @return null when it is not there; whoever runs the program is told
    /// @throws Damaged at once or while it is read, when it is not what was put
    public @Nullable InputStream open(UUID id, long from) throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            ObjectTable.Row row = table.find(id);
            if (row == null) {
                return null;
            }
            InputStream content = open(row, from);
            if (content != null) {
                return content;
            }
        }
        note(id, Trouble.Kind.MISSING);
        return null;
    }

    private @Nullable InputStream open(ObjectTable.Row row, long from) throws IOException {
        Runnable alarm = () -> note(row.id(), Trouble.Kind.DAMAGED);
        SecretKey key;
        InputStream whole = store.read(row.place(), 0);
        if (whole == null) {
            return null;
        }
        long piece = Math.min(from / Envelope.PIECE, Envelope.lastPiece(row.size()));
        try {
            key = key(row, whole, alarm);
            if (piece == 0) {
                return new OpeningInput(whole, key, row.size(), from, alarm);
            }
        } catch (IOException e) {
            whole.close();
            throw e;
        }
        whole.close();
        InputStream rest = store.read(row.place(), Envelope.place(piece));
        return rest == null ? null : new OpeningInput(rest, key, row.size(), from, alarm);
    }

    private SecretKey key(ObjectTable.Row row, InputStream whole, Runnable alarm) throws IOException {
        try {
            return keys.open(row.id(), Envelope.read(whole));
        } catch (Damaged e) {
            alarm.run();
            throw e;
        }
    }

    /// Whether files are known here and none of the latest lies in this store: it is another one's, or lost.
    public boolean isElsewhere() throws IOException {
        List<ObjectTable.Row> latest = table.latest(LOOKED_AT);
        for (ObjectTable.Row row : latest) {
            try (InputStream found = store.read(row.place(), 0)) {
                if (found != null) {
                    return false;
                }
            }
        }
        return !latest.isEmpty();
    }

    /// What is named and cannot be read, the latest first.
    public List<Trouble> troubles(int most) {
        return table.troubles(most);
    }

    public long countTroubles() {
        return table.countTroubles();
    }

    /// Says it in the log, by an id that means nothing to a stranger, and keeps it for those who look after the
    /// program.
    void note(UUID id, Trouble.Kind kind) {
        LOG.error("In the vault {} is {}", id, kind == Trouble.Kind.MISSING ? "missing" : "damaged");
        table.note(id, kind, clock.instant());
    }

    static String newPlace() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }
}
