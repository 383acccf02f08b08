package fr.opalconnect;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// The whole program with a clock that moves, a quicker beat for its answers, and those who make tenants for a test:
/// one context for all tests that need any of it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeApplication
@Import({MovableClock.Setup.class, ClockApplication.Makers.class})
@TestPropertySource(properties = "opal.access.even-answer=20ms")
public @interface ClockApplication {
    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(includeFilters = @Filter(TestComponent.class), useDefaultFilters = false)
    class Makers {}
}
