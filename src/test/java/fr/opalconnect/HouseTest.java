package fr.opalconnect;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The rules of docs/house.md that a machine can hold.
class HouseTest {
    private static final ApplicationModules HOUSE = ApplicationModules.of(Opal.class);

    @Test
    void each_module_calls_only_the_floors_below_that_it_names() {
        HOUSE.verify();
    }
}
