/// The agency's desk: inbox, search, the tenant's file, announcements, imports, figures.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "ui",
            "landlord",
            "tenancy",
            "account",
            "news",
            "notification",
            "attachment",
            "access",
            "app",
            "conversation",
            "document",
            "insurance",
            "exchange"
        })
@org.jspecify.annotations.NullMarked
package fr.opalconnect.office;
