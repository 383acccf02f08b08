/// The gate to the mail servers: out by SMTP, back by IMAP, or the demonstration's screen.
@org.jspecify.annotations.NullMarked
package fr.opalconnect.notification.mail;
