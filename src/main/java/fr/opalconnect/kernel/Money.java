package fr.opalconnect.kernel;

import java.math.BigDecimal;

/// An amount in whole euro cents; never a float. Positive means that the tenant owes.
public record Money(long cents) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    public static Money ofCents(long cents) {
        return cents == 0 ? ZERO : new Money(cents);
    }

    /// From euros as the ERP writes them, `412.37`.
    ///
    /// @throws ArithmeticException when there are more than two decimals
    public static Money ofEuros(String euros) {
        return ofCents(new BigDecimal(euros).movePointRight(2).longValueExact());
    }

    public Money plus(Money other) {
        return ofCents(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return ofCents(Math.subtractExact(cents, other.cents));
    }

    public Money negated() {
        return ofCents(Math.negateExact(cents));
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    public boolean isZero() {
        return cents == 0;
    }

    public Money min(Money other) {
        return cents <= other.cents ? this : other;
    }

    /// Euros with a dot and two decimals, as files have them: `-12.50`.
    public String toEuros() {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }
}
