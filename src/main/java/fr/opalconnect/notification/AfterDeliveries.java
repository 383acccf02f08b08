package fr.opalconnect.notification;

import fr.opalconnect.platform.Live;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What follows when something sent has ended: whoever looks at it sees it, and what it said goes on by another way
/// when it did not arrive.
@Component
class AfterDeliveries {
    private final ToldTable told;
    private final Dispatch dispatch;
    private final Live live;

    AfterDeliveries(ToldTable told, Dispatch dispatch, Live live) {
        this.told = told;
        this.dispatch = dispatch;
        this.live = live;
    }

    @EventListener
    void ended(DeliveryEnded event) {
        live.tell(Notifications.topic(event.delivery()));
        if (event.lost()) {
            goOn(event.delivery(), event.channel());
        }
    }

    /// A code says nothing that can go another way.
    private void goOn(UUID delivery, Channel channel) {
        List<Told> says = told.in(delivery);
        if (!says.isEmpty()) {
            dispatch.another(says.getFirst().tenant(), says, channel);
        }
    }
}
