package fr.opalconnect.command;

import fr.opalconnect.access.StaffAccounts;
import fr.opalconnect.access.StaffAccounts.Added;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.StaffMember;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Who may sit at the desk, from the terminal: the first administrator comes from here, and whoever has locked
/// everybody out comes back from here.
@Command(name = "staff", description = "Who may sign in at the desk: add, list, link, close.")
final class StaffCommand {
    /// As the audit names somebody who may type commands on the landlord's machine.
    private static final String ACTOR = "terminal";

    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            defaultValue = DataFolder.DEFAULT,
            description = "The data folder (${DEFAULT-VALUE}).")
    Path data = Path.of(".opal/serve");

    @Option(
            names = "--site",
            scope = ScopeType.INHERIT,
            paramLabel = "ADDRESS",
            description = "The address of your site, to print whole links: https://locataires.exemple.fr")
    @Nullable
    String site;

    @Command(name = "add", description = "Gives somebody an account and prints the link that opens it.")
    int add(
            @Option(names = "--name", required = true, description = "First and last name, as tenants see it.")
                    String name,
            @Option(names = "--email", required = true, description = "The address they sign in with.") String email,
            @Option(
                            names = "--role",
                            defaultValue = "adviser",
                            description = "adviser, agency_manager or administrator (${DEFAULT-VALUE}).")
                    String role,
            @Option(
                            names = "--agency",
                            paramLabel = "CODE",
                            arity = "1..*",
                            description = "Codes of the agencies whose tenants they see.")
                    @Nullable
                    List<String> agencies,
            @Option(names = "--adviser", paramLabel = "CODE", description = "Which adviser of the ERP they are.")
                    @Nullable
                    String adviser) {
        StaffRole given = role(role);
        List<String> codes = agencies == null ? List.of() : new ArrayList<>(agencies);
        if (!email.contains("@") || name.isBlank()) {
            throw new Failure("--name and --email do not make an account.");
        }
        if (given != StaffRole.ADMINISTRATOR && codes.isEmpty()) {
            throw new Failure("Give at least one --agency: without it they would see no tenant.");
        }
        return with(program -> {
            Added added = program.get(StaffAccounts.class).add(ACTOR, name, email, given, codes, adviser);
            return switch (added) {
                case Added.Invited invited -> print(program, invited);
                case Added.Taken _ ->
                    throw new Failure("This address, or this adviser, has an account already. See ./opal staff list.");
            };
        });
    }

    @Command(name = "list", description = "Says who has an account.")
    int list() {
        return with(program -> {
            for (StaffMember member : program.get(StaffAccounts.class).all()) {
                System.out.printf(
                        "%-24s %-34s %-15s %s%n",
                        member.name(),
                        member.email(),
                        member.role().name().toLowerCase(Locale.ROOT),
                        String.join(" ", member.agencies()));
            }
            return 0;
        });
    }

    @Command(name = "link", description = "Takes password and phone away, and prints a link that sets them anew.")
    int link(@Option(names = "--email", required = true, description = "Whose.") String email) {
        return with(program -> {
            StaffAccounts accounts = program.get(StaffAccounts.class);
            return print(program, accounts.reset(ACTOR, member(accounts, email)));
        });
    }

    @Command(name = "close", description = "Closes an account; its name stays on what was written.")
    int close(@Option(names = "--email", required = true, description = "Whose.") String email) {
        return with(program -> {
            StaffAccounts accounts = program.get(StaffAccounts.class);
            StaffMember member = member(accounts, email);
            accounts.close(ACTOR, member.id());
            System.out.println("The account of " + member.name() + " is closed.");
            return 0;
        });
    }

    private int print(Program program, Added.Invited invited) {
        System.out.printf(
                "This link opens the desk to %s, once, until %tF %<tR UTC:%n%s%s%n",
                invited.member().name(),
                invited.until().atOffset(java.time.ZoneOffset.UTC),
                address(program),
                invited.path());
        return 0;
    }

    private String address(Program program) {
        if (site != null) {
            return site.replaceFirst("/+$", "");
        }
        String host = program.get(Environment.class).getProperty("opal.site", "localhost");
        return host.equals("localhost") ? "http://localhost:8080" : "https://" + host;
    }

    private static StaffMember member(StaffAccounts accounts, String email) {
        return accounts.all().stream()
                .filter(each -> each.email().equalsIgnoreCase(email.strip()))
                .findFirst()
                .orElseThrow(() -> new Failure("Nobody has an account with the address " + email + "."));
    }

    private static StaffRole role(String typed) {
        try {
            return StaffRole.valueOf(typed.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new Failure("There is no role " + typed + ". There are adviser, agency_manager and administrator.");
        }
    }

    private int with(ToIntFunction<Program> act) {
        try (Program program = Program.start(Start.staff(data))) {
            return act.applyAsInt(program);
        }
    }
}
