package fr.opalconnect.transfer;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.transfer.CamtRefusal.Reason;
import fr.opalconnect.ui.Texts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the amounts, dates and flags of a bank's file; what cannot be read is refused by its name.
final class CamtValues {
    /// ISO 20022 allows 18 digits, five of them behind the point.
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}(\\.[0-9]{0,5})?|\\.[0-9]{1,5}");

    private CamtValues() {}

    /// Euros, positive came in.
    static Money signed(CamtElement holder, CamtElement amount, @Nullable String sign, String name) throws CamtRefusal {
        String currency = amount.attribute("Ccy");
        if (currency != null && !currency.equals("EUR")) {
            throw new CamtRefusal(Reason.CURRENCY, currency);
        }
        String side = sign == null ? holder.text("CdtDbtInd") : sign;
        if (side == null) {
            throw new CamtRefusal(Reason.MISSING, name + "/CdtDbtInd");
        }
        Money euros = money(amount, name);
        return switch (side) {
            case "CRDT" -> euros;
            case "DBIT" -> euros.negated();
            default -> throw new CamtRefusal(Reason.UNREADABLE, name + "/CdtDbtInd", side);
        };
    }

    static boolean isEuro(CamtElement amount) {
        String currency = amount.attribute("Ccy");
        return currency == null || currency.equals("EUR");
    }

    private static Money money(CamtElement amount, String name) throws CamtRefusal {
        String text = amount.ownText();
        if (text == null) {
            throw new CamtRefusal(Reason.MISSING, name + "/Amt");
        }
        if (!AMOUNT.matcher(text).matches()) {
            throw new CamtRefusal(Reason.UNREADABLE, name + "/Amt", text);
        }
        try {
            return Money.ofCents(new BigDecimal(text).movePointRight(2).longValueExact());
        } catch (ArithmeticException e) {
            throw new CamtRefusal(Reason.NOT_CENTS, text);
        }
    }

    /// A day, however it is written: `Dt`, or `DtTm` with or without its zone.
    static @Nullable LocalDate day(@Nullable CamtElement date, String name) throws CamtRefusal {
        if (date == null) {
            return null;
        }
        String day = date.text("Dt");
        String time = date.text("DtTm");
        String text = day != null ? day : time != null ? time : date.ownText();
        if (text == null) {
            return null;
        }
        try {
            return text.contains("T") ? dayOf(text) : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeException e) {
            throw new CamtRefusal(Reason.UNREADABLE, name, text);
        }
    }

    static @Nullable Instant moment(@Nullable String text, String name) throws CamtRefusal {
        if (text == null) {
            return null;
        }
        try {
            return hasZone(text)
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(Texts.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new CamtRefusal(Reason.UNREADABLE, name, text);
        }
    }

    private static LocalDate dayOf(String time) {
        return hasZone(time)
                ? OffsetDateTime.parse(time).atZoneSameInstant(Texts.ZONE).toLocalDate()
                : LocalDateTime.parse(time).toLocalDate();
    }

    private static boolean hasZone(String time) {
        return time.matches(".*T.*(Z|[+-][0-9]{2}:[0-9]{2})");
    }

    static boolean flag(@Nullable String text, String name) throws CamtRefusal {
        return switch (text) {
            case null -> false;
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new CamtRefusal(Reason.UNREADABLE, name, text);
        };
    }
}
