package fr.opalconnect.kernel;

import java.util.stream.Collectors;

/// The digits that people type: a keyboard in Arabic, Persian or Bengali has others than ours.
public final class Digits {
    private Digits() {}

    /// `٤١٢٫٣٧` becomes `412,37`; all else stays what it is.
    public static String western(String typed) {
        return typed.codePoints()
                .mapToObj(sign -> Character.isDigit(sign)
                        ? Integer.toString(Character.digit(sign, 10))
                        : Character.toString(sign == '٫' ? ',' : sign))
                .collect(Collectors.joining());
    }
}
