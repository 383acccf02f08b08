package fr.opalconnect.insurance;

import fr.opalconnect.Emptied;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A certificate as the demonstration sends it, still to be looked at, and no other.
public final class OneCertificate {
    private OneCertificate() {}

    public static void of(ApplicationContext program, Cast person) {
        Emptied.by(
                program.getBean(JdbcClient.class),
                "TRUNCATE insurance.certificate, insurance.step, insurance.reminder");
        LocalDate today = LocalDate.now(Texts.ZONE);
        program.getBean(DemoCertificates.class)
                .send(AtHome.as(program, person), person.fullName(), today, today.plusMonths(6));
    }
}
