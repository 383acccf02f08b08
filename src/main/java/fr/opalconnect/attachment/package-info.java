/// Files that people send: what they really are, made harmless, kept.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "platform", "ui"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.attachment;
