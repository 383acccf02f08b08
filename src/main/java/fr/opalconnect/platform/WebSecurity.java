package fr.opalconnect.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Closed by default: a request passes when its page carries [Open], or when a [Doorkeeper] knows its sender.
@Configuration(proxyBeanMethods = false)
class WebSecurity {
    /// No inline script or style, nothing from elsewhere, nobody may frame us, forms go nowhere else but to pay.
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; media-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; form-action 'self'";

    private static final String PERMISSIONS_POLICY = "accelerometer=(), camera=(), display-capture=(), geolocation=(), "
            + "gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), interest-cohort=()";

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            ObjectProvider<Doorkeeper> doorkeepers,
            ObjectProvider<WayOut> waysOut,
            ErrorPages errors) {
        RequestMatcher[] open = openPages(mappings, page -> true);
        RequestMatcher[] fromElsewhere = openPages(mappings, Open::fromElsewhere);
        String policy = contentPolicy(
                waysOut.stream().flatMap(way -> way.origins().stream()).toList());
        return http.addFilterBefore(new Recognition(doorkeepers.stream().toList()), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                // The rest of a request that was let in, or what is said of one that was not.
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(fromElsewhere)
                        .csrfTokenRepository(new CsrfCookie())
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(coop -> coop.policy(
                                org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                        .CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(corp -> corp.policy(
                                org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter
                                        .CrossOriginResourcePolicy.SAME_ORIGIN)))
                .exceptionHandling(problems ->
                        problems.authenticationEntryPoint(errors::notSignedIn).accessDeniedHandler(errors::refused))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .build();
    }

    /// @param waysOut other sites that forms, and redirects after them, may lead to
    static String contentPolicy(List<URI> waysOut) {
        return CONTENT_SECURITY_POLICY
                + waysOut.stream()
                        .map(origin -> " " + origin.getScheme() + "://" + origin.getAuthority())
                        .collect(Collectors.joining());
    }

    /// What no path can look like (`/a;b`) is refused before any page, and the page that says so is as closed as
    /// others.
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, problem) -> {
            response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        };
    }

    /// Spring's own users and passwords are not wanted: this bean keeps it from inventing one.
    @Bean
    AuthenticationManager noPasswordsHere() {
        return authentication -> {
            throw new UnsupportedOperationException("people sign in through the access module");
        };
    }

    private static RequestMatcher[] openPages(RequestMappingHandlerMapping mappings, Predicate<Open> which) {
        List<RequestMatcher> open = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            Open page = open(handler);
            if (page != null && which.test(page)) {
                for (String pattern : mapping.getPatternValues()) {
                    for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                        open.add(PathPatternRequestMatcher.pathPattern(HttpMethod.valueOf(method.name()), pattern));
                        if (method == RequestMethod.GET) {
                            open.add(PathPatternRequestMatcher.pathPattern(HttpMethod.HEAD, pattern));
                        }
                    }
                }
            }
        });
        return open.toArray(RequestMatcher[]::new);
    }

    private static @Nullable Open open(HandlerMethod handler) {
        Open method = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Open.class);
        return method == null ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Open.class) : method;
    }

    /// Puts who is recognised where Spring Security and the pages look for it.
    private static final class Recognition extends OncePerRequestFilter {
        private final List<Doorkeeper> doorkeepers;

        Recognition(List<Doorkeeper> doorkeepers) {
            this.doorkeepers = doorkeepers;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.getRequestURI().startsWith("/assets/");
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                recognise(request, response);
            } catch (DataAccessResourceFailureException e) {
                // Without the database nobody is known; pages for everyone open all the same.
                ErrorPages.nobodyIsKnownNow(request);
            }
            try {
                chain.doFilter(request, response);
            } finally {
                SecurityContextHolder.clearContext();
            }
        }

        private void recognise(HttpServletRequest request, HttpServletResponse response) {
            for (Doorkeeper doorkeeper : doorkeepers) {
                Authentication who =
                        doorkeeper.keeps(request.getRequestURI()) ? doorkeeper.recognise(request, response) : null;
                if (who != null) {
                    SecurityContextHolder.getContext().setAuthentication(who);
                    return;
                }
            }
        }
    }
}
