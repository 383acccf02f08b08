package fr.opalconnect.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// Addresses that only take forms. Whoever reads one has typed it, or reloads, or switched the language on what
/// answered the form. They mean the page that the form stands on, which is the nearest above: a form is sent below its
/// page.
@Component
class FormAddresses {
    /// Asked for late: the mappings are made from the pages.
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    FormAddresses(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /// The page above, or nothing, when this is no such address or only the very first page is above it.
    @Nullable
    String pageOf(String path) {
        boolean onlyTakesForms = LocalPath.of(path).equals(path)
                && matches(patterns(RequestMethod.POST, FormAddresses::isPage), path)
                && !matches(patterns(RequestMethod.GET, handler -> true), path);
        if (!onlyTakesForms) {
            return null;
        }
        List<PathPattern> pages = patterns(RequestMethod.GET, FormAddresses::isPage);
        for (String above = above(path); !above.isEmpty(); above = above(above)) {
            if (matches(pages, above)) {
                return above;
            }
        }
        return null;
    }

    private List<PathPattern> patterns(RequestMethod method, Predicate<HandlerMethod> which) {
        List<PathPattern> patterns = new ArrayList<>();
        mappings.getObject().getHandlerMethods().forEach((mapping, handler) -> {
            if (mapping.getMethodsCondition().getMethods().contains(method) && which.test(handler)) {
                patterns.addAll(Objects.requireNonNull(mapping.getPathPatternsCondition())
                        .getPatterns());
            }
        });
        return patterns;
    }

    /// What answers with a page that people read: neither a file nor what only programs ask for.
    private static boolean isPage(HandlerMethod handler) {
        Class<?> answer = handler.getMethod().getReturnType();
        return answer == View.class || answer == String.class;
    }

    private static boolean matches(List<PathPattern> patterns, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return patterns.stream().anyMatch(pattern -> pattern.matches(parsed));
    }

    private static String above(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }
}
