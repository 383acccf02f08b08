package fr.opalconnect.ui;

import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/// A landlord's brand: five values, names and phone numbers, set in one file (`brand.properties`, settings
/// `opal.brand.*`). [BrandCheck] stops the program when they can't be used.
///
/// @param product   what the app calls itself
/// @param landlord  who it speaks for
/// @param sender    who the text messages come from: 3 to 11 letters or digits
/// @param phone     the number for those who would rather call, as people write it; no line breaks it
/// @param emergency the number when nobody answers the other one; the same one when it is not set
/// @param openingHours when somebody answers, in each language (`opal.brand.hours.fr`); pages ask [#hours(Locale)]
/// @param logo      a small SVG or PNG file, instead of the product's own mark
/// @param gradient  the stops of the one gradient, `#07424d 0%, #0b5c6b 38%, …`
@ConfigurationProperties("opal.brand")
public record Brand(
        @DefaultValue("") String product,
        @DefaultValue("") String landlord,
        @DefaultValue("") String sender,
        @DefaultValue("") String phone,
        @DefaultValue("") String emergency,
        @DefaultValue @Name("hours") Map<String, String> openingHours,
        @DefaultValue("") String logo,
        @DefaultValue Colours light,
        @DefaultValue Colours dark,
        @DefaultValue("") String gradient) {

    /// The colours of one scheme, `#rrggbb`.
    ///
    /// @param main   buttons and links
    /// @param strong the same, pressed
    /// @param soft   a wash behind quiet things
    /// @param ink    text on `main`
    public record Colours(
            @DefaultValue("") String main,
            @DefaultValue("") String strong,
            @DefaultValue("") String soft,
            @DefaultValue("") String ink) {}

    public Brand {
        phone = Texts.unbroken(phone);
        emergency = emergency.isBlank() ? phone : Texts.unbroken(emergency);
        openingHours = Map.copyOf(openingHours);
    }

    /// When somebody answers the phone, in the language of a page.
    public String hours(Locale language) {
        String french = openingHours.getOrDefault("fr", "");
        Language read = Language.of(language);
        return Typography.set(openingHours.getOrDefault(read.code(), french), read);
    }

    /// The landlord's number as links want it.
    public String phoneLink() {
        return phoneLink(phone);
    }

    /// Any number that people can read, as `tel:` links want it.
    public static String phoneLink(String phone) {
        return "tel:" + phone.replaceAll("[^0-9+]", "");
    }
}
