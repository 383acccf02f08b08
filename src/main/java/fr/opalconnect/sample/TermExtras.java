package fr.opalconnect.sample;

import java.util.function.ObjLongConsumer;

/// Lines that a notice has once: charges balanced, benefit paid back, an instalment.
interface TermExtras {
    TermExtras NONE = line -> {};

    void lines(ObjLongConsumer<Nature> line);
}
