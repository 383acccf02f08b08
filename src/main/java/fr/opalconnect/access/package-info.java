/// Activation, sign-in, sessions, passwords.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "platform", "ui", "landlord", "tenancy", "notification"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.access;
