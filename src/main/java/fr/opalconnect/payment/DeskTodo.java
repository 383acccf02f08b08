package fr.opalconnect.payment;

/// What waits for somebody, for the tabs of the desk's payments.
///
/// @param mayAct   they may change something, and reconcile
/// @param misfits  messages that nobody has looked at
/// @param prepared refunds to be made
record DeskTodo(boolean mayAct, int misfits, int prepared) {}
