/// The tenant's documents, as the ERP lists them, and the papers that we make ourselves.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "platform", "ui", "tenancy", "landlord", "account", "attachment", "vault"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.document;
