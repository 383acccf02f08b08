/// The landlord's ERP packages: read, check, stage, apply, report.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "platform", "ui", "landlord", "tenancy", "account", "document", "vault"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.exchange;
