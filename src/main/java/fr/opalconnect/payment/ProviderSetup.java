package fr.opalconnect.payment;

import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import fr.opalconnect.payment.provider.Lyra;
import fr.opalconnect.payment.provider.LyraShop;
import fr.opalconnect.payment.provider.PayFip;
import fr.opalconnect.payment.provider.PayFipAccount;
import fr.opalconnect.payment.provider.PaymentProvider;
import fr.opalconnect.payment.provider.Sandbox;
import fr.opalconnect.platform.UnusableSetting;
import fr.opalconnect.platform.WayOut;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/// The provider that the settings name. What is missing is said at the start, loudly, and never what a key is.
@Configuration(proxyBeanMethods = false)
class ProviderSetup {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderSetup.class);
    private static final Pattern SITE = Pattern.compile("[0-9]{8}");
    private static final Pattern CLIENT = Pattern.compile("[0-9]{6}");
    private static final Pattern EMAIL = Pattern.compile("(?=.{6,80}$)[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    @Bean
    @ConditionalOnProperty(name = "opal.payment.provider", havingValue = "lyra")
    PaymentProvider lyra(ProviderSettings settings) {
        ProviderSettings.Lyra lyra = settings.lyra();
        if (lyra == null || !SITE.matcher(lyra.site()).matches() || lyra.key().isBlank() || lyra.mode() == null) {
            throw new UnusableSetting("opal.payment.provider=lyra needs opal.payment.lyra.site (eight digits), "
                    + "opal.payment.lyra.mode (test or production) and opal.payment.lyra.key (of that mode).");
        }
        boolean asked = !lyra.restPassword().isBlank();
        if (!asked) {
            LOG.warn("Lyra can't be asked about a payment whose notification was lost: set "
                    + "opal.payment.lyra.rest-password.");
        }
        return new Lyra(new LyraShop(
                lyra.page(),
                lyra.site(),
                lyra.mode() == ProviderSettings.Mode.TEST,
                lyra.algorithm() == ProviderSettings.Algorithm.SHA_1,
                lyra.key().strip(),
                asked
                        ? new LyraShop.Rest(
                                lyra.restEndpoint(), lyra.restPassword().strip())
                        : null));
    }

    @Bean
    @ConditionalOnProperty(name = "opal.payment.provider", havingValue = "payfip")
    PaymentProvider payFip(ProviderSettings settings, InstantSource clock) {
        ProviderSettings.Payfip payfip = settings.payfip();
        if (payfip == null
                || !CLIENT.matcher(payfip.client()).matches()
                || !EMAIL.matcher(payfip.email()).matches()
                || payfip.mode() == null) {
            throw new UnusableSetting("opal.payment.provider=payfip needs opal.payment.payfip.client (six "
                    + "digits), opal.payment.payfip.mode (test, activation or production) and "
                    + "opal.payment.payfip.email (the landlord's, for tenants who have none).");
        }
        return new PayFip(
                new PayFipAccount(payfip.service(), payfip.page(), payfip.client(), payfip.mode(), payfip.email()),
                clock);
    }

    @Bean
    @ConditionalOnProperty(name = "opal.payment.provider", havingValue = "sandbox")
    Sandbox sandbox(SandboxBooks books, Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("serve"))) {
            throw new UnusableSetting("opal.payment.provider=sandbox takes no real money: it is for the demo.");
        }
        return new Sandbox(books, SandboxBooks.PAGE, books::seal);
    }

    /// Forms, and redirects after them, may lead to the provider's page.
    @Bean
    WayOut toProvider(ObjectProvider<PaymentProvider> provider) {
        return () -> provider.stream()
                .map(PaymentProvider::origin)
                .filter(origin -> origin.getHost() != null)
                .toList();
    }

    @Bean
    @ConditionalOnProperty(name = "opal.payment.provider", havingValue = "sandbox")
    Task<Void> sandboxNoticeTask(ObjectProvider<SandboxPost> post) {
        return Tasks.custom(SandboxPost.TASK)
                .onFailure(new OnFailureRetryLater<>(Duration.ofSeconds(10)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> post.getObject().run(Long.parseLong(instance.getId())));
    }
}
