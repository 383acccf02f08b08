package fr.opalconnect.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A landlord's brand: names, phone and colours, set in one file (`brand.properties`, settings `opal.brand.*`).
///
/// @param product  what the app calls itself
/// @param landlord who it speaks for
/// @param sender   who the text messages come from: 3 to 11 letters or digits
/// @param phone    the number for those who would rather call, as people write it
/// @param hours    when somebody answers it
@ConfigurationProperties("opal.brand")
public record Brand(
        String product,
        String landlord,
        String sender,
        String phone,
        String hours,
        Colours light,
        Colours dark,

        @DefaultValue("linear-gradient(125deg, #07424d 0%, #0b5c6b 38%, #2b5fa3 74%, #6a4fb0 100%)")
        String gradient) {

    /// The colours of one scheme, `#rrggbb`.
    ///
    /// @param main   buttons and links
    /// @param strong the same, pressed
    /// @param soft   a wash behind quiet things
    /// @param ink    text on `main`
    public record Colours(String main, String strong, String soft, String ink) {}

    /// The landlord's number as links want it.
    public String phoneLink() {
        return phoneLink(phone);
    }

    /// Any number that people can read, as `tel:` links want it.
    public static String phoneLink(String phone) {
        return "tel:" + phone.replaceAll("[^0-9+]", "");
    }
}
