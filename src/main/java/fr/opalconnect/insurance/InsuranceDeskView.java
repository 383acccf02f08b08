package fr.opalconnect.insurance;

import fr.opalconnect.attachment.Attachment;
import fr.opalconnect.insurance.InsuranceList.Row;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The office's list of certificates.
///
/// @param piles what it is narrowed to
/// @param files the pages of the certificates shown
/// @param page  the first is 1
/// @param wrong whose form came back
record InsuranceDeskView(
        InsuranceList.Shown shown,
        Set<Pile> piles,
        Map<UUID, Attachment> files,
        int page,
        @Nullable String done,
        @Nullable UUID wrong,
        Mistakes mistakes) {
    /// `etat=a-verifier&etat=bientot`
    static String query(Set<Pile> piles) {
        return Arrays.stream(Pile.values())
                .filter(piles::contains)
                .map(pile -> "etat=" + pile.path())
                .collect(Collectors.joining("&"));
    }

    /// The code of the agency that is looked at; empty for all.
    String agence() {
        return shown.agency().chosen() == null ? "" : shown.agency().chosen();
    }

    String href(int page) {
        return InsuranceDeskPage.PATH + "?" + query(piles) + shown.agency().query() + (page > 1 ? "&page=" + page : "");
    }

    /// All that are missing, of the same agency.
    String file() {
        return InsuranceDeskPage.PATH + ".csv?" + query(Set.of(Pile.MISSING))
                + shown.agency().query();
    }

    List<Attachment> pieces(Certificate one) {
        return one.pieces().stream().filter(files::containsKey).map(files::get).toList();
    }

    Mistakes mistakesOf(Certificate one) {
        return one.id().equals(wrong) ? mistakes : Mistakes.NONE;
    }

    /// `terminée depuis le 12 mai 2026`
    static String standing(Texts t, Row row) {
        return new Covers.Stand(row.standing(), row.cover().until()).sentence(t);
    }

    /// The key of what was just done; null when nothing was.
    @Nullable
    String said() {
        return switch (done) {
            case "accepte" -> "insurance.desk.done.accepted";
            case "refuse" -> "insurance.desk.done.refused";
            case "entretemps" -> "insurance.desk.done.meanwhile";
            case null, default -> null;
        };
    }
}
