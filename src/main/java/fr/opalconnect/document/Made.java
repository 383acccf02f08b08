package fr.opalconnect.document;

import fr.opalconnect.account.Coming;
import fr.opalconnect.account.Term;
import fr.opalconnect.ui.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of asking for a paper.
sealed interface Made {
    /// @param fileName `quittance-2026-10.pdf`
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Ready(String fileName, byte[] pdf) implements Made {}

    /// It cannot be made, and why.
    ///
    /// @param term   that it was asked for; null for a certificate without a term
    /// @param coming what is on its way to the account
    record Refused(Why why, @Nullable Term term, List<Coming> coming) implements Made {
        enum Why {
            /// A quittance of a term that is not paid, or paid in part.
            NOT_SETTLED,
            /// A quittance of a term of which a repayment plan holds a part.
            IN_PLAN,
            /// A receipt for part payment where nothing was paid.
            NOTHING_RECEIVED,
            /// The same where all was paid: that is a quittance.
            ALL_PAID,
            /// A certificate before the first notice.
            NO_TERM
        }

        public Refused {
            coming = List.copyOf(coming);
        }

        /// Whether the part that was paid can be had on paper.
        boolean hasPart() {
            return term != null && why != Why.NOTHING_RECEIVED && term.state() == Term.State.PARTLY_PAID;
        }

        /// Why not, in one sentence.
        String sentence(Texts t) {
            if (term == null) {
                return t.say("document.refused.no-term");
            }
            String month = t.month(term.month());
            return switch (why) {
                case NOT_SETTLED -> t.say("document.refused.not-settled", month, t.money(term.unpaid()));
                case IN_PLAN -> t.say("document.refused.in-plan", month, t.money(term.inPlan()));
                case NOTHING_RECEIVED -> t.say("document.refused.nothing", month);
                case ALL_PAID -> t.say("document.refused.all-paid", month);
                case NO_TERM -> t.say("document.refused.no-term");
            };
        }
    }

    /// There is no such notice, term or lease.
    record Unknown() implements Made {}
}
