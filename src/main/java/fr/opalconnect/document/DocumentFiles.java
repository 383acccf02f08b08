package fr.opalconnect.document;

import fr.opalconnect.platform.FileIntake;
import fr.opalconnect.platform.Staged;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes the files that `documents.csv` names, each checked against its SHA-256. A content that is kept already, by
/// whatever name, need not come again: so a nightly package has only the files that are new.
@Component
class DocumentFiles implements FileIntake {
    private static final String FILE = "documents";
    private static final int BATCH = 1000;
    /// A path that leads out of the package, as PostgreSQL finds it.
    private static final String OUT = "^/|(^|/)[.][.](/|$)|[\\\\:]";

    /// @param sha256 in small letters
    private record Line(int line, String path, String sha256) {}

    private final DocumentFile one;

    DocumentFiles(DocumentFile one) {
        this.one = one;
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public void take(JdbcClient jdbc, Staged staged, Contents contents, boolean keep) throws IOException {
        rejectWaysOut(jdbc, staged);
        // What was said of a file is said of each line that names it.
        Map<Line, @Nullable Fault> looked = new HashMap<>();
        Set<String> right = new HashSet<>();
        List<Line> lines = lines(jdbc, staged, 0);
        while (!lines.isEmpty()) {
            for (Line line : lines) {
                if (right.contains(line.sha256())) {
                    continue; // by whatever name, it has come
                }
                Line file = new Line(0, line.path(), line.sha256());
                if (!looked.containsKey(file)) {
                    looked.put(file, one.take(line.path(), line.sha256(), contents, keep));
                }
                Fault fault = looked.get(file);
                if (fault == null) {
                    right.add(line.sha256());
                } else {
                    reject(jdbc, staged, line, fault);
                }
            }
            lines = lines(jdbc, staged, lines.getLast().line());
        }
    }

    /// What is wrong with a line's file.
    ///
    /// @param reason in French
    record Fault(String column, String value, String reason) {}

    /// Whatever the line says of its content, and whether that is kept already.
    private static void rejectWaysOut(JdbcClient jdbc, Staged staged) {
        jdbc.sql(staged.fill("""
                        INSERT INTO {rejects} (file, line, column_name, value, reason)
                        SELECT :file, s.line, 'fichier', s.fichier, 'le chemin est relatif au paquet et n’en sort pas'
                        FROM {documents} s WHERE s.fichier ~ :out
                        """)).param("file", FILE).param("out", OUT).update();
    }

    private static List<Line> lines(JdbcClient jdbc, Staged staged, int after) {
        return jdbc.sql(staged.fill("""
                        SELECT s.line, s.fichier, lower(s.sha256) AS sha256 FROM {documents} s
                        WHERE s.line > :after AND s.sha256 IS NOT NULL AND s.fichier !~ :out
                          AND NOT EXISTS (SELECT FROM document.content c WHERE c.sha256 = lower(s.sha256))
                        ORDER BY s.line LIMIT :most
                        """))
                .param("after", after)
                .param("out", OUT)
                .param("most", BATCH)
                .query((row, index) -> new Line(row.getInt("line"), row.getString("fichier"), row.getString("sha256")))
                .list();
    }

    private static void reject(JdbcClient jdbc, Staged staged, Line line, Fault fault) {
        jdbc.sql(staged.fill("""
                        INSERT INTO {rejects} (file, line, column_name, value, reason)
                        VALUES (:file, :line, :column, :value, :reason)
                        """))
                .param("file", FILE)
                .param("line", line.line())
                .param("column", fault.column())
                .param("value", fault.value())
                .param("reason", fault.reason())
                .update();
    }
}
