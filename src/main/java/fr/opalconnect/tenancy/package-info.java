/// Who lives where: dwellings, tenants, leases, their holders; and what a tenant asks to be corrected.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "platform", "landlord", "ui"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.tenancy;
