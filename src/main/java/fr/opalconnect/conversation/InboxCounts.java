package fr.opalconnect.conversation;

/// How many are open in each pile.
public record InboxCounts(int mine, int agency, int unassigned, int overdue) {}
