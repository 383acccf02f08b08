/// Pages that gather several modules: welcome, home, help.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "ui",
            "landlord",
            "tenancy",
            "account",
            "news",
            "insurance",
            "app",
            "access",
            "conversation"
        })
@org.jspecify.annotations.NullMarked
package fr.opalconnect.home;
