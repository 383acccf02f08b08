/// Tells people things: in the app, by push, e-mail, text message, as each of them wants.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "platform", "ui", "landlord", "tenancy"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.notification;
