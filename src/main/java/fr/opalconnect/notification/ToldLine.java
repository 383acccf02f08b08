package fr.opalconnect.notification;

import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.util.List;

/// Something that a tenant was told, as the desk sees it in the tenant's file: what, when, and what became of it.
public final class ToldLine {
    private final Told told;
    private final List<Sent> sent;
    private final Words words;

    ToldLine(Told told, List<Sent> sent, Words words) {
        this.told = told;
        this.sent = List.copyOf(sent);
        this.words = words;
    }

    public Instant at() {
        return told.at();
    }

    public String title(Texts t) {
        return words.say(List.of(told), t.locale()).title();
    }

    /// Each way that it went, with the reason where it failed; none where it stands in the app only.
    public List<String> ways(Texts t) {
        return sent.stream().map(one -> say(t, one)).toList();
    }

    private static String say(Texts t, Sent one) {
        String why = one.why(t);
        return why == null ? one.say(t) : t.say("notification.desk.sent.why", one.say(t), why);
    }

    public boolean failed() {
        return sent.stream().anyMatch(Sent::failed);
    }
}
