package fr.opalconnect.home;

import fr.opalconnect.ui.Mistakes;

/// @param told whether it was just sent
record BarrierView(BarrierForm form, boolean told, Mistakes mistakes) {}
