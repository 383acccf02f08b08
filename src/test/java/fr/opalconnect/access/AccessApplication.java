package fr.opalconnect.access;

import fr.opalconnect.MovableClock;
import fr.opalconnect.WholeApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// The whole program with a clock that moves and a quicker beat for its answers: one context for all tests of this
/// module.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeApplication
@Import({MovableClock.Setup.class, Neighbours.class})
@TestPropertySource(properties = {"opal.access.even-answer=20ms", "test.quick-passwords=false"})
@interface AccessApplication {}
