/// What only the demonstration shows: sandbox SMS, gallery of components.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "platform", "ui", "landlord", "access", "notification"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.demo;
