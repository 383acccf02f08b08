package fr.opalconnect.platform;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What every page may ask for: the clock, and who is signed in.
@Configuration(proxyBeanMethods = false)
class PlatformSetup implements WebMvcConfigurer {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new WhoIsSignedIn());
    }

    private static final class WhoIsSignedIn implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == SignedInTenant.class
                    || parameter.getParameterType() == SignedInStaff.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @org.jspecify.annotations.Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
            var who = Objects.requireNonNull(
                    SecurityContextHolder.getContext().getAuthentication(), "a closed page was reached unrecognised");
            return Objects.requireNonNull(who.getPrincipal());
        }
    }
}
