/// Tells people things; today by SMS only.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "platform", "ui"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.notification;
