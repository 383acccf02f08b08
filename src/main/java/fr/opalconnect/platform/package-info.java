/// What a program needs before it knows its trade: web security, limits, secrets, jobs, views, errors, the embedded
/// database.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "ui"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.platform;
