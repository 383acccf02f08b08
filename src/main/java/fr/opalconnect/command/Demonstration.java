package fr.opalconnect.command;

import fr.opalconnect.access.DemoStaff;
import fr.opalconnect.debit.DemoDebits;
import fr.opalconnect.debit.Proposals;
import fr.opalconnect.payment.DemoPayments;
import java.nio.file.Path;
import java.util.Map;

/// The demonstration with all that is in it: its landlord, the people at its desk, and what the cast has done so far.
final class Demonstration {
    private Demonstration() {}

    /// Starts the program, and brings everything in.
    static Program open(Path data, Map<String, String> settings, Progress progress) {
        DemoLandlord landlord = new DemoLandlord(data);
        Program program = Program.start(Start.demo(data, settings, progress), landlord::write);
        try {
            landlord.moveIn(program, progress);
            DemoDesk.moveIn(program.get(DemoStaff.class));
            new DemoTalk(program).moveIn();
            DemoTill.moveIn(program.get(DemoPayments.class), "http://localhost:" + program.port());
            DemoDesk.announceDebits(program.get(DemoDebits.class), program.get(Proposals.class));
            new DemoInsurance(program).moveIn();
            return program;
        } catch (RuntimeException e) {
            program.close();
            throw e;
        }
    }
}
