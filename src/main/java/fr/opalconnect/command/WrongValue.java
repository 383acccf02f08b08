package fr.opalconnect.command;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.convert.ConversionFailedException;

/// A setting that Spring cannot read, in one sentence: its name, what it is, and what may stand there. What stands in a
/// key is not said.
final class WrongValue {
    private static final Pattern SECRET = Pattern.compile("key|secret|password|token|consumer");

    private static final Map<Class<?>, String> TAKEN = Map.of(
            Boolean.class, "true or false",
            Integer.class, "a whole number",
            Long.class, "a whole number",
            Double.class, "a number",
            Duration.class, "a length of time, like 20s or 5m",
            URI.class, "an address, like https://exemple.fr");

    private WrongValue() {}

    /// Null when it is not about a setting.
    static @Nullable String in(Throwable problem) {
        BindException setting = null;
        ConversionFailedException value = null;
        Throwable root = problem;
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            setting = cause instanceof BindException found ? found : setting;
            // The innermost: of one thing, not of the list that it stands in.
            value = cause instanceof ConversionFailedException found ? found : value;
            root = cause;
        }
        if (setting == null) {
            return null;
        }
        String name = setting.getName().toString();
        boolean secret = SECRET.matcher(name).find();
        if (value != null) {
            String is = secret || value.getValue() == null ? " cannot be read" : " is '" + value.getValue() + "'";
            return name + is + ", but has to be " + taken(value.getTargetType().getObjectType()) + ".";
        }
        return name + " cannot be used" + (secret ? "." : ": " + Explanation.firstLine(root.getMessage()));
    }

    private static String taken(Class<?> type) {
        if (!type.isEnum()) {
            return TAKEN.getOrDefault(type, "of the form that docs/operate.md shows");
        }
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }
}
