package fr.opalconnect.exchange;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A column of one of the nine files, as its published Table Schema has it.
///
/// @param required  a line without a value is rejected, a file without the column is refused
/// @param words     the only values there are; empty when any will do
/// @param pattern   what the whole value has to look like
/// @param none      other than nothing at all, what means that there is no value: `9999-12-31`
/// @param minimum   in the column's own unit: hundredths, days since 1970
/// @param maxLength in characters; 0 when there is no bound
record Column(
        String name,
        Kind kind,
        boolean required,
        List<String> words,
        @Nullable Pattern pattern,
        List<String> none,
        @Nullable Long minimum,
        @Nullable Long maximum,
        int maxLength) {
    /// The types of the Table Schema that the format uses, and what they are in the staging tables.
    enum Kind {
        STRING("text COLLATE \"C\""),
        INTEGER("int"),
        /// At most two decimals; staged in hundredths.
        NUMBER("bigint"),
        DATE("date"),
        /// Staged as the month's first day.
        YEARMONTH("date"),
        BOOLEAN("boolean");

        final String sql;

        Kind(String sql) {
            this.sql = sql;
        }
    }
}
