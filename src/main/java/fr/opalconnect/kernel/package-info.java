/// Words every module shares: money, numbers of tenants, dwellings and leases, who is signed in. Knows nobody.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.kernel;
