package fr.opalconnect.office;

import fr.opalconnect.conversation.InboxFilter;
import fr.opalconnect.conversation.InboxFilter.Pile;
import fr.opalconnect.conversation.InboxPage;
import fr.opalconnect.conversation.Kind;
import fr.opalconnect.conversation.State;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the list shows, as the address says it: `?pile=agence&genre=probleme&etat=faite&lieu=Champagne|B`. It stays the
/// same while one goes from conversation to conversation. What an address says wrongly is left out.
///
/// @param place the estate, and after a bar the building
/// @param after where the page before ended
record InboxChoice(
        Pile pile,
        @Nullable Kind kind,
        @Nullable State state,
        @Nullable String place,
        InboxPage.@Nullable Key after) {
    private static final Map<Pile, String> PILES =
            Map.of(Pile.MINE, "moi", Pile.AGENCY, "agence", Pile.UNASSIGNED, "libres", Pile.OVERDUE, "retard");

    private static final Map<State, String> STATES = Map.of(
            State.RECEIVED, "recue",
            State.TAKEN_ON, "prise-en-charge",
            State.PLANNED, "prevue",
            State.DONE, "faite",
            State.CLOSED, "close");

    static InboxChoice of(Map<String, String> query) {
        return new InboxChoice(
                Objects.requireNonNullElse(named(PILES, query.get("pile")), Pile.MINE),
                Stream.of(Kind.values())
                        .filter(kind -> kind.path().equals(query.get("genre")))
                        .findFirst()
                        .orElse(null),
                state(query.get("etat")),
                blankless(query.get("lieu")),
                key(query.get("suite")));
    }

    static String word(Pile pile) {
        return String.valueOf(PILES.get(pile));
    }

    static String word(State state) {
        return String.valueOf(STATES.get(state));
    }

    static @Nullable State state(@Nullable String word) {
        return named(STATES, word);
    }

    InboxFilter filter() {
        String[] parts = place == null ? new String[0] : place.split("\\|", 2);
        return new InboxFilter(
                pile, null, kind, state, place == null ? null : parts[0], parts.length < 2 ? null : parts[1], null);
    }

    boolean isFiltered() {
        return kind != null || state != null || place != null;
    }

    InboxChoice with(Pile other) {
        return new InboxChoice(other, kind, state, place, null);
    }

    InboxChoice from(InboxPage.@Nullable Key place) {
        return new InboxChoice(pile, kind, state, this.place, place);
    }

    /// Nothing, or what comes after an address, its question mark included.
    String query() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("pile", pile == Pile.MINE ? null : PILES.get(pile));
        all.put("genre", kind == null ? null : kind.path());
        all.put("etat", state == null ? null : STATES.get(state));
        all.put("lieu", place);
        all.put("suite", after == null ? null : micros(after.at()) + "_" + after.id());
        String pairs = all.entrySet().stream()
                .filter(pair -> pair.getValue() != null)
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? "" : "?" + pairs;
    }

    /// With something more after it.
    String queryAnd(String more) {
        String own = query();
        return own.isEmpty() ? "?" + more : own + "&" + more;
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static InboxPage.@Nullable Key key(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,17}_[0-9a-f-]{36}")) {
            return null;
        }
        String[] parts = text.split("_", 2);
        try {
            return new InboxPage.Key(
                    Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static <T> @Nullable T named(Map<T, String> words, @Nullable String word) {
        return words.entrySet().stream()
                .filter(each -> each.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
