package fr.opalconnect.notification;

import fr.opalconnect.notification.Stops.Stop;
import fr.opalconnect.notification.mail.Mail;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/// What an e-mail says: one thing, several of a topic, or a day's.
@Component
class Letter {
    private final Words words;
    private final Stops stops;
    private final Links links;
    private final MailWriter writer;
    private final TextBundles texts;

    Letter(Words words, Stops stops, Links links, MailWriter writer, TextBundles texts) {
        this.words = words;
        this.stops = stops;
        this.links = links;
        this.writer = writer;
        this.texts = texts;
    }

    Mail write(Parcel parcel) {
        Texts t = texts.in(parcel.language());
        List<Topic> topics =
                parcel.told().stream().map(one -> one.kind().topic()).distinct().toList();
        boolean day = topics.size() > 1;
        Topic topic = topics.getFirst();
        Words.Said said =
                day ? words.day(parcel.told(), parcel.language()) : words.say(parcel.told(), parcel.language());
        URI stop = links.to(StopPage.PATH + "/" + stops.token(new Stop(parcel.tenant(), day ? null : topic)));
        return writer.write(
                parcel.id(),
                parcel.recipient(),
                parcel.language(),
                new MailView(
                        said.title(),
                        words.paragraphs(parcel.told(), parcel.language()),
                        said.button(),
                        links.to(said.path()),
                        stop,
                        day
                                ? t.say("notification.mail.why.day")
                                : t.say("notification.mail.why", t.say("notification.topic." + topic.key()))));
    }
}
