package fr.opalconnect.payment;

/// What stands in the form of a refund.
record RefundForm(String amount, Refund.Reason reason, String note) {
    static final RefundForm EMPTY = new RefundForm("", Refund.Reason.PAID_TWICE, "");
}
