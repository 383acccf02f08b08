package fr.opalconnect.conversation;

import java.util.List;

/// The first question: where.
record WhereView(List<Trouble.Spot> spots) {}
