package fr.opalconnect.access;

/// The name that the staff sign in with.
final class StaffEmail {
    private static final int LONGEST = 254;

    private StaffEmail() {}

    /// Whether it can be an address at all: something, an at sign, a name with a dot.
    static boolean isOne(String typed) {
        String email = typed.strip();
        return email.length() <= LONGEST && email.matches("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]+");
    }
}
