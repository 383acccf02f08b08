package fr.opalconnect.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `datapackage.json` says of a package.
///
/// @param created   when the ERP wrote it: two packages are older and newer by this
/// @param resources by name, in the order in which files are taken
/// @param notices   what is odd but does no harm
record Descriptor(String name, Instant created, Mode mode, Map<String, Resource> resources, List<String> notices) {
    enum Mode {
        /// Everything there is: what is missing has ended.
        FULL,
        /// Only what is new or different.
        DELTA;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param path of the CSV file, relative to the descriptor
    record Resource(String name, String path, Dialect dialect) {}

    private static final int LARGEST = 1_000_000;

    /// @throws PackageRefused with everything that is wrong, not only the first
    static Descriptor read(PackageFiles files) throws IOException, PackageRefused {
        if (!files.has(PackageFiles.DESCRIPTOR)) {
            throw new PackageRefused("le fichier datapackage.json manque");
        }
        try (InputStream in = files.open(PackageFiles.DESCRIPTOR)) {
            byte[] written = in.readNBytes(LARGEST + 1);
            if (written.length > LARGEST) {
                throw new PackageRefused("le fichier est trop grand (au plus 1 Mo)");
            }
            return new Reading(JsonMapper.shared().readTree(written)).descriptor(files);
        } catch (UnreadableFile e) {
            throw new PackageRefused(List.of(e.fault()));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new PackageRefused("le fichier n’est pas du JSON lisible (ligne " + line + ")");
        }
    }

    /// Gathers the faults on the way.
    private static final class Reading {
        private final JsonNode json;
        private final List<Reject> faults = new ArrayList<>();
        private final List<String> notices = new ArrayList<>();

        Reading(JsonNode json) {
            this.json = json;
        }

        Descriptor descriptor(PackageFiles files) throws PackageRefused {
            Instant created = created();
            Mode mode = mode();
            if (json.has("profile") && !json.path("profile").asString("").equals("tabular-data-package")) {
                fault("profile : « tabular-data-package » est attendu");
            }
            Map<String, Resource> found = new LinkedHashMap<>();
            json.path("resources").forEach(node -> {
                Resource resource = resource(node, files);
                if (resource != null && found.put(resource.name(), resource) != null) {
                    fault("la ressource « " + resource.name() + " » est décrite deux fois");
                }
            });
            Map<String, Resource> ordered = new LinkedHashMap<>();
            for (String file : TableSchema.FILES) {
                Resource resource = found.get(file);
                if (resource != null) {
                    ordered.put(file, resource);
                } else if (mode == Mode.FULL && !described(file) && !TableSchema.OPTIONAL.contains(file)) {
                    fault("la ressource « " + file + " » manque : un paquet complet (mode full) a les neuf fichiers");
                }
            }
            if (!faults.isEmpty() || created == null || mode == null) {
                throw new PackageRefused(faults);
            }
            if (ordered.isEmpty()) {
                throw new PackageRefused("resources : aucun fichier n’est décrit");
            }
            return new Descriptor(json.path("name").asString("sans nom"), created, mode, ordered, notices);
        }

        private boolean described(String file) {
            for (JsonNode node : json.path("resources")) {
                if (node.path("name").asString("").equals(file)) {
                    return true;
                }
            }
            return false;
        }

        private @Nullable Instant created() {
            String written = json.path("created").asString("");
            try {
                return OffsetDateTime.parse(written).toInstant();
            } catch (DateTimeException e) {
                fault("created : une date et une heure avec fuseau sont attendues, comme 2026-11-22T05:12:00+01:00"
                        + (written.isEmpty() ? "" : " (« " + written + " »)"));
                return null;
            }
        }

        private @Nullable Mode mode() {
            return switch (json.path("mode").asString("")) {
                case "full" -> Mode.FULL;
                case "delta" -> Mode.DELTA;
                default -> {
                    fault("mode : « full » (complet) ou « delta » (ce qui a changé) est attendu");
                    yield null;
                }
            };
        }

        private @Nullable Resource resource(JsonNode node, PackageFiles files) {
            String name = node.path("name").asString("");
            if (!TableSchema.FILES.contains(name)) {
                notices.add("datapackage.json : la ressource « " + name + " » est inconnue, elle est ignorée");
                return null;
            }
            String path = node.path("path").asString("");
            if (!PackageFiles.staysInside(path)) {
                fault("la ressource « " + name + " » : path est le nom d’un fichier du paquet (« " + path + " »)");
                return null;
            }
            if (!files.has(path)) {
                faults.add(Reject.ofFile(path, "le fichier manque dans le paquet"));
                return null;
            }
            try {
                return new Resource(name, path, Dialect.read(node));
            } catch (PackageRefused e) {
                fault("la ressource « " + name + " » : " + e.getMessage());
                return null;
            }
        }

        private void fault(String reason) {
            faults.add(Reject.ofPackage(reason));
        }
    }
}
