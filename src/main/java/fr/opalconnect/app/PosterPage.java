package fr.opalconnect.app;

import fr.opalconnect.platform.Languages;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Papers;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The poster for an agency's wall: the brand, a big QR code, the phone. It is made once and the same for everybody.
@Controller
@Open
class PosterPage {
    /// It tells of no day.
    private static final Instant MADE_AT = Instant.parse("2026-01-01T00:00:00Z");

    /// A module's side in dots: printers must not have to guess.
    private static final int DOTS = 12;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Made(Locale language, String address, byte[] pdf) {}

    private final Papers papers;
    private final Languages languages;
    private final SiteAddress address;
    private volatile @Nullable Made made;

    PosterPage(Papers papers, Languages languages, SiteAddress address) {
        this.papers = papers;
        this.languages = languages;
        this.address = address;
    }

    @GetMapping(InstallPage.PATH + "/affiche.pdf")
    ResponseEntity<byte[]> poster(HttpServletRequest request) {
        Locale language = Language.of(languages.of(request)).onPaper().locale();
        String here = address.of(request, InstallPage.PATH);
        Made last = made;
        if (last == null || !last.language().equals(language) || !last.address().equals(here)) {
            last = new Made(language, here, pdf(language, here));
            made = last;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("affiche.pdf")
                                .build()
                                .toString())
                .body(last.pdf());
    }

    private byte[] pdf(Locale language, String here) {
        String code = "data:image/png;base64," + Base64.getEncoder().encodeToString(QrCode.picture(here, DOTS));
        return papers.pdf("app/PosterPaper", new PosterSheet(here, code), language, MADE_AT);
    }
}
