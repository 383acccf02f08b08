/// Home insurance: certificates that tenants send, looked at by the office, and the reminders before they end.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "platform", "ui", "tenancy", "landlord", "notification", "attachment"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.insurance;
