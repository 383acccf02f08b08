package fr.opalconnect.conversation;

import java.util.List;

/// The second question: what.
record WhatView(Trouble.Spot spot, List<Trouble> troubles) {}
