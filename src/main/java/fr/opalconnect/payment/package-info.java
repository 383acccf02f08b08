/// Payments by card: begun here, made on the provider's page, settled by what the provider says.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "platform", "ui", "landlord", "tenancy", "account", "notification"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.payment;
