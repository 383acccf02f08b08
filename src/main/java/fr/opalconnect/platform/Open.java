package fr.opalconnect.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a page that anyone may open without being signed in. Every other page is closed.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Open {
    /// Another site sends forms here, which cannot know our token: a bank, an identity provider. Such a page does
    /// nothing for whoever is signed in.
    boolean fromElsewhere() default false;
}
