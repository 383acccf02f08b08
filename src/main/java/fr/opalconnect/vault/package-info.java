/// The vault: what is kept of files, encrypted, in a folder or in any S3-compatible store.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "platform", "ui"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.vault;
