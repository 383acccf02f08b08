@org.jspecify.annotations.NullMarked
package fr.opalconnect;
