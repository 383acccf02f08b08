package fr.opalconnect.sample;

import java.util.Arrays;
import java.util.List;

/// The landlord's people whom the demo and the tests name.
public enum CastStaff {
    CLAIRE_LEMOINE("LAO01", "Claire", "Lemoine", "LAO", "03 53 01 20 11"),
    THOMAS_DELATTRE("SOI01", "Thomas", "Delattre", "SOI", "03 53 01 20 12"),
    /// The administrator: no adviser, so not in the ERP's package.
    ANNE_CARON("ADM01", "Anne", "Caron", "", "03 53 01 20 13");

    private final String code;
    private final String firstName;
    private final String lastName;
    private final String agency;
    private final String phone;

    CastStaff(String code, String firstName, String lastName, String agency, String phone) {
        this.code = code;
        this.firstName = firstName;
        this.lastName = lastName;
        this.agency = agency;
        this.phone = phone;
    }

    public String code() {
        return code;
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    /// The code of the agency; empty for the administrator.
    public String agency() {
        return agency;
    }

    public String fullName() {
        return firstName + " " + lastName;
    }

    /// Their work address, which is the ERP's for the advisers.
    public String email() {
        return People.email(new People.Name("", firstName, lastName));
    }

    static List<Row.Adviser> advisersOf(String agency) {
        return Arrays.stream(values())
                .filter(person -> person.agency.equals(agency))
                .map(CastStaff::row)
                .toList();
    }

    private Row.Adviser row() {
        return new Row.Adviser(code, firstName, lastName, agency, email(), phone);
    }
}
