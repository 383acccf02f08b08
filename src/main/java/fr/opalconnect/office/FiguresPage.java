package fr.opalconnect.office;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The figures, for those who manage an agency: of their own; for administrators: of all.
@Controller
class FiguresPage {
    private static final int WEEKS = 12;
    private static final int LONGEST_DAYS = 400;

    private final FiguresBoard board;
    private final Audit audit;
    private final Views views;
    private final TextBundles texts;
    private final InstantSource clock;

    FiguresPage(FiguresBoard board, Audit audit, Views views, TextBundles texts, InstantSource clock) {
        this.board = board;
        this.audit = audit;
        this.views = views;
        this.texts = texts;
        this.clock = clock;
    }

    /// @param du the first day; @param au the last
    @GetMapping("/bureau/chiffres")
    View figures(
            SignedInStaff who,
            @RequestParam(required = false) @Nullable String du,
            @RequestParam(required = false) @Nullable String au) {
        onlyManagers(who);
        Range range = range(du, au);
        return views.page(
                "office/Figures",
                board.of(who, range.from(), range.until(), range.mistakes()),
                range.mistakes().any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    @GetMapping("/bureau/chiffres.csv")
    ResponseEntity<byte[]> file(
            SignedInStaff who,
            @RequestParam(required = false) @Nullable String du,
            @RequestParam(required = false) @Nullable String au) {
        onlyManagers(who);
        Range range = range(du, au);
        audit.note(who.actor(), "figures taken away", range.from() + ".." + range.until());
        FiguresView view = board.of(who, range.from(), range.until(), Mistakes.NONE);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("chiffres-" + range.from() + "-" + range.until() + ".csv")
                                .build()
                                .toString())
                .body(FiguresFile.csv(view, texts.in(Locale.FRENCH)));
    }

    private record Range(LocalDate from, LocalDate until, Mistakes mistakes) {}

    /// What cannot be read, or is too long, becomes the last weeks, and is said.
    private Range range(@Nullable String du, @Nullable String au) {
        LocalDate today = clock.instant().atZone(Texts.ZONE).toLocalDate();
        LocalDate usual = today.minusWeeks(WEEKS);
        try {
            LocalDate from = du == null || du.isBlank() ? usual : LocalDate.parse(du);
            LocalDate until = au == null || au.isBlank() ? today : LocalDate.parse(au);
            if (from.isAfter(until)) {
                return new Range(usual, today, Mistakes.of(new Mistake("du", "office.figures.order")));
            }
            return from.plusDays(LONGEST_DAYS).isBefore(until)
                    ? new Range(usual, today, Mistakes.of(new Mistake("du", "office.figures.long")))
                    : new Range(from, until, Mistakes.NONE);
        } catch (DateTimeException e) {
            return new Range(usual, today, Mistakes.of(new Mistake("du", "office.figures.date")));
        }
    }

    private static void onlyManagers(SignedInStaff who) {
        if (!who.role().mayAll(StaffRole.AGENCY_MANAGER)) {
            throw DeskViews.gone();
        }
    }
}
