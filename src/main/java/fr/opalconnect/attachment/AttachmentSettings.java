package fr.opalconnect.attachment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What people may send.
///
/// @param largest one file
/// @param most    files in one message
/// @param waiting bytes that may lie in this node's temporary folder at once, of all who are sending
@ConfigurationProperties("opal.attachment")
record AttachmentSettings(
        @DefaultValue("15MB") DataSize largest,
        @DefaultValue("10") int most,
        @DefaultValue("1GB") DataSize waiting) {}
