package fr.opalconnect.app;

import fr.opalconnect.app.Finding.Browser;
import fr.opalconnect.app.Finding.Device;
import fr.opalconnect.app.Finding.Keeping;
import fr.opalconnect.app.Finding.Reach;
import fr.opalconnect.ui.Fact;
import fr.opalconnect.ui.Texts;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A finding in the words of the desk: what was found, then what to advise, the most likely first.
public record FindingView(CheckCode.Answer.Found found) {
    private Finding finding() {
        return found.finding();
    }

    public String code() {
        return found.code();
    }

    public List<Fact> facts(Texts t) {
        return List.of(
                fact(t, "when", when(t)),
                fact(t, "reach", t.say("app.desk.check.reach." + name(finding().reach()))),
                fact(
                        t,
                        "version",
                        t.say("app.desk.check.version." + name(finding().version()))),
                fact(
                        t,
                        "device",
                        t.say(
                                "app.desk.check.device.with",
                                t.say("app.desk.check.device." + name(finding().device())),
                                t.say("app.desk.check.browser." + name(finding().browser())))),
                fact(t, "opened", t.say("app.desk.check.opened." + (finding().installed() ? "icon" : "browser"))),
                fact(t, "age", t.say("app.desk.check.age." + (finding().tooOld() ? "old" : "good"))),
                fact(
                        t,
                        "keeping",
                        t.say("app.desk.check.keeping." + name(finding().keeping()))));
    }

    /// What to say to the tenant, in the order of the check.
    public List<String> advice(Texts t) {
        return advice().stream()
                .map(key -> t.say("app.desk.check.advice." + key))
                .toList();
    }

    private List<String> advice() {
        List<String> keys = new ArrayList<>();
        if (finding().reach() != Reach.FAST) {
            keys.add(
                    finding().reach() == Reach.CRAWLING
                            ? "slow"
                            : name(finding().reach()));
        }
        if (finding().tooOld()) {
            keys.add("browser");
        }
        if (finding().version().old()) {
            keys.add("version");
        }
        if (finding().browser() == Browser.INSIDE) {
            keys.add(
                    finding().device() == Device.IPHONE || finding().device() == Device.IPAD
                            ? "inside-apple"
                            : "inside");
        }
        if (finding().keeping() == Keeping.REFUSED || finding().keeping() == Keeping.FULL) {
            keys.add(name(finding().keeping()));
        }
        if (keys.isEmpty()) {
            keys.add("good");
        }
        if (!found.fresh()) {
            keys.addFirst("again");
        }
        return keys;
    }

    /// `aujourd’hui, entre 7 h et 10 h`, on our clocks.
    private String when(Texts t) {
        ZonedDateTime from = finding().from().atZone(Texts.ZONE);
        return t.say(
                "app.desk.check.between",
                t.weekday(from.toLocalDate()),
                t.time(from),
                t.time(from.plus(CheckCode.SLOT)));
    }

    private static Fact fact(Texts t, String key, String value) {
        return new Fact(t.say("app.desk.check.fact." + key), value);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
