package fr.opalconnect.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.payment.provider.Lyra;
import fr.opalconnect.payment.provider.PayFip;
import fr.opalconnect.payment.provider.PaymentProvider;
import fr.opalconnect.platform.WayOut;
import java.net.URI;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProviderSettingsTest {
    private static final String[] LYRA = {
        "opal.payment.provider=lyra",
        "opal.payment.lyra.site=12345678",
        "opal.payment.lyra.mode=production",
        "opal.payment.lyra.key=SeCrEtKeY"
    };
    private static final String[] PAYFIP = {
        "opal.payment.provider=payfip",
        "opal.payment.payfip.client=012345",
        "opal.payment.payfip.mode=activation",
        "opal.payment.payfip.email=regie@exemple.fr"
    };

    @EnableConfigurationProperties(ProviderSettings.class)
    static class Settings {}

    private final ApplicationContextRunner program = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class, ProviderSetup.class)
            .withBean(InstantSource.class, InstantSource::system);

    @Test
    void without_a_setting_nobody_takes_cards() {
        program.run(context -> {
            assertThat(context).doesNotHaveBean(PaymentProvider.class);
            assertThat(context.getBean(WayOut.class).origins()).isEmpty();
        });
    }

    @Test
    void lyra_is_set_up_with_its_shop_and_forms_may_lead_there(CapturedOutput output) {
        program.withPropertyValues(LYRA).run(context -> {
            PaymentProvider provider = context.getBean(PaymentProvider.class);
            assertThat(provider).isInstanceOf(Lyra.class);
            assertThat(provider.test()).isFalse();
            assertThat(provider.canBeAsked()).isFalse();
            assertThat(context.getBean(WayOut.class).origins())
                    .containsExactly(URI.create("https://secure.payzen.eu/"));
            assertThat(context.getBean(ProviderSettings.class).toString()).doesNotContain("SeCrEtKeY");
        });
        assertThat(output.toString())
                .contains("set opal.payment.lyra.rest-password")
                .doesNotContain("SeCrEtKeY");
    }

    @Test
    void payfip_is_set_up_with_its_account() {
        program.withPropertyValues(PAYFIP).run(context -> {
            PaymentProvider provider = context.getBean(PaymentProvider.class);
            assertThat(provider).isInstanceOf(PayFip.class);
            assertThat(provider.test()).isFalse();
            assertThat(context.getBean(WayOut.class).origins())
                    .containsExactly(URI.create("https://www.payfip.gouv.fr/"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opal.payment.lyra.site=",
                "opal.payment.lyra.site=1234",
                "opal.payment.lyra.mode=",
                "opal.payment.lyra.key="
            })
    void lyra_without_all_it_needs_does_not_start_and_says_what(String missing, CapturedOutput output) {
        program.withPropertyValues(LYRA)
                .withPropertyValues(missing)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining(missing.substring(0, missing.indexOf('=')))
                        .hasMessageNotContaining("SeCrEtKeY"));
        assertThat(output.toString()).doesNotContain("SeCrEtKeY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"opal.payment.payfip.client=12", "opal.payment.payfip.mode=", "opal.payment.payfip.email=nobody"
            })
    void payfip_without_all_it_needs_does_not_start_and_says_what(String missing) {
        program.withPropertyValues(PAYFIP)
                .withPropertyValues(missing)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining(missing.substring(0, missing.indexOf('='))));
    }

    @Test
    void a_provider_that_nobody_knows_does_not_start() {
        program.withPropertyValues("opal.payment.provider=paypaul")
                .run(context -> assertThat(context).hasFailed());
    }
}
