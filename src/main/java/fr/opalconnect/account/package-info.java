/// The rent account: ledger entries, rent notices, balance and statement.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "platform", "ui", "tenancy", "landlord"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.account;
