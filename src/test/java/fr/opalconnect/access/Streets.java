package fr.opalconnect.access;

import fr.opalconnect.HttpBrowser;
import java.util.concurrent.atomic.AtomicInteger;

/// Addresses that nobody used before, so that the limits of one test do not stand in another's way.
final class Streets {
    private static final AtomicInteger MADE = new AtomicInteger();

    private Streets() {}

    static String address() {
        int number = MADE.incrementAndGet();
        return "198.%d.%d.%d".formatted(18 + number / 62_500, number / 250 % 250, number % 250 + 1);
    }

    /// A browser in a house of its own.
    static HttpBrowser browser(int port) {
        return new HttpBrowser(port).from(address());
    }
}
