package fr.opalconnect.platform;

import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Typography;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The words around a code: who sends it, what it is for, and the line by which phones fill it in.
@Component
public class CodeText {
    private final TextBundles texts;
    private final Brand brand;
    private final String site;

    /// @param site the host name that tenants see in their browser
    CodeText(TextBundles texts, Brand brand, @Value("${opal.site:localhost}") String site) {
        this.texts = texts;
        this.brand = brand;
        this.site = site;
    }

    /// One message of the mobile networks' own alphabet. The last line is bound to the site: a browser offers the code
    /// there and nowhere else.
    ///
    /// @param textKey says who sends it (`{0}`), the code (`{1}`) and for how many minutes it works (`{2}`)
    public String of(String textKey, Code code, Locale language) {
        String words = texts.in(language).say(textKey, brand.sender(), code.digits(), Code.LIFE.toMinutes());
        return Typography.unset(words) + "\n\n@" + site + " #" + code.digits();
    }

    /// The language a tenant's texts are in, by its code in `Tenancy.language()`.
    public static Locale language(@Nullable String code) {
        return Language.of(code).locale();
    }
}
