package fr.opalconnect.insurance;

/// What came of sending or judging a certificate.
sealed interface Ending {
    record Done() implements Ending {}

    /// It has been decided meanwhile, or taken back.
    record NotNow() implements Ending {}

    record NotFound() implements Ending {}

    record TooMany() implements Ending {}

    /// A file of the form is not there any more.
    record UnknownFile() implements Ending {}
}
