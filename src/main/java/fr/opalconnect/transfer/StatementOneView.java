package fr.opalconnect.transfer;

/// One statement with all its lines.
record StatementOneView(StatementTable.Row statement, StatementDesk.Shown shown) {}
