package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class NoSandboxTest {
    @EnableConfigurationProperties({SmsSettings.class, MailSettings.class})
    static class Settings {}

    private final ApplicationContextRunner program =
            new ApplicationContextRunner().withUserConfiguration(Settings.class, NoSandbox.class);

    @ParameterizedTest
    @CsvSource({
        "opal.sms.gateways=sandbox, opal.sms.gateways=sandbox sends no text messages: it is for the demo.",
        "opal.sms.gateway=sandbox-reserve, opal.sms.gateways=sandbox sends no text messages: it is for the demo.",
        "opal.mail.gateway=sandbox, opal.mail.gateway=sandbox sends no e-mails: it is for the demo."
    })
    void in_production_no_gateway_only_pretends_to_send(String setting, String sentence) {
        program.withPropertyValues("spring.profiles.active=serve", setting)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessage(sentence));
    }

    @Test
    void the_demonstration_shows_what_would_be_sent() {
        program.withPropertyValues("spring.profiles.active=demo", "opal.sms.gateways=sandbox,sandbox-reserve")
                .run(context -> assertThat(context).hasNotFailed());
    }
}
