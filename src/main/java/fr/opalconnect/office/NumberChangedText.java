package fr.opalconnect.office;

import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Typography;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the old number is told: one message of the mobile networks' own alphabet.
@Component
class NumberChangedText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final TextBundles texts;
    private final Brand brand;

    NumberChangedText(TextBundles texts, Brand brand) {
        this.texts = texts;
        this.brand = brand;
    }

    /// @param spoken the tenant's language, as `Tenancy.language()` has it
    String of(@Nullable String spoken, Instant now) {
        Texts t = texts.in(Language.of(spoken));
        String day = now.atZone(Texts.ZONE).format(DAY);
        return Typography.unset(t.say("office.sms.number-changed", brand.sender(), day, brand.phone()));
    }
}
