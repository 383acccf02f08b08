/// Automatic debit: mandates signed here, collections, what the banks return.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "ui",
            "landlord",
            "tenancy",
            "account",
            "notification",
            "attachment"
        })
@org.jspecify.annotations.NullMarked
package fr.opalconnect.debit;
