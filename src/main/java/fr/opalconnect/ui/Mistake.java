package fr.opalconnect.ui;

import java.util.List;

/// One thing to put right in a form.
///
/// @param field   the name of the field, which is also its id
/// @param textKey what happened and what to do, in the message bundle
/// @param values  what fills `{0}`, `{1}` in that text
public record Mistake(String field, String textKey, List<Object> values) {
    public Mistake(String field, String textKey, Object... values) {
        this(field, textKey, List.of(values));
    }

    /// The sentence, the same in the summary and beside the field.
    public String in(Texts t) {
        return t.say(textKey, values.toArray());
    }
}
