/// What the landlord announces: to an estate, a building, a staircase, to all.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "platform", "ui", "landlord", "tenancy"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.news;
