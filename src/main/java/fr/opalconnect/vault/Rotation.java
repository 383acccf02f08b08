package fr.opalconnect.vault;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Brings files from an old key of the landlord's to the newest. Only the head is another afterwards; the file is
/// written anew all the same, under a new name, and the row moves from one to the other: whoever is killed on the way,
/// or reads meanwhile, has a whole file. The old one is swept a day later.
@Component
public class Rotation {

    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);
    private static final int BATCH = 200;

    private final Store store;
    private final ObjectTable table;
    private final KeySet keys;
    private final Vault vault;

    Rotation(Store store, ObjectTable table, KeySet keys, Vault vault) {
        this.store = store;
        this.table = table;
        this.keys = keys;
        this.vault = vault;
    }

    /// Makes a new key: from now on it seals what comes.
    ///
    /// @return its number
    public int begin() {
        return keys.rotate();
    }

    /// Brings what lies under older keys to the newest; nothing to do is the rule. Keys that nothing lies under any
    /// more
    /// are destroyed a week after they were followed by another.
    ///
    /// @return how many files
    public long finish() throws IOException {
        int newest = keys.newest();
        long moved = 0;
        List<ObjectTable.Row> rows = table.underOlder(newest, BATCH);
        while (!rows.isEmpty()) {
            for (ObjectTable.Row row : rows) {
                moved += move(row) ? 1 : 0;
            }
            rows = table.underOlder(newest, BATCH);
        }
        int forgotten = keys.forgetIdle();
        if (moved > 0 || forgotten > 0) {
            LOG.info("The vault: {} files brought to key {}, {} old keys destroyed", moved, newest, forgotten);
        }
        return moved;
    }

    private boolean move(ObjectTable.Row row) throws IOException {
        try (@org.jspecify.annotations.Nullable InputStream content = store.read(row.place(), 0)) {
            if (content == null) {
                vault.note(row.id(), Trouble.Kind.MISSING);
                return false;
            }
            Envelope envelope = keys.anew(row.id(), Envelope.read(content));
            String place = Vault.newPlace();
            try (Store.Writing writing = store.write(place)) {
                byte[] head = envelope.head();
                writing.write(head, 0, head.length);
                content.transferTo(writing);
                writing.done();
            }
            return table.move(row, place, envelope.key());
        } catch (Damaged e) {
            vault.note(row.id(), Trouble.Kind.DAMAGED);
            return false;
        }
    }
}
