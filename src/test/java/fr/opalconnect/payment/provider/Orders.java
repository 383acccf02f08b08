package fr.opalconnect.payment.provider;

import fr.opalconnect.kernel.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What tests of providers pay.
final class Orders {
    static final Instant BEGUN = Instant.parse("2026-11-23T09:14:07Z");

    private Orders() {}

    static Order of(long cents) {
        return of(cents, "nadia.benali@exemple.fr");
    }

    static Order of(long cents, @Nullable String email) {
        return new Order(
                new UUID(0, 1),
                "P261123004711",
                "004711",
                BEGUN,
                Money.ofCents(cents),
                email,
                Locale.FRENCH,
                "Loyer de novembre, 12 rue de l’Église",
                URI.create("https://locataires.exemple.fr/payer/retour/1"),
                URI.create("https://locataires.exemple.fr/paiement/avis/lyra"));
    }
}
