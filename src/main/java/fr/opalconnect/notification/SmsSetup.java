package fr.opalconnect.notification;

import fr.opalconnect.notification.SmsSettings.Gateway;
import fr.opalconnect.notification.sms.OvhSms;
import fr.opalconnect.notification.sms.SandboxSms;
import fr.opalconnect.notification.sms.SmppSms;
import fr.opalconnect.notification.sms.SmsGateway;
import fr.opalconnect.platform.UnusableSetting;
import fr.opalconnect.ui.Brand;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The gateways that the settings name, in their order.
@Configuration(proxyBeanMethods = false)
class SmsSetup {
    private static final Duration LATE = Duration.ofSeconds(20);

    /// What the gateways need of the program.
    record Surroundings(
            SmsSettings settings, Brand brand, SmsReceipts receipts, SandboxMessages screen, SandboxWeather weather) {}

    @Bean
    Surroundings smsSurroundings(
            SmsSettings settings, Brand brand, SmsReceipts receipts, SandboxMessages screen, SandboxWeather weather) {
        return new Surroundings(settings, brand, receipts, screen, weather);
    }

    @Bean
    SmsWays smsWays(Surroundings around, SmsGatewayTable table, SmsSwitch power, InstantSource clock) {
        return new SmsWays(
                around.settings().inOrder().stream()
                        .map(one -> new SmsWay(name(one), gateway(one, around, clock)))
                        .toList(),
                table,
                power,
                around.settings(),
                clock);
    }

    private static String name(Gateway gateway) {
        return gateway.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static SmsGateway gateway(Gateway which, Surroundings around, InstantSource clock) {
        SmsSettings settings = around.settings();
        return switch (which) {
            case NONE -> throw new IllegalArgumentException("none is no gateway");
            case SANDBOX -> sandbox(which, around, around.weather(), clock);
            case SANDBOX_RESERVE ->
                sandbox(which, around, () -> elsewhere(around.weather().now()), clock);
            case OVH -> ovh(settings.ovh(), around.brand().sender(), clock);
            case SMPP -> {
                SmppSettings smpp = settings.smpp();
                if (smpp == null || lacks(smpp.host(), smpp.systemId(), smpp.password())) {
                    throw new UnusableSetting("The gateway smpp in opal.sms needs opal.sms.smpp.host, "
                            + "opal.sms.smpp.system-id and opal.sms.smpp.password.");
                }
                yield new SmppSms(name(which), smpp.account(around.brand().sender()), around.receipts(), clock);
            }
        };
    }

    /// Whether one of them was not set.
    private static boolean lacks(@Nullable String... values) {
        return Arrays.stream(values).anyMatch(value -> value == null || value.isBlank());
    }

    /// Another network reaches the same phones.
    private static SandboxSms.Fault elsewhere(SandboxSms.Fault fault) {
        return switch (fault) {
            case REFUSED, PHONE_OFF -> fault;
            default -> SandboxSms.Fault.NONE;
        };
    }

    private static SmsGateway sandbox(
            Gateway which, Surroundings around, SandboxSms.Weather weather, InstantSource clock) {
        SmsSettings settings = around.settings();
        return new SandboxSms(
                name(which),
                around.screen(),
                weather,
                around.receipts(),
                new SandboxSms.Manners(
                        settings.sandboxRefused(), settings.sandboxDelay(), settings.sandboxReceipt(), LATE),
                clock);
    }

    private static SmsGateway ovh(SmsSettings.@Nullable Ovh ovh, String sender, InstantSource clock) {
        if (ovh == null || lacks(ovh.service(), ovh.applicationKey(), ovh.applicationSecret(), ovh.consumerKey())) {
            throw new UnusableSetting("The gateway ovh in opal.sms needs opal.sms.ovh.service, "
                    + "opal.sms.ovh.application-key, opal.sms.ovh.application-secret and "
                    + "opal.sms.ovh.consumer-key.");
        }
        return new OvhSms(
                new OvhSms.Account(
                        ovh.endpoint(),
                        ovh.service(),
                        sender,
                        ovh.applicationKey(),
                        ovh.applicationSecret(),
                        ovh.consumerKey(),
                        ovh.receipts()),
                clock);
    }
}
