/// The tenant's documents, as the ERP lists them.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "platform", "ui", "tenancy"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.document;
