package fr.opalconnect.notification;

import fr.opalconnect.notification.sms.SmsGateway;

/// One way for text messages.
///
/// @param name as the settings write it: `smpp`
record SmsWay(String name, SmsGateway gateway) {}
