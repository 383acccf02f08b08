package fr.opalconnect.notification;

import fr.opalconnect.notification.sms.SandboxSms;
import fr.opalconnect.notification.sms.SandboxSms.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the demonstration's mobile network does with the next messages: chosen by whoever shows it.
@Component
public class SandboxWeather implements SandboxSms.Weather {
    private final JdbcClient jdbc;

    SandboxWeather(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Fault now() {
        return jdbc.sql("SELECT fault FROM notification.sandbox_weather")
                .query(String.class)
                .optional()
                .map(Fault::valueOf)
                .orElse(Fault.NONE);
    }

    /// The names of what it may do, `phone-off`.
    public List<String> choices() {
        return Arrays.stream(Fault.values()).map(SandboxWeather::name).toList();
    }

    public String chosen() {
        return name(now());
    }

    /// @param name one of the choices; another is as if nothing was chosen
    public void choose(String name) {
        change(Arrays.stream(Fault.values())
                .filter(fault -> name(fault).equals(name))
                .findFirst()
                .orElse(Fault.NONE));
    }

    private static String name(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void change(Fault fault) {
        jdbc.sql("""
                        INSERT INTO notification.sandbox_weather (fault) VALUES (:fault)
                        ON CONFLICT (single) DO UPDATE SET fault = excluded.fault
                        """).param("fault", fault.name()).update();
    }
}
