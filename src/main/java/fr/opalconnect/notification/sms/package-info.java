/// The gate to the mobile networks, and one adapter for each way through it.
@org.jspecify.annotations.NullMarked
package fr.opalconnect.notification.sms;
