package fr.opalconnect.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Holds the rows against the store: what no row names is swept, what a row names and is not there is reported. A
/// two-hundred-and-fifty-sixth at a time, so that neither list has to fit into memory.
@Component
public class Inventory {
    private static final Logger LOG = LoggerFactory.getLogger(Inventory.class);
    private static final int BATCH = 500;

    private final Store store;
    private final ObjectTable table;
    private final Vault vault;
    private final VaultSettings settings;
    private final InstantSource clock;

    Inventory(Store store, ObjectTable table, Vault vault, VaultSettings settings, InstantSource clock) {
        this.store = store;
        this.table = table;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param files    that rows name
    /// @param swept    files that no row named
    /// @param missing  named, and not there
    /// @param damaged  named, and not what was put
    public record Result(long files, long swept, long missing, long damaged) {
        static final Result NOTHING = new Result(0, 0, 0, 0);

        Result plus(Result other) {
            return new Result(
                    files + other.files, swept + other.swept, missing + other.missing, damaged + other.damaged);
        }

        public boolean isWhole() {
            return missing == 0 && damaged == 0;
        }
    }

    /// Sweeps, and looks whether all is there and has its size.
    public Result take() throws IOException {
        Instant before = clock.instant().minus(settings.grace());
        table.removeUnnamed(before);
        store.forgetUnfinished(before);
        Result all = Result.NOTHING;
        for (int shelf = 0; shelf < 256; shelf++) {
            all = all.plus(take("%02x".formatted(shelf), before));
        }
        if (!all.isWhole()) {
            LOG.error("The vault misses {} files and holds {} that are damaged", all.missing(), all.damaged());
        }
        return all;
    }

    /// The rows first: what is put meanwhile is in the store without a row that we know of, and young.
    private Result take(String shelf, Instant before) throws IOException {
        Map<String, ObjectTable.Row> rows = new HashMap<>();
        table.at(shelf).forEach(row -> rows.put(row.place(), row));
        long files = rows.size();
        List<String> orphans = new ArrayList<>();
        List<UUID> damaged = new ArrayList<>();
        List<UUID> mended = new ArrayList<>();
        store.list(shelf, found -> {
            ObjectTable.Row row = rows.remove(found.name());
            if (row == null) {
                if (found.writtenAt().isBefore(before)) {
                    orphans.add(found.name());
                }
            } else if (found.size() != Envelope.room(row.size())) {
                damaged.add(row.id());
            } else if (row.trouble()) {
                mended.add(row.id());
            }
        });
        for (String orphan : orphans) {
            store.delete(orphan);
        }
        mended.forEach(id -> table.note(id, null, clock.instant()));
        damaged.forEach(id -> vault.note(id, Trouble.Kind.DAMAGED));
        long missing = 0;
        for (ObjectTable.Row left : rows.values()) {
            ObjectTable.Row now = table.find(left.id());
            if (now != null && now.place().equals(left.place())) { // not moved or removed meanwhile
                vault.note(left.id(), Trouble.Kind.MISSING);
                missing++;
            }
        }
        return new Result(files, orphans.size(), missing, damaged.size());
    }

    /// Reads every byte of every file: as slow as it sounds, for after a disaster.
    public Result readAll() throws IOException {
        Result all = Result.NOTHING;
        List<ObjectTable.Row> rows = table.after(null, BATCH);
        while (!rows.isEmpty()) {
            for (ObjectTable.Row row : rows) {
                all = all.plus(read(row.id()));
            }
            rows = table.after(rows.getLast().id(), BATCH);
        }
        return all;
    }

    private Result read(UUID id) throws IOException {
        try (@Nullable InputStream content = vault.open(id)) {
            if (content == null) {
                return new Result(1, 0, 1, 0);
            }
            content.transferTo(OutputStream.nullOutputStream());
            table.note(id, null, clock.instant());
            return new Result(1, 0, 0, 0);
        } catch (Damaged e) {
            vault.note(id, Trouble.Kind.DAMAGED);
            return new Result(1, 0, 0, 1);
        }
    }
}
