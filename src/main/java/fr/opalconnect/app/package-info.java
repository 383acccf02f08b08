/// The product as an app: what makes it installable, its worker, what it keeps on a device, and the page that tells of
/// it.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "platform", "ui"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.app;
