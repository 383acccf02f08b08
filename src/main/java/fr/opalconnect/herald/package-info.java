/// Tells tenants what the figures and the announcements mean for them: a new notice, a day that comes near, a cut.
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
            "plan"
        })
@org.jspecify.annotations.NullMarked
package fr.opalconnect.herald;
