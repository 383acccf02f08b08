package fr.opalconnect.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A package of two leases that is right in every way, and ways to spoil it. Lines are written with commas; how they
/// are delivered is another matter.
final class TestPackage {
    /// Those that it has, in the order in which they are taken.
    static final List<String> FILES = TableSchema.FILES.stream()
            .filter(file -> !TableSchema.OPTIONAL.contains(file))
            .toList();

    private final Map<String, List<String>> files = new LinkedHashMap<>();
    private final Map<String, byte[]> enclosed = new LinkedHashMap<>();
    private String created = "2026-11-20T05:12:00+01:00";
    private String mode = "full";
    private Charset charset = StandardCharsets.UTF_8;
    private String encoding = "utf-8";
    private char delimiter = ',';
    private String before = "";
    private boolean stored;
    private String lineEnd = "\n";

    TestPackage() {
        file("agences", "code,nom,telephone,courriel,adresse,code_postal,commune,horaires", """
                LAO,Agence de Laon,03 23 23 62 00,laon@bailleur.example,1 place Foch,02000,Laon,8 h 30 – 17 h
                SOI,Agence de Soissons,03 23 23 62 01,,,02200,Soissons,
                """);
        file("conseillers", "code,prenom,nom,code_agence,courriel,telephone", """
                C1,Claire,Lemoine,LAO,claire@bailleur.example,03 23 23 62 10
                """);
        file(
                "logements",
                "numero_logement,type,etage,porte,batiment,residence,adresse,code_postal,commune,surface_m2,"
                        + "code_agence,code_conseiller",
                """
                L001,T3,2,12,B,Champagne,4 rue Marcel-Bleuet,02000,Laon,64.50,LAO,C1
                L002,T2,,,,,9 rue des Écoles,02200,Soissons,,SOI,
                """);
        file("locataires", "numero_locataire,civilite,prenom,nom,mobile,courriel,langue", """
                48213,Mme,Nadia,Benali,06.41.20.77.42,,fr
                48214,M.,Zoé,Gœury,,,
                """);
        file("baux", "numero_bail,numero_logement,date_debut,date_fin,terme,jour_echeance,mode_paiement", """
                B1,L001,2020-03-01,,ECHU,5,PRELEVEMENT
                B2,L002,2019-07-15,2026-10-31,ECHU,10,VIREMENT
                """);
        file("titulaires", "numero_bail,numero_locataire,role", """
                B1,48213,TITULAIRE
                B1,48214,COTITULAIRE
                B2,48214,TITULAIRE
                """);
        file(
                "avis",
                "identifiant,numero_bail,periode,date_emission,date_echeance,solde_anterieur,total_mois,net_a_payer",
                """
                A1,B1,2026-10,2026-10-27,2026-11-05,0.00,250.90,250.90
                A2,B2,2026-10,2026-10-27,2026-11-10,12.00,300.00,312.00
                """);
        file(
                "ecritures",
                "identifiant,numero_bail,avis,nature,libelle,periode,date_operation,date_valeur,date_echeance,debit,"
                        + "credit,prelevable,annule,reference_paiement",
                """
                E1,B1,A1,LOYER,Loyer principal,2026-10,2026-10-27,2026-10-27,2026-11-05,412.10,0.00,true,,
                E2,B1,A1,EAU,Provision eau,2026-10,2026-10-27,2026-10-27,2026-11-05,113.00,,true,,
                E3,B1,A1,RLS,RLS,2026-10,2026-10-27,2026-10-27,,,38.20,false,,
                E4,B1,A1,APL,APL,2026-10,2026-10-27,2026-10-27,,0.00,236.00,false,,
                E5,B1,,PAIEMENT,Prélèvement,,2026-11-05,2026-11-05,,,250.90,false,,PAY-1
                E6,B1,,REJET_PRELEVEMENT,Prélèvement rejeté,,2026-11-09,2026-11-09,,250.90,,false,E5,
                F1,B2,A2,LOYER,"Loyer, parking compris",2026-10,2026-10-27,2026-10-27,2026-11-10,300,,true,,
                """);
        file("documents", "identifiant,numero_bail,nature,libelle,date,fichier,sha256", """
                D1,B1,BAIL,Votre bail,2020-03-01,B1/bail.pdf,%s
                """.formatted("ab".repeat(32)));
    }

    private List<String> of(String file) {
        return java.util.Objects.requireNonNull(files.get(file), file);
    }

    /// The file that may be left out.
    TestPackage charges(String... lines) {
        file("decomptes", "numero_bail,annee,theme,depenses,provisions", String.join("\n", lines));
        return this;
    }

