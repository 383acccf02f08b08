package fr.opalconnect.landlord;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When an office is open in an ordinary week.
///
/// @param week the spans of each day, in their order; a day without any is not in it
public record OpeningHours(Map<DayOfWeek, List<Span>> week) {
    /// @param until later than `from`, on the same day
    public record Span(LocalTime from, LocalTime until) {}

    private static final List<String> DAYS = List.of("lun", "mar", "mer", "jeu", "ven", "sam", "dim");

    /// Words that may stand between the days and the hours without changing what they say. Anything else ('fermé',
    /// 'sauf', 'sur rendez-vous') may, and then the text is not for a machine.
    private static final Set<String> WITHOUT_MEANING =
            Set.of("du", "de", "le", "les", "des", "et", "ouvert", "ouverte", "tous");

    private static final Set<String> UNTIL = Set.of("-", "–", "a", "au");

    private static final Pattern PIECE = Pattern.compile(
            "(?<hour>\\d{1,2}) *(?:heures?|h|:) *(?:(?<minute>\\d{2})(?! *[h:]))?|(?<word>\\p{L}+)|(?<dash>[-–])"
                    + "|(?<other>[^\\s,;:.])");

    public OpeningHours {
        week = Map.copyOf(week);
    }

    public List<Span> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /// Reads what people write: `lun-ven 9:00-12:00 14:00-17:00`, `du lundi au vendredi, 8 h 30 – 12 h et 13 h 30 –
    /// 17 h`, `Lundi, mardi : 9h-12h ; samedi 9h à 11h30`.
    ///
    /// @return null when it says more than days and hours, or nothing that makes sense
    static @Nullable OpeningHours read(@Nullable String text) {
        return text == null ? null : new Reader().read(text);
    }

    private static final class Reader {
        private final Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        private final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        private @Nullable DayOfWeek lastDay;
        private @Nullable LocalTime opens;
        private boolean until;
        private boolean hoursSeen;

        @Nullable
        OpeningHours read(String text) {
            String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .replaceAll("\\p{Z}", " ");
            for (Matcher piece = PIECE.matcher(plain); piece.find(); ) {
                if (!understands(piece)) {
                    return null;
                }
            }
            boolean whole =
                    opens == null && !until && !week.isEmpty() && week.keySet().containsAll(days);
            return whole && inOrder() ? new OpeningHours(week) : null;
        }

        private boolean understands(Matcher piece) {
            if (piece.group("other") != null) {
                return false;
            }
            if (piece.group("hour") != null) {
                return hour(piece.group("hour"), piece.group("minute"));
            }
            String word = piece.group("dash") == null ? piece.group("word") : "-";
            if (UNTIL.contains(word)) {
                until = true;
                return true;
            }
            return WITHOUT_MEANING.contains(word) || day(word);
        }

        private boolean day(String word) {
            int index = word.length() == 3
                    ? DAYS.indexOf(word)
                    : DAYS.stream()
                            .filter(day -> word.matches(day + "(di|credi|dredi|anche|edi)s?"))
                            .map(DAYS::indexOf)
                            .findFirst()
                            .orElse(-1);
            if (index < 0 || opens != null) {
                return false;
            }
            DayOfWeek day = DayOfWeek.of(index + 1);
            if (hoursSeen) {
                days.clear();
                hoursSeen = false;
                lastDay = null;
            }
            if (until && lastDay != null) {
                for (DayOfWeek between = lastDay; between != day; between = between.plus(1)) {
                    days.add(between);
                }
            }
            days.add(day);
            lastDay = day;
            until = false;
            return true;
        }

        private boolean hour(String hour, @Nullable String minute) {
            int hours = Integer.parseInt(hour);
            int minutes = minute == null ? 0 : Integer.parseInt(minute);
            if (hours > 23 || minutes > 59 || days.isEmpty()) {
                return false;
            }
            LocalTime time = LocalTime.of(hours, minutes);
            LocalTime from = opens;
            if (from == null) {
                opens = time;
                until = false;
                return true;
            }
            if (!until || !time.isAfter(from)) {
                return false;
            }
            days.forEach(
                    day -> week.computeIfAbsent(day, _ -> new ArrayList<>()).add(new Span(from, time)));
            opens = null;
            until = false;
            hoursSeen = true;
            return true;
        }

        private boolean inOrder() {
            return week.values().stream().allMatch(spans -> {
                for (int i = 1; i < spans.size(); i++) {
                    if (spans.get(i).from().isBefore(spans.get(i - 1).until())) {
                        return false;
                    }
                }
                return true;
            });
        }
    }
}
