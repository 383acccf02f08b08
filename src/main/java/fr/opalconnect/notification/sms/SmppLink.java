package fr.opalconnect.notification.sms;

import fr.opalconnect.notification.sms.SmppBind.Handed;
import fr.opalconnect.notification.sms.SmsGateway.Receipts;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;

/// A connection as long as it lasts: bound as transceiver, it hands messages over and hears receipts.
final class SmppLink {
    /// One `submit_sm`.
    ///
    /// @param number `33641207742`
    /// @param udhi   whether the body begins with a header
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Message(
            String number, String validity, boolean udhi, byte coding, byte[] body, OptionalParameter... fields) {}

    /// Makes one, again and again.
    record Maker(String gateway, SmppAccount account, Receipts receipts) {
        /// @throws IOException saying why not
        SmppLink connect() throws IOException {
            CompletableFuture<Void> closed = new CompletableFuture<>();
            SMPPSession session = new SMPPSession(new SmppLine(account.tls(), () -> closed.complete(null)));
            session.setTransactionTimer(account.answer().toMillis());
            session.setEnquireLinkTimer((int) account.enquire().toMillis());
            session.setPduProcessorDegree(HEARING);
            session.setQueueCapacity(QUEUE);
            session.setMessageReceiverListener(new SmppHearing(gateway, receipts, account.zone()));
            SmppLink link = new SmppLink(session, account.sender(), closed);
            session.connectAndBind(
                    account.host(),
                    account.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            account.systemId(),
                            account.password(),
                            account.systemType(),
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null,
                            InterfaceVersion.IF_34),
                    account.answer().toMillis());
            return link;
        }
    }

    private static final int HEARING = 4;
    private static final int QUEUE = 2_000;
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final SMPPSession session;
    private final SmppAccount.Sender sender;
    private final CompletableFuture<Void> closed;
    private final long since = System.nanoTime();
    private volatile boolean answered;

    private SmppLink(SMPPSession session, SmppAccount.Sender sender, CompletableFuture<Void> closed) {
        this.session = session;
        this.sender = sender;
        this.closed = closed;
        session.addSessionStateListener((state, _, _) -> {
            if (state == SessionState.CLOSED || state == SessionState.UNBOUND) {
                closed.complete(null);
            }
        });
    }

    /// Completes when the line is lost, or was hung up.
    CompletableFuture<Void> closed() {
        return closed;
    }

    /// Whether it was more than a connection that is taken and dropped at once.
    boolean wasOfUse() {
        return answered || System.nanoTime() - since > 10_000_000_000L;
    }

    Handed submit(Message message) {
        if (!session.getSessionState().isTransmittable()) {
            return new Handed.NotSent("not connected");
        }
        try {
            String id = session.submitShortMessage(
                            "",
                            TypeOfNumber.valueOf((byte) sender.ton()),
                            NumberingPlanIndicator.valueOf((byte) sender.npi()),
                            sender.address(),
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            message.number(),
                            new ESMClass(message.udhi() ? 0x40 : 0),
                            (byte) 0,
                            (byte) 0,
                            null,
                            message.validity(),
                            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                            (byte) 0,
                            new RawDataCoding(message.coding()),
                            (byte) 0,
                            message.body(),
                            message.fields())
                    .getMessageId();
            answered = true;
            return new Handed.Taken(id);
        } catch (NegativeResponseException e) {
            answered = true;
            return new Handed.Refused(e.getCommandStatus());
        } catch (ResponseTimeoutException e) {
            return new Handed.Unanswered("no answer");
        } catch (GenericNackResponseException e) {
            return new Handed.NotSent("generic_nack"); // the frame was not understood: nothing was taken
        } catch (InvalidResponseException e) {
            return new Handed.Unanswered("an answer that means nothing");
        } catch (PDUException e) {
            return new Handed.NotSent("cannot be written: " + e.getClass().getSimpleName());
        } catch (IOException e) {
            // It was not, or not wholly, written: a part of a frame is never taken.
            return new Handed.NotSent("connection lost before");
        }
    }

    /// Says goodbye; some centres hang up without answering that.
    void unbind() {
        Thread.ofVirtual().start(session::unbindAndClose);
        try {
            closed.get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            Thread.ofVirtual().start(session::close);
        }
    }
}
