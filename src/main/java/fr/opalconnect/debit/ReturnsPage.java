package fr.opalconnect.debit;

import fr.opalconnect.attachment.SentFile;
import fr.opalconnect.debit.DebitsView.Said;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Tone;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The banks' files of returns: given here, and what became of each line.
@Controller
class ReturnsPage {
    static final String PATH = DebitsPage.PATH + "/retours";

    private final Returns returns;
    private final ReturnTable table;
    private final Views views;

    ReturnsPage(Returns returns, ReturnTable table, Views views) {
        this.returns = returns;
        this.table = table;
        this.views = views;
    }

    @GetMapping(PATH)
    View list(SignedInStaff who, @RequestParam(required = false) @Nullable String fait) {
        DebitsPage.onlyWhoMay(who);
        return page(who, said(fait), Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping(PATH)
    View take(SignedInStaff who, HttpServletRequest request) throws IOException {
        DebitsPage.onlyWhoMay(who);
        SentFile file = SentFile.of(request);
        if (file == null || file.refusal() != null) {
            return wrong(who, "debit.returns.refused.missing");
        }
        return switch (returns.take(who, file.name(), file.bytes())) {
            case Returns.Ending.Taken taken ->
                new RedirectView(PATH + (taken.other() == 0 ? "?fait=pris" : "?fait=voir"));
            case Returns.Ending.KnownAlready _ -> new RedirectView(PATH + "?fait=connu");
            case Returns.Ending.Refused refused -> wrong(who, refused.textKey());
        };
    }

    private View wrong(SignedInStaff who, String textKey) {
        return page(who, Said.NOTHING, Mistakes.of(new Mistake("fichier", textKey)), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View page(SignedInStaff who, Said said, Mistakes mistakes, HttpStatus status) {
        List<ReturnTable.ReturnFile> files = table.files();
        List<ReturnTable.Line> lines =
                table.lines(files.stream().map(ReturnTable.ReturnFile::id).toList());
        return views.page("debit/ReturnedDebits", new ReturnsView(who, files, lines, said, mistakes), status);
    }

    private static Said said(@Nullable String fait) {
        return switch (fait) {
            case "pris" -> new Said("debit.returns.said.taken", Tone.GOOD);
            case "voir" -> new Said("debit.returns.said.look", Tone.WARN);
            case "connu" -> new Said("debit.returns.said.known", Tone.INFO);
            case null, default -> Said.NOTHING;
        };
    }
}
