package fr.opalconnect.access;

import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.landlord.Staffing;
import fr.opalconnect.platform.Secrets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The demonstration's staff: accounts whose password is known and whose phone is on the screen. In production there
/// is no such thing.
@Component
@Profile("demo")
public class DemoStaff {
    public static final String PASSWORD = "bureau de demonstration";

    /// @param code that the phone shows now
    /// @param next that it shows in half a minute: a code opens once only
    public record Person(StaffMember member, String code, String next) {}

    private final StaffDirectory directory;
    private final Staffing staffing;
    private final StaffLoginTable logins;
    private final PasswordWork work;
    private final Secrets secrets;
    private final InstantSource clock;

    DemoStaff(
            StaffDirectory directory,
            Staffing staffing,
            StaffLoginTable logins,
            PasswordWork work,
            Secrets secrets,
            InstantSource clock) {
        this.directory = directory;
        this.staffing = staffing;
        this.logins = logins;
        this.work = work;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Gives somebody an account, unless they have one.
    public StaffMember moveIn(
            String name, String email, StaffRole role, List<String> agencies, @Nullable String adviser) {
        StaffMember known = directory.byEmail(email);
        if (known != null) {
            return known;
        }
        StaffMember member =
                Objects.requireNonNull(staffing.add("demo", name, email, role, agencies, adviser), "a free address");
        String hash = Objects.requireNonNull(work.hash(PASSWORD), "nobody else hashes yet");
        logins.set(member.id(), hash, key(member), 0, clock.instant());
        return member;
    }

    /// Those who moved in, with the code on their phone.
    public List<Person> people() {
        long step = Totp.step(clock.instant());
        return directory.all().stream()
                .filter(member -> Arrays.equals(logins.find(member.id()).totpKey(), key(member)))
                .map(member -> new Person(member, Totp.code(key(member), step), Totp.code(key(member), step + 1)))
                .toList();
    }

    /// The deployment's own, so that no key stands in the program.
    private byte[] key(StaffMember member) {
        return Arrays.copyOf(secrets.mac("demo staff", member.email()), 20);
    }
}
