/// The gate to the browsers' push services.
@org.jspecify.annotations.NullMarked
package fr.opalconnect.notification.push;
