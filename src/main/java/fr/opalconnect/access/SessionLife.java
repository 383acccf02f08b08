package fr.opalconnect.access;

import java.time.Duration;

/// How long a session lives. See docs/adr/0004-how-long-a-session-lives.md.
enum SessionLife {
    /// A phone of one's own: opened once a month, it stays signed in; after three months it asks again.
    OWN(Duration.ofDays(30), Duration.ofDays(90)),
    /// 'Cet appareil est partagé': ends with the browser, or when nobody touches it.
    SHARED(Duration.ofMinutes(30), Duration.ofHours(12));

    /// The use of a session is noted this often at most.
    static final Duration NOTED_EVERY = Duration.ofMinutes(2);

    private final Duration idle;
    private final Duration whole;

    SessionLife(Duration idle, Duration whole) {
        this.idle = idle;
        this.whole = whole;
    }

    static SessionLife of(boolean shared) {
        return shared ? SHARED : OWN;
    }

    Duration idle() {
        return idle;
    }

    Duration whole() {
        return whole;
    }
}
