/// Debts paid month by month: simulated and asked for by a tenant, decided by the agency, followed by both.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "platform", "ui", "tenancy", "landlord", "account", "payment", "conversation"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.plan;
