package fr.opalconnect.notification.sms;

import fr.opalconnect.notification.sms.SmsGateway.Receipts;
import java.time.ZoneId;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.MessageId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears what a message centre tells. A receipt that could not be kept is not acknowledged, so that it comes again.
record SmppHearing(String gateway, Receipts receipts, ZoneId zone) implements MessageReceiverListener {
    private static final Logger LOG = LoggerFactory.getLogger(SmppHearing.class);

    @Override
    public void onAcceptDeliverSm(DeliverSm told) throws ProcessRequestException {
        hear(told, told.getShortMessage() == null ? new byte[0] : told.getShortMessage());
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm told, Session source) throws ProcessRequestException {
        hear(told, new byte[0]);
        try {
            return new DataSmResult(new MessageId("0"), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException("0 is a number", e);
        }
    }

    /// What phones send is acknowledged and forgotten: nobody reads it here.
    private void hear(AbstractSmCommand told, byte[] body) throws ProcessRequestException {
        Receipt receipt = SmppReceipts.read(told, body, zone);
        if (receipt == null) {
            return;
        }
        try {
            receipts.take(gateway, receipt);
        } catch (RuntimeException e) {
            LOG.warn("{}: a receipt could not be kept and is asked for again: {}", gateway, e.toString());
            throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // a phone is back: the centre itself tries again
    }
}
