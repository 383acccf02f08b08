package fr.opalconnect.office;

import fr.opalconnect.access.ActivatedShare;
import fr.opalconnect.conversation.Figures;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.office.FiguresView.AgencyOwed;
import fr.opalconnect.office.FiguresView.AgencyShare;
import fr.opalconnect.ui.Mistakes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Gathers the figures; each module is asked for its own.
@Component
class FiguresBoard {
    private final Figures figures;
    private final ActivatedShare activated;
    private final Agencies agencies;

    FiguresBoard(Figures figures, ActivatedShare activated, Agencies agencies) {
        this.figures = figures;
        this.activated = activated;
        this.agencies = agencies;
    }

    FiguresView of(SignedInStaff who, LocalDate from, LocalDate until, Mistakes mistakes) {
        ActivatedShare.Counted counted = activated.of(who);
        return new FiguresView(
                from,
                until,
                shares(counted.byAgency()),
                counted.at(),
                figures.kinds(who, from, until),
                figures.weeks(who, from, until),
                figures.overdue(who).stream()
                        .map(each -> new AgencyOwed(name(each.agency()), each.owed(), each.late()))
                        .toList(),
                mistakes);
    }

    private List<AgencyShare> shares(Map<String, ActivatedShare.Share> counted) {
        return agencies.all().stream()
                .filter(agency -> counted.containsKey(agency.code()))
                .map(agency -> share(agency, counted))
                .toList();
    }

    private static AgencyShare share(Agency agency, Map<String, ActivatedShare.Share> counted) {
        ActivatedShare.Share share = counted.getOrDefault(agency.code(), new ActivatedShare.Share(0, 0));
        return new AgencyShare(agency.name(), share.tenants(), share.activated());
    }

    private String name(String code) {
        Agency agency = agencies.find(code);
        return agency == null ? code : agency.name();
    }
}
