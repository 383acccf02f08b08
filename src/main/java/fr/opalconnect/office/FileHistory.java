package fr.opalconnect.office;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.notification.Reading;
import fr.opalconnect.notification.ToldLine;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Looks;
import fr.opalconnect.tenancy.ContactRequest;
import fr.opalconnect.tenancy.ContactTasks;
import fr.opalconnect.tenancy.PhoneCorrection;
import fr.opalconnect.tenancy.PhoneCorrections;
import fr.opalconnect.tenancy.TenantFile;
import fr.opalconnect.ui.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What happened to a tenant's account and file, in words, the latest first.
@Component
class FileHistory {
    private static final int MOST = 40;
    private static final int TOLD = 20;

    /// What of the audit means something at the desk.
    private static final Set<String> ACTS =
            Set.of("activated", "signed in", "password changed", "code sent", "sign-in failed");

    private static final Set<String> LOOKS = Set.of("file", "code");

    private final Audit audit;
    private final Looks looks;
    private final PhoneCorrections corrections;
    private final ContactTasks requests;
    private final Reading told;

    FileHistory(Audit audit, Looks looks, PhoneCorrections corrections, ContactTasks requests, Reading told) {
        this.audit = audit;
        this.looks = looks;
        this.corrections = corrections;
        this.requests = requests;
        this.told = told;
    }

    /// What the tenant was told, and what became of it on its way.
    List<ToldLine> told(SignedInStaff who, TenantFile file) {
        return told.of(who, file, TOLD);
    }

    List<ContactRequest> requests(SignedInStaff who, TenantFile file) {
        return requests.of(who, file);
    }

    List<FileEvent> of(SignedInStaff who, TenantFile file) {
        String number = file.number().value();
        List<FileEvent> all = new ArrayList<>();
        audit.about("tenant:" + number, number, ACTS, MOST)
                .forEach(line -> all.add(new FileEvent(
                        line.at(), "office.history.act." + line.act().replace(' ', '-'), List.of(), null)));
        looks(number).forEach(all::add);
        String postcode = file.tenancy().leases().getFirst().postcode();
        corrections.of(who, file).forEach(one -> all.addAll(told(one, postcode)));
        requests(who, file)
                .forEach(one -> all.add(new FileEvent(
                        one.askedAt(),
                        "office.history.request."
                                + one.reason()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'),
                        List.of(),
                        one.details())));
        return all.stream()
                .sorted(Comparator.comparing(FileEvent::at).reversed())
                .limit(MOST)
                .toList();
    }

    /// The looks of one person on one day are one line; what they answered to why stays a line of its own.
    private List<FileEvent> looks(String number) {
        Map<List<Object>, List<Looks.Look>> together = looks.at(number, 5 * MOST).stream()
                .filter(look -> LOOKS.contains(look.what()))
                .collect(Collectors.groupingBy(
                        look -> Arrays.<Object>asList(
                                look.what(),
                                look.staff(),
                                look.at().atZone(Texts.ZONE).toLocalDate(),
                                look.why()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return together.values().stream()
                .map(same -> {
                    Looks.Look last = same.getFirst();
                    String key = "office.history.look." + last.what();
                    return same.size() == 1
                            ? new FileEvent(last.at(), key, List.of(last.staffName()), last.why())
                            : new FileEvent(
                                    last.at(),
                                    key + ".often",
                                    List.of(last.staffName(), Integer.toString(same.size())),
                                    last.why());
                })
                .toList();
    }

    private static List<FileEvent> told(PhoneCorrection one, String postcode) {
        List<FileEvent> told = new ArrayList<>();
        String former = Objects.requireNonNullElse(one.formerNational(postcode), "–");
        told.add(new FileEvent(
                one.madeAt(), "office.history.phone", List.of(one.madeBy(), former, one.national()), one.reason()));
        if (one.endedAt() != null && one.state() != PhoneCorrection.State.REPLACED) {
            String key = one.state() == PhoneCorrection.State.SETTLED
                    ? "office.history.phone.settled"
                    : "office.history.phone.dropped";
            told.add(new FileEvent(one.endedAt(), key, List.of(one.national()), null));
        }
        return told;
    }
}
