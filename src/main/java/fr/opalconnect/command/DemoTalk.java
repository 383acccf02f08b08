package fr.opalconnect.command;

import fr.opalconnect.conversation.Conversations;
import fr.opalconnect.conversation.Desk;
import fr.opalconnect.conversation.Draft;
import fr.opalconnect.conversation.Ending;
import fr.opalconnect.conversation.Kind;
import fr.opalconnect.conversation.Slot;
import fr.opalconnect.conversation.Waiting;
import fr.opalconnect.conversation.Words;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.landlord.StaffDirectory;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.plan.Plans;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the cast has written, through the same verbs as anybody's pages. Somebody who starts the demo again finds it as
/// they left it.
final class DemoTalk {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Conversations conversations;
    private final Plans plans;
    private final Desk desk;
    private final StaffDirectory staff;
    private final InstantSource clock;

    DemoTalk(Program program) {
        this.conversations = program.get(Conversations.class);
        this.plans = program.get(Plans.class);
        this.desk = program.get(Desk.class);
        this.staff = program.get(StaffDirectory.class);
        this.clock = program.get(InstantSource.class);
    }

    void moveIn() {
        if (!conversations.list(as(Cast.NADIA_BENALI)).isEmpty()) {
            return;
        }
        leak();
        ask(
                Cast.JEAN_PIERRE_MARCHAND,
                Kind.CONTACT_CHANGE,
                "Changement de coordonnées",
                null,
                false,
                "Qu’est-ce qui change ? Mon numéro de téléphone\nNouveau numéro, adresse ou nom 06 39 98 51 98\n\n"
                        + "J’ai changé d’opérateur, l’ancien numéro ne marche plus.");
        spread();
        UUID light = ask(
                Cast.SAMUEL_ROCHE,
                Kind.REPAIR,
                "Porte de l’immeuble, interphone, boîtes aux lettres",
                "entree",
                true,
                "Dans l’immeuble.\n\nL’interphone ne sonne plus chez moi depuis hier.");
        desk.answer(
                as(CastStaff.CLAIRE_LEMOINE),
                light,
                words(
                        "interphone",
                        "Bonjour M. Roche, merci. L’entreprise est prévenue, je vous dis quand elle passe."),
                Waiting.AGENCY);
    }

    /// In the simulator's way: the desk finds the terms beside the words.
    private void spread() {
        var ending = plans.request(
                as(Cast.FATOUMATA_DIALLO),
                12,
                "Mon contrat s’est arrêté en septembre, j’en ai un nouveau depuis le 2. "
                        + "Je peux payer le loyer et une partie du retard chaque mois.",
                words("etalement", "").key());
        if (!(ending instanceof fr.opalconnect.plan.Ending.Done)) {
            throw new IllegalStateException("the demo's plan is not asked for: " + ending);
        }
    }

    private void leak() {
        UUID leak = ask(
                Cast.NADIA_BENALI,
                Kind.REPAIR,
                "L’eau fuit (évier, lavabo, tuyau)",
                "fuite",
                true,
                "Dans la cuisine.\n\nBonjour, l’eau coule sous l’évier de la cuisine depuis ce matin. "
                        + "J’ai coupé le robinet d’arrêt.");
        SignedInStaff claire = as(CastStaff.CLAIRE_LEMOINE);
        desk.open(claire, leak);
        desk.answer(
                claire,
                leak,
                words(
                        "plombier",
                        "Bonjour Mme Benali, merci d’avoir coupé l’eau. Un plombier peut passer : est-ce que ce créneau "
                                + "vous convient ?"),
                Waiting.TENANT);
        ZonedDateTime at = clock.instant()
                .atZone(PARIS)
                .plusDays(1)
                .withHour(8)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        while (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY) {
            at = at.plusDays(1);
        }
        desk.offerSlots(
                claire,
                leak,
                List.of(new Slot.Times(at.toInstant(), at.plusHours(2).toInstant())));
    }

    private UUID ask(Cast person, Kind kind, String subject, @Nullable String trouble, boolean shared, String body) {
        boolean urgent = "fuite".equals(trouble);
        Ending ending = conversations.open(
                as(person), new Draft(kind, subject, trouble, urgent, shared, words(kind + person.name(), body)));
        return switch (ending) {
            case Ending.Done done -> done.conversation();
            case Ending other -> throw new IllegalStateException("the demo's conversations do not begin: " + other);
        };
    }

    private static Words words(String key, String body) {
        return new Words(body, List.of(), UUID.nameUUIDFromBytes(("demo " + key).getBytes(StandardCharsets.UTF_8)));
    }

    private static SignedInTenant as(Cast person) {
        return new SignedInTenant(
                person.tenant(),
                person.lease().number(),
                person.leases().stream().map(lease -> lease.number()).toList(),
                new UUID(0, 0));
    }

    private SignedInStaff as(CastStaff person) {
        StaffMember member = Objects.requireNonNull(staff.adviser(person.code()), "the demo's staff has moved in");
        return new SignedInStaff(
                member.id(), member.name(), member.role(), member.agencies(), member.adviser(), new UUID(0, 0));
    }
}
