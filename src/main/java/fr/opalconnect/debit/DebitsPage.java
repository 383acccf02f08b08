package fr.opalconnect.debit;

import fr.opalconnect.debit.DebitsView.Said;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Tone;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The office's collections: what leaves on which day; leave one out, approve a day, take the bank's file away.
@Controller
class DebitsPage {
    static final String PATH = "/bureau/prelevements";
    private static final int LONGEST_REASON = 200;

    private final DebitBoard board;
    private final DirectDebits debits;
    private final Approval approval;
    private final BankFiles files;
    private final Audit audit;
    private final Views views;

    DebitsPage(DebitBoard board, DirectDebits debits, Approval approval, BankFiles files, Audit audit, Views views) {
        this.board = board;
        this.debits = debits;
        this.approval = approval;
        this.files = files;
        this.audit = audit;
        this.views = views;
    }

    @GetMapping(PATH)
    View list(SignedInStaff who, @RequestParam(required = false) @Nullable String fait) {
        return views.page("debit/Debits", board.of(who, said(fait)));
    }

    @PostMapping(PATH + "/{id}/ecarter")
    View exclude(SignedInStaff who, @PathVariable UUID id, @RequestParam(defaultValue = "") String motif) {
        onlyWhoMay(who);
        String reason = motif.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return views.page(
                    "debit/Debits",
                    board.of(who, new Said("debit.desk.said.no-reason", Tone.BAD)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!debits.exclude(who, id, reason)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new RedirectView(PATH + "?fait=ecarte");
    }

    @PostMapping(PATH + "/approuver")
    View approve(SignedInStaff who, @RequestParam(required = false) @Nullable LocalDate jour) {
        onlyWhoMay(who);
        if (jour == null) {
            return new RedirectView(PATH);
        }
        return new RedirectView(PATH
                + switch (approval.approve(who, jour)) {
                    case Approval.Ending.Written _ -> "?fait=approuve";
                    case Approval.Ending.Nothing _ -> "?fait=rien";
                    case Approval.Ending.TooLate _ -> "?fait=tard";
                });
    }

    @GetMapping(PATH + "/fichiers/{id}")
    ResponseEntity<byte[]> file(SignedInStaff who, @PathVariable UUID id) {
        onlyWhoMay(who);
        BankFile file = files.find(who, id);
        if (file == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.note(who.actor(), "took a file of direct debits away", file.messageId());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file.fileName()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(files.content(file));
    }

    /// For those who may not, what managers do is not there.
    static void onlyWhoMay(SignedInStaff who) {
        if (!Approval.mayApprove(who)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static Said said(@Nullable String fait) {
        return switch (fait) {
            case "approuve" -> new Said("debit.desk.said.approved", Tone.GOOD);
            case "rien" -> new Said("debit.desk.said.nothing", Tone.WARN);
            case "tard" -> new Said("debit.desk.said.late", Tone.BAD);
            case "ecarte" -> new Said("debit.desk.said.excluded", Tone.GOOD);
            case null, default -> Said.NOTHING;
        };
    }
}
