package fr.opalconnect.access;

import fr.opalconnect.ui.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZonedDateTime;

/// A link to hand over.
///
/// @param link  whole, as it goes into an e-mail
/// @param until when it stops working
record InvitedView(String name, String email, String link, Instant until) {
    static InvitedView of(Team.Ending.Invited invited, HttpServletRequest request) {
        String site = request.getRequestURL()
                .substring(
                        0,
                        request.getRequestURL().length()
                                - request.getRequestURI().length());
        return new InvitedView(
                invited.member().name(), invited.member().email(), site + invited.path(), invited.until());
    }

    String day(Texts t) {
        ZonedDateTime there = until.atZone(Texts.ZONE);
        return t.say("access.security.on", t.longDay(there.toLocalDate())) + ", " + t.time(there);
    }
}
