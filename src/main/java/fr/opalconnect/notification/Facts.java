package fr.opalconnect.notification;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.Phone;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is told of one thing: its values in the order that its [Kind] names, and the page where more is said.
///
/// @param key    of the thing: the same kind of news is told once of it to each tenant
/// @param path   `/messages/…`
/// @param thing  by which it waits to be read already; null when it waits by itself
/// @param phones numbers to be told besides the one on file
public record Facts(String key, String path, @Nullable UUID thing, List<Fact> values, List<Phone> phones) {
    public Facts {
        values = List.copyOf(values);
        phones = List.copyOf(phones);
    }

    public static Facts of(String key, String path) {
        return new Facts(key, path, null, List.of(), List.of());
    }

    /// It is read where that thing is read: see [fr.opalconnect.tenancy.Tenancies#toRead].
    public Facts readWith(UUID thing) {
        return new Facts(key, path, thing, values, phones);
    }

    public Facts alsoTo(@Nullable Phone phone) {
        return phone == null
                ? this
                : new Facts(
                        key,
                        path,
                        thing,
                        values,
                        Stream.concat(phones.stream(), Stream.of(phone)).toList());
    }

    public Facts with(String words) {
        return with(new Fact.Words(words));
    }

    /// @param english null when it was written in French only
    public Facts with(String french, @Nullable String english) {
        return with(new Fact.Written(french, english == null ? french : english));
    }

    public Facts with(Money sum) {
        return with(new Fact.Sum(sum));
    }

    public Facts with(LocalDate day) {
        return with(new Fact.Day(day));
    }

    public Facts with(YearMonth month) {
        return with(new Fact.Month(month));
    }

    public Facts with(LocalTime time) {
        return with(new Fact.Time(time));
    }

    private Facts with(Fact fact) {
        return new Facts(
                key,
                path,
                thing,
                Stream.concat(values.stream(), Stream.of(fact)).toList(),
                phones);
    }
}
