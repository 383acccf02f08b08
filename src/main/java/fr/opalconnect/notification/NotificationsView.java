package fr.opalconnect.notification;

import fr.opalconnect.notification.Reading.Item;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was told, as the list shows it.
record NotificationsView(List<Item> items, Words words) {
    /// The latest day first.
    Map<LocalDate, List<Item>> days() {
        Map<LocalDate, List<Item>> days = new LinkedHashMap<>();
        for (Item item : items) {
            days.computeIfAbsent(item.told().at().atZone(Texts.ZONE).toLocalDate(), _ -> new ArrayList<>())
                    .add(item);
        }
        return days;
    }

    Words.Said say(Texts t, Item item) {
        return words.say(List.of(item.told()), t.locale());
    }

    /// `9 h 04 · SMS envoyé à 9 h 05 au 06 •• •• •• 42`
    String times(Texts t, Item item) {
        return Stream.concat(
                        Stream.of(t.time(item.told().at().atZone(Texts.ZONE))),
                        item.sent().stream().map(sent -> sent.say(t)))
                .collect(Collectors.joining(" · "));
    }
}
