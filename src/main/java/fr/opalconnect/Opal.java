package fr.opalconnect;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The house: where Spring begins to look. The program starts in [fr.opalconnect.command.Commands].
@SpringBootApplication
@ConfigurationPropertiesScan
public class Opal {}
