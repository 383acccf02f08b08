package fr.opalconnect.conversation;

import java.util.List;

/// The requests that stand ready.
record AsksView(List<Asking> all) {}
