package fr.opalconnect.platform;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Who PostgreSQL runs as, for it refuses to run as root.
enum PostgresUser {
    OURSELVES(List.of()),
    /// In a user namespace of its own, where nobody is root and the folders keep their owner.
    ROOT_OF_NOTHING(List.of("unshare", "-U")),
    /// Where namespaces are forbidden, as in many containers. It keeps the right to enter root's folders, but the
    /// cluster must be its own, and its programs where everybody may read them.
    NOBODY(List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override"));

    private static final int NOBODYS_ID = 65_534;
    private static final String ID = "unix:uid";

    @SuppressWarnings("ImmutableEnumChecker") // a copied list does not change
    private final List<String> prefix;

    PostgresUser(List<String> prefix) {
        this.prefix = prefix;
    }

    static PostgresUser fitting() throws IOException {
        if (!isRoot()) {
            return OURSELVES;
        }
        for (PostgresUser user : List.of(ROOT_OF_NOTHING, NOBODY)) {
            if (user.mayRun()) {
                return user;
            }
        }
        throw new IOException("PostgreSQL refuses to run as root, and root cannot become anybody else here");
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    List<String> command(String program, List<String> arguments) {
        List<String> words = new ArrayList<>(prefix);
        words.add(program);
        words.addAll(arguments);
        return words;
    }

    /// Takes over a cluster that root once started the other way; does nothing to one that fits.
    void own(Path cluster) throws IOException {
        int owner = this == NOBODY ? NOBODYS_ID : 0;
        if (this == OURSELVES || Files.getAttribute(cluster, ID).equals(owner)) {
            return;
        }
        try (Stream<Path> all = Files.walk(cluster)) {
            for (Path each : all.toList()) {
                Files.setAttribute(each, ID, owner, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private boolean mayRun() throws IOException {
        try {
            return new ProcessBuilder(command("true", List.of()))
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
