package fr.opalconnect.platform;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes the files that the lines of one of the ERP's CSV files name. The module that keeps them owns its intake; the
/// exchange hands over what the package has.
public interface FileIntake {
    /// The files of a package. Paths are relative to its descriptor and never lead out of it.
    interface Contents {
        boolean has(String path);

        /// @param path one that it [#has]
        /// @throws Unusable here, or while it is read, when the file cannot be read to its end
        InputStream open(String path) throws IOException;
    }

    /// A file that cannot be read, and whose fault that is: the package's.
    class Unusable extends IOException {
        private final String reason;

        /// @param reason in French
        public Unusable(String message, String reason, @org.jspecify.annotations.Nullable Throwable cause) {
            super(message, cause);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }

    /// The CSV file's name without its ending: `documents`.
    String file();

    /// Looks at each file that the staged lines name and that is not kept already, and writes to [Staged#rejects()]
    /// what is wrong with it. What it keeps stays even where the import ends otherwise: nobody sees a file
    /// that no line names, and it is swept.
    ///
    /// @param keep false when the package is only looked at
    void take(JdbcClient jdbc, Staged staged, Contents contents, boolean keep) throws IOException;
}
