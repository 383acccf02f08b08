/// The sub-commands of the program.
@org.jspecify.annotations.NullMarked
package fr.opalconnect.command;
