/// The gate to the landlord's identity provider.
@org.jspecify.annotations.NullMarked
package fr.opalconnect.access.oidc;
