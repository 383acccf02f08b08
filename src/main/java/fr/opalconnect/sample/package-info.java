/// Makes ERP packages of any size, and the demo landlord with its cast.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "exchange"})
@org.jspecify.annotations.NullMarked
package fr.opalconnect.sample;
