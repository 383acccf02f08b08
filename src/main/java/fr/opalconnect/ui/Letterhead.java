package fr.opalconnect.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The landlord on paper: the name or logo on top, the legal facts at the foot, the brand's colours.
@Component
public class Letterhead {
    private final Brand brand;
    private final LegalFacts facts;
    private final String logo;

    Letterhead(Brand brand, LegalFacts facts) {
        this.brand = brand;
        this.facts = facts;
        this.logo =
                brand.logo().isBlank() ? "" : Logo.read(Path.of(brand.logo())).picture();
    }

    public Brand brand() {
        return brand;
    }

    public LegalFacts facts() {
        return facts;
    }

    /// The landlord as registered.
    public String name() {
        return facts.name().isBlank() ? brand.landlord() : facts.name();
    }

    /// The logo as an address that holds the picture; empty when there is none that paper can show.
    public String logo() {
        return logo;
    }

    /// Under the name, line by line.
    public List<String> lines() {
        return Stream.of(facts.form(), facts.address(), (facts.postcode() + " " + facts.city()).strip(), brand.phone())
                .filter(line -> !line.isBlank())
                .toList();
    }

    /// At the foot of every page.
    public String foot(Texts t) {
        String siret = facts.siret().isBlank() ? "" : t.say("ui.paper.siret", facts.siret());
        return String.join(
                " · ",
                Stream.of(name(), facts.form(), facts.seat(), siret)
                        .filter(part -> !part.isBlank())
                        .toList());
    }
}
