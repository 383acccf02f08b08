/// The gate to those who take cards, and one adapter for each of them.
@org.jspecify.annotations.NullMarked
package fr.opalconnect.payment.provider;
