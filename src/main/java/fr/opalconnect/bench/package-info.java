/// Measures what the product claims. Ratios are taken side by side, in one run.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "ui",
            "access",
            "insurance",
            "tenancy",
            "conversation",
            "document",
            "exchange",
            "notification",
            "payment",
            "sample",
            "vault"
        })
@org.jspecify.annotations.NullMarked
package fr.opalconnect.bench;
