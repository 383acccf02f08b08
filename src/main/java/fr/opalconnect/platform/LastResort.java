package fr.opalconnect.platform;

import fr.opalconnect.ui.Assets;
import fr.opalconnect.ui.Brand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/// The page that is left when even the error page fails, and for addresses that never reach a page: plain, in both
/// languages, with the phone number.
final class LastResort extends ErrorReportValve {
    private final byte[] page;

    private LastResort(byte[] page) {
        this.page = page;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("text/html; charset=utf-8");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(page);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // Who asked is gone; there is nobody left to tell.
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Setup {
        /// After Spring Boot's own, so that it stands nearer to the pages and speaks first.
        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastResort(Brand brand, Assets assets) {
            byte[] page = page(brand, assets);
            return factory -> factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new LastResort(page)));
        }

        private static byte[] page(Brand brand, Assets assets) {
            try {
                return new ClassPathResource("fr/opalconnect/platform/last-resort.html")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .replace("{css}", assets.url("opal.css"))
                        .replace("{product}", HtmlUtils.htmlEscape(brand.product(), "UTF-8"))
                        .replace("{phone}", HtmlUtils.htmlEscape(brand.phone(), "UTF-8"))
                        .replace("{call}", brand.phoneLink())
                        .getBytes(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
