package fr.opalconnect.payment;

import fr.opalconnect.payment.PaymentBook.Misfit;
import java.util.List;
import java.util.Locale;

/// Messages that wait for somebody's eyes.
record MisfitsView(List<Misfit> misfits, boolean mayAct, DeskTodo todo) {
    static String textKey(Verdict verdict) {
        return "payment.verdict." + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
