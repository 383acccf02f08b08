package fr.opalconnect.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who the landlord is in law, as papers say it: `opal.landlord.*`. What is not set is left out.
///
/// @param name     as registered; the brand's when it is not set
/// @param form     `Office public de l’habitat`
/// @param address  street and number of the seat
/// @param postcode of the seat
/// @param city     of the seat
/// @param siret    its number in the register
/// @param email    for questions about papers
@ConfigurationProperties("opal.landlord")
public record LegalFacts(
        @DefaultValue("") String name,
        @DefaultValue("") String form,
        @DefaultValue("") String address,
        @DefaultValue("") String postcode,
        @DefaultValue("") String city,
        @DefaultValue("") String siret,
        @DefaultValue("") String email) {
    /// `1 place de la République, 02000 Laon`; empty when it is not set.
    public String seat() {
        String place = (postcode + " " + city).strip();
        return address.isBlank() || place.isBlank() ? address + place : address + ", " + place;
    }
}
