package fr.opalconnect.notification;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.support.GenericApplicationContext;

/// For tests that start a part of the program only: there is no way to text anybody.
public final class NoTexts {
    private NoTexts() {}

    public static void in(GenericApplicationContext context) {
        context.registerBean(
                SmsWays.class,
                () -> new SmsWays(
                        List.of(),
                        context.getBean(SmsGatewayTable.class),
                        context.getBean(SmsSwitch.class),
                        context.getBean(SmsSettings.class),
                        context.getBean(InstantSource.class)),
                definition -> definition.setLazyInit(true));
    }
}
