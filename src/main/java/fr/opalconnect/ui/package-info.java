/// How every page looks and reads: layout, components, texts, hashed assets.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.ui;
