package fr.opalconnect.kernel;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An amount in euros as people write it: `412,37`, `412.37 €`, `1 234`, `€50`; with the digits of any
/// keyboard.
public final class TypedAmount {
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,9})(?:[.,]([0-9]{1,2}))?");

    private TypedAmount() {}

    /// @return null when it is none
    public static @Nullable Money read(String typed) {
        Matcher amount = AMOUNT.matcher(Digits.western(typed).replaceAll("[\\s\\p{Z}'’€]|(?i:euros?|eur)", ""));
        if (!amount.matches()) {
            return null;
        }
        String cents = amount.group(2) == null ? "0" : amount.group(2);
        return Money.ofEuros(new BigDecimal(amount.group(1) + "." + cents).toPlainString());
    }
}
