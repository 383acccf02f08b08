/// What only the demonstration shows: sandbox SMS, the bank's page, gallery of components.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "ui",
            "landlord",
            "account",
            "access",
            "notification",
            "payment",
            "sample",
            "transfer"
        })
@org.jspecify.annotations.NullMarked
package fr.opalconnect.demo;
