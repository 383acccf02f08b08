package fr.opalconnect.debit;

import fr.opalconnect.debit.ReturnTable.Fate;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import java.util.List;
import java.util.Locale;

/// What the banks sent back, as somebody of the office may see it.
record ReturnsView(
        SignedInStaff who,
        List<ReturnTable.ReturnFile> files,
        List<ReturnTable.Line> lines,
        DebitsView.Said said,
        Mistakes mistakes) {
    List<ReturnTable.Line> of(ReturnTable.ReturnFile file) {
        return lines.stream().filter(line -> line.file().equals(file.id())).toList();
    }

    /// Whose collection it was; of another agency's tenants nobody's name is told.
    String holder(Texts t, ReturnTable.Line line) {
        if (line.holder() == null) {
            return "–";
        }
        return who.sees(line.agency()) ? line.holder() : t.say("debit.returns.elsewhere");
    }

    boolean sees(ReturnTable.Line line) {
        return line.tenant() != null && who.sees(line.agency());
    }

    static String textKey(Fate fate) {
        return "debit.returns.fate." + fate.name().toLowerCase(Locale.ROOT);
    }

    static Tone tone(Fate fate) {
        return switch (fate) {
            case TAKEN -> Tone.GOOD;
            case KNOWN -> Tone.PLAIN;
            case UNKNOWN, DIFFERS -> Tone.WARN;
        };
    }
}
