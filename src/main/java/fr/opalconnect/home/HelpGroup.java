package fr.opalconnect.home;

import java.util.List;

/// Questions that belong together.
record HelpGroup(String id, String title, List<HelpAnswer> answers) {
    HelpGroup {
        answers = List.copyOf(answers);
    }
}
