package fr.opalconnect.command;

/// Ends a command with one sentence for the person who typed it, and exit code 1.
final class Failure extends RuntimeException {
    Failure(String sentence) {
        super(sentence, null, false, false);
    }
}
