package fr.opalconnect.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void keeps_every_cent_from_euros_and_back() {
        assertThat(Money.ofEuros("412.37")).isEqualTo(new Money(41237));
        assertThat(Money.ofEuros("-0.05").toEuros()).isEqualTo("-0.05");
        assertThat(new Money(-1250).toEuros()).isEqualTo("-12.50");
    }

    @Test
    void refuses_fractions_of_a_cent_and_overflow_rather_than_rounding() {
        assertThatThrownBy(() -> Money.ofEuros("1.005")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1))).isInstanceOf(ArithmeticException.class);
    }
}
