/// Bank transfers: how a tenant makes one, what the bank's statements say of them, and whose they are.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "ui",
            "tenancy",
            "landlord",
            "account",
            "notification",
            "attachment"
        })
@org.jspecify.annotations.NullMarked
package fr.opalconnect.transfer;
