package fr.opalconnect.attachment;

/// A file that is not taken, thrown from deep inside of it to where it becomes a sentence.
final class Unfit extends Exception {
    final Refusal why;

    Unfit(Refusal why) {
        super(why.name(), null, false, false);
        this.why = why;
    }
}
