package fr.opalconnect.attachment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/// Takes out of a PDF all that acts, and all that is said of it besides what its pages show. It looks at every object,
/// because there are more places for an action than anyone remembers.
final class PdfActs {
    /// Entries that go wherever they stand: actions, scripts, files inside of the file, forms that compute, metadata.
    private static final Set<String> ENTRIES = Set.of(
            "AA",
            "OpenAction",
            "JS",
            "JavaScript",
            "EmbeddedFiles",
            "EF",
            "AF",
            "XFA",
            "Collection",
            "RichMediaContent",
            "RichMediaSettings",
            "Metadata",
            "PieceInfo",
            "URI");

    /// Actions that stay: they only lead to another page of the same file.
    private static final Set<String> HARMLESS = Set.of("GoTo", "Named");

    /// Annotations that hold or play something.
    private static final Set<String> PLAYING =
            Set.of("FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D", "TrapNet");

    private final Set<COSBase> known = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> ahead = new ArrayDeque<>();

    private PdfActs() {}

    static void remove(PDDocument document) {
        PdfActs acts = new PdfActs();
        acts.visit(document.getDocument().getTrailer());
        while (!acts.ahead.isEmpty()) {
            COSBase next = acts.ahead.pop();
            if (next instanceof COSDictionary dictionary) {
                acts.clean(dictionary);
            } else if (next instanceof COSArray array) {
                acts.clean(array);
            }
        }
    }

    private void visit(@Nullable COSBase base) {
        COSBase value = base instanceof COSObject reference ? reference.getObject() : base;
        if ((value instanceof COSDictionary || value instanceof COSArray) && known.add(value)) {
            ahead.push(value);
        }
    }

    private void clean(COSDictionary dictionary) {
        for (COSName key : List.copyOf(dictionary.keySet())) {
            COSBase value = dictionary.getDictionaryObject(key);
            if (ENTRIES.contains(key.getName()) || acts(key, value)) {
                dictionary.removeItem(key);
            } else {
                visit(value);
            }
        }
    }

    /// An action hangs at `/A` (links, outlines) or follows another at `/Next`; what it does is in its `/S`.
    private static boolean acts(COSName key, @Nullable COSBase value) {
        boolean place = key.getName().equals("A") || key.getName().equals("Next");
        if (value instanceof COSDictionary action && action.getNameAsString(COSName.S) != null) {
            String what = action.getNameAsString(COSName.S);
            return place ? !HARMLESS.contains(what) : what.equals("JavaScript") || what.equals("Launch");
        }
        return key.getName().equals("Next") && value instanceof COSArray;
    }

    private void clean(COSArray array) {
        List<COSBase> kept = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            COSBase value = array.getObject(i);
            boolean plays = value instanceof COSDictionary annotation
                    && PLAYING.contains(String.valueOf(annotation.getNameAsString(COSName.SUBTYPE)));
            if (!plays) {
                kept.add(array.get(i));
                visit(value);
            }
        }
        if (kept.size() < array.size()) {
            array.clear();
            kept.forEach(array::add);
        }
    }
}
