package fr.opalconnect.conversation;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `opal.conversation.*`
///
/// @param answer             working time within which the agency answers, by kind
/// (`opal.conversation.answer.repair=8h`)
/// @param answerOtherwise    the same for a kind that is not named
/// @param answerUrgent       the same for what is urgent, whatever the kind
/// @param closesAfter        a request that is done closes by itself after this, when the tenant says nothing
/// @param answerClosesAfter  a message that was answered closes by itself after this, when nobody comes back to it
/// @param troubles           a file that says who pays for which repair, instead of the one built in; empty for that
/// one
@ConfigurationProperties("opal.conversation")
record ConversationSettings(
        @DefaultValue Map<Kind, Duration> answer,
        @DefaultValue("16h") Duration answerOtherwise,
        @DefaultValue("4h") Duration answerUrgent,
        @DefaultValue("7d") Duration closesAfter,
        @DefaultValue("14d") Duration answerClosesAfter,
        @DefaultValue("") String troubles) {
    ConversationSettings {
        answer = Map.copyOf(answer);
    }

    /// Working time, eight hours to a day.
    Duration answerWithin(Kind kind, boolean urgent) {
        return urgent ? answerUrgent : answer.getOrDefault(kind, answerOtherwise);
    }
}