    private void file(String name, String header, String lines) {
        List<String> all = new ArrayList<>();
        all.add(header);
        all.addAll(lines.lines().toList());
        files.put(name, all);
    }

    TestPackage created(String instant) {
        created = instant;
        return this;
    }

    TestPackage delta() {
        mode = "delta";
        return this;
    }

    /// Only these files.
    TestPackage only(String... names) {
        files.keySet().retainAll(List.of(names));
        return this;
    }

    /// Takes a column out of the file.
    TestPackage drop(String file, String column) {
        int place = List.of(of(file).getFirst().split(",")).indexOf(column);
        files.put(
                file,
                new ArrayList<>(of(file).stream()
                        .map(line -> new ArrayList<>(List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))))
                        .peek(cells -> cells.remove(place))
                        .map(cells -> String.join(",", cells))
                        .toList()));
        return this;
    }

    /// A file beside the nine.
    TestPackage enclose(String path, byte[] content) {
        enclosed.put(path, content);
        return this;
    }

    /// These lines instead of the file's.
    TestPackage lines(String file, String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        all.addFirst(of(file).getFirst());
        files.put(file, all);
        return this;
    }

    TestPackage add(String file, String... lines) {
        of(file).addAll(List.of(lines));
        return this;
    }

    TestPackage header(String file, String header) {
        of(file).set(0, header);
        return this;
    }

    /// Changes the line that begins so; null takes it out.
    TestPackage change(String file, String beginning, UnaryOperator<@org.jspecify.annotations.Nullable String> change) {
        List<String> before = of(file);
        perhaps(file, beginning, change);
        if (before.equals(of(file))) {
            throw new IllegalArgumentException("nothing in " + file + " begins with " + beginning);
        }
        return this;
    }

    /// The same, where nothing may begin so any more.
    void perhaps(String file, String beginning, UnaryOperator<@org.jspecify.annotations.Nullable String> change) {
        List<String> changed = new ArrayList<>();
        for (String line : of(file)) {
            String now = line.startsWith(beginning) ? change.apply(line) : line;
            if (now != null) {
                changed.add(now);
            }
        }
        files.put(file, changed);
    }

    TestPackage replace(String file, String old, String fresh) {
        return change(file, "", line -> line.replace(old, fresh));
    }

    TestPackage without(String file, String beginning) {
        return change(file, beginning, line -> null);
    }

    TestPackage windows() {
        charset = Charset.forName("windows-1252");
        encoding = "windows-1252";
        delimiter = ';';
        lineEnd = "\r\n";
        return this;
    }

    TestPackage byteOrderMark() {
        before = "\uFEFF";
        return this;
    }

    TestPackage encoding(String announced) {
        encoding = announced;
        return this;
    }

    Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey() + ".csv"), bytes(file.getValue()));
        }
        for (var file : enclosed.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Files.writeString(folder.resolve("datapackage.json"), descriptor());
        return folder;
    }

    /// In a ZIP that packs nothing, so that a test finds its way in it.
    TestPackage stored() {
        stored = true;
        return this;
    }

    /// @param prefix before each name, `export/`
    Path zip(Path path, String prefix) throws IOException {
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(stored ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
            zip.putNextEntry(new ZipEntry(prefix + "datapackage.json"));
            zip.write(descriptor().getBytes(StandardCharsets.UTF_8));
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(prefix + file.getKey() + ".csv"));
                zip.write(bytes(file.getValue()));
            }
            for (var file : enclosed.entrySet()) {
                zip.putNextEntry(new ZipEntry(prefix + file.getKey()));
                zip.write(file.getValue());
            }
        }
        return path;
    }

    private byte[] bytes(List<String> lines) {
        String text = before + String.join(lineEnd, lines) + lineEnd;
        return (delimiter == ',' ? text : withDelimiter(text)).getBytes(charset);
    }

    /// Commas outside of quotes become the delimiter.
    private String withDelimiter(String text) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            out.append(c == ',' && !quoted ? delimiter : c);
        }
        return out.toString();
    }

    String descriptor() {
        StringBuilder resources = new StringBuilder();
        for (String name : files.keySet()) {
            resources.append(resources.isEmpty() ? "" : ",").append("""
                    {"name": "%s", "path": "%s.csv", "encoding": "%s", "dialect": {"delimiter": "%s"}}
                    """.formatted(name, name, encoding, delimiter));
        }
        return """
                {"name": "essai", "profile": "tabular-data-package", "created": "%s", "mode": "%s", "resources": [%s]}
                """.formatted(created, mode, resources);
    }
}
