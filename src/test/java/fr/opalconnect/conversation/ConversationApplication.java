package fr.opalconnect.conversation;

import fr.opalconnect.MovableClock;
import fr.opalconnect.WholeApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/// The whole program with a clock that moves and a street of households: one context for all tests of this module.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeApplication
@Import({MovableClock.Setup.class, Street.class})
@interface ConversationApplication {}
