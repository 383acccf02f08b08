/// The landlord's brand, agencies and advisers.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "platform"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.landlord;
