package fr.opalconnect.document;

import fr.opalconnect.attachment.Weight;
import fr.opalconnect.ui.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A line of the documents page, wherever it comes from.
///
/// @param title   as it stands there
/// @param address where it opens
/// @param save    where it is downloaded from; for some the same
/// @param type    of the file, `application/pdf`; null where that is not known before it is made
/// @param size    in bytes; 0 where it is made when it is asked for
/// @param pages   null where nobody counts them
/// @param fresh   whether it is new to this reader
/// @param content how it is opened here, to be packed with others; null where only another module can
record Item(
        ItemKind kind,
        String title,
        LocalDate date,
        String address,
        String save,
        @Nullable String type,
        long size,
        @Nullable Integer pages,
        boolean fresh,
        @Nullable Opening content) {
    interface Opening {
        /// @return null when it is not there
        @Nullable
        InputStream open() throws IOException;
    }

    /// Its title is in the ERP's words, which are French.
    boolean isErps() {
        return address.startsWith(FilePage.FOLDER);
    }

    /// `PDF, 3 pages, 412 ko`
    String what(Texts t) {
        StringBuilder what = new StringBuilder(type == null || type.endsWith("pdf") ? "PDF" : t.say("document.image"));
        if (pages != null) {
            what.append(", ").append(t.count("document.pages", pages));
        }
        if (size > 0) {
            what.append(", ").append(Weight.of(size, t));
        }
        return what.toString();
    }

    /// What a search looks through.
    String words(Texts t) {
        return title + " " + t.say(kind.textKey()) + " " + t.longDay(date) + " " + t.shortDay(date);
    }

    /// What it is called on somebody's device.
    String fileName() {
        String ending = type == null || type.endsWith("pdf") ? ".pdf" : type.endsWith("png") ? ".png" : ".jpg";
        return FileNames.of(date + " " + title, ending);
    }
}
