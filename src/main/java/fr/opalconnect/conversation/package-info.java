/// What tenants and the agency write to each other: messages, and requests with a state, an owner and a due time.
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
package fr.opalconnect.conversation;
