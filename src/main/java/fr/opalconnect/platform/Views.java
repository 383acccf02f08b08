package fr.opalconnect.platform;

import fr.opalconnect.ui.Assets;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.ErpState;
import fr.opalconnect.ui.Letterhead;
import fr.opalconnect.ui.Shell;
import fr.opalconnect.ui.StaffVisitor;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Visitor;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Renders a template, which lies beside the page that names it, with the [Shell] that every page has.
@Component
public class Views {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "fr.opalconnect");
    private final TextBundles texts;
    private final Brand brand;
    private final Assets assets;
    private final Languages languages;
    private final ObjectProvider<ErpClock> erp;
    private final InstantSource clock;

    Views(
            TextBundles texts,
            Brand brand,
            Assets assets,
            Languages languages,
            ObjectProvider<ErpClock> erp,
            InstantSource clock) {
        this.texts = texts;
        this.brand = brand;
        this.assets = assets;
        this.languages = languages;
        this.erp = erp;
        this.clock = clock;
    }

    /// @param template module and name, `access/SignIn`
    /// @param model    what the template's `model` parameter takes
    public View page(String template, Object model) {
        return page(template, model, HttpStatus.OK);
    }

    public View page(String template, Object model, HttpStatus status) {
        return new JteView(template, model, status);
    }

    /// A template that is a paper, or a letter: it has the texts of a language (`t`), the landlord's `letterhead`, and
    /// its model.
    public String paper(String template, Letterhead letterhead, Object model, Locale language) {
        StringOutput html = new StringOutput();
        engine.render(
                template + ".jte", Map.of("t", texts.in(language), "letterhead", letterhead, "model", model), html);
        return html.toString();
    }

    /// The frame of the page that answers this request.
    private Shell shell(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        StaffVisitor staff = (StaffVisitor) request.getAttribute(StaffVisitor.class.getName());
        return new Shell(
                texts.in(languages.of(request)),
                brand,
                assets,
                path(request),
                token == null ? "" : token.getToken(),
                (Visitor) request.getAttribute(Visitor.class.getName()),
                staff,
                staff == null ? null : erpState());
    }

    private ErpState erpState() {
        ErpClock figures = erp.getIfAvailable();
        return new ErpState(figures == null ? null : figures.figuresAt(), clock.instant());
    }

    /// What was asked for, also where an error page answers it.
    private static String path(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return FrontDoor.behind(LocalPath.of(asked instanceof String path ? path : request.getRequestURI()), request);
    }

    private final class JteView implements View {
        private final String template;
        private final Object model;
        private final HttpStatus status;

        JteView(String template, Object model, HttpStatus status) {
            this.template = template;
            this.model = model;
            this.status = status;
        }

        @Override
        public void render(@Nullable Map<String, ?> unused, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Utf8ByteOutput html = new Utf8ByteOutput();
            Shell shell = shell(request);
            engine.render(template + ".jte", Map.of("shell", shell, "model", model), html);
            response.setStatus(status.value());
            response.setContentType("text/html; charset=utf-8");
            response.setLocale(Locale.forLanguageTag(shell.t().language().tag())); // Content-Language
            response.setHeader("Vary", "Accept-Language, Cookie");
            response.setContentLength(html.getContentLength());
            html.writeTo(response.getOutputStream());
        }
    }
}
