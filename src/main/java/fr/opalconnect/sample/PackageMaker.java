package fr.opalconnect.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Makes ERP packages of any size, with the shape of a real French stock, as [Recipe] asks for them. Written as they
/// are
/// made: memory stays flat.
public final class PackageMaker {
    private final Recipe recipe;

    public PackageMaker(Recipe recipe) {
        this.recipe = recipe;
    }

    /// @param folder made when it is missing; files of the same names are overwritten
    /// @return how many lines each file has, headers not counted
    public Map<String, Long> writeTo(Path folder) throws IOException {
        BillingCalendar calendar = new BillingCalendar(recipe.asOf(), recipe.months(), recipe.cast());
        Territory territory = new Territory(recipe.seed(), recipe.leases());
        try (OpenPackage out = new OpenPackage(folder, recipe)) {
            territory.agencies().forEach(out::put);
            territory.advisers().forEach(out::put);
            if (recipe.cast()) {
                cast(out, calendar);
            }
            stock(out, calendar, territory);
            new Descriptor(recipe).write(folder);
            return out.lines();
        }
    }

    /// @param file the ZIP to write
    public Map<String, Long> writeZip(Path file) throws IOException {
        return ZippedPackage.write(file, recipe.created(), this::writeTo);
    }

    private void stock(OpenPackage out, BillingCalendar calendar, Territory territory) {
        int made = 0;
        for (int slot = 0; made < recipe.leases(); slot++) {
            Estate estate = Estate.of(recipe.seed(), slot / Estate.SIZE, territory);
            made += new Household(recipe, calendar, out, estate, slot).moveIn(recipe.leases() - made);
        }
    }

    private static void cast(OpenPackage out, BillingCalendar calendar) {
        for (CastLease lease : CastLease.values()) {
            lease.tell(out, calendar);
        }
        for (Cast tenant : Cast.values()) {
            out.put(tenant.row());
            for (CastLease lease : tenant.leases()) {
                String role = tenant == Cast.JEAN_PIERRE_MARCHAND ? "COTITULAIRE" : "TITULAIRE";
                out.put(new Row.Holder(lease.number().value(), tenant.tenant().value(), role));
            }
        }
    }
}
