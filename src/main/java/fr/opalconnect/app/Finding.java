package fr.opalconnect.app;

import java.time.Instant;

/// What a device found when it checked its connection, as its code carries it. Nothing of it says whose device it was.
///
/// The order of the values is the code's: `check.js` counts them the same way. Another order is another code.
///
/// @param tooOld    the browser lacks what our pages are made of
/// @param installed the page was opened from the home screen
/// @param from      the check was made within [CheckCode#SLOT] from here
public record Finding(
        Reach reach,
        Version version,
        boolean tooOld,
        Browser browser,
        Device device,
        boolean installed,
        Keeping keeping,
        Instant from) {

    /// Online or not, whether the site answered, and how fast.
    public enum Reach {
        OFFLINE,
        /// Online, as the device thinks, but nothing came back.
        SILENT,
        /// Something else than the site answered, or the site was in trouble.
        TROUBLE,
        FAST,
        SLOW,
        /// More than four seconds for an answer without a word in it.
        CRAWLING
    }

    /// Of the page or the installed app, beside what the site served then.
    public enum Version {
        UNKNOWN,
        CURRENT,
        /// Older than the site's, and there for less than a week.
        DAYS,
        /// For less than a month.
        WEEKS,
        MONTHS;

        boolean old() {
            return compareTo(CURRENT) > 0;
        }
    }

    /// The families that matter for advice.
    public enum Browser {
        CHROME,
        SAFARI,
        FIREFOX,
        EDGE,
        SAMSUNG,
        /// A page that another app shows within itself.
        INSIDE,
        OTHER
    }

    public enum Device {
        ANDROID,
        IPHONE,
        IPAD,
        WINDOWS,
        MAC,
        OTHER
    }

    /// Whether the browser keeps for us what we ask it to.
    public enum Keeping {
        /// The app's worker stands behind the page.
        WORKS,
        /// No worker yet, or the browser knows none.
        NONE,
        /// No cookies, or no storage: a private window, most often.
        REFUSED,
        FULL
    }
}
