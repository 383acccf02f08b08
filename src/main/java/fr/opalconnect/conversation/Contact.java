package fr.opalconnect.conversation;

import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.ui.Brand;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who a tenant's page names: the adviser, else the agency, else the landlord.
///
/// @param name     `Claire Lemoine`
/// @param initials for the badge
/// @param agency   `Agence de Laon`; null when it is the name already, or unknown
/// @param phone    for those who would rather call
record Contact(String name, String initials, @Nullable String agency, String phone) {
    /// Finds it out; what it reads is in memory.
    @Component
    static class Book {
        private final Agencies agencies;
        private final Troubles troubles;
        private final Brand brand;

        Book(Agencies agencies, Troubles troubles, Brand brand) {
            this.agencies = agencies;
            this.troubles = troubles;
            this.brand = brand;
        }

        /// The line of the table that a repair is about.
        @Nullable
        Trouble trouble(Head head) {
            return troubles.find(head.trouble());
        }

        @Nullable
        Agency agency(@Nullable String code) {
            return agencies.find(code);
        }

        Contact of(@Nullable StaffMember member, @Nullable String agencyCode) {
            Agency agency = agencies.find(agencyCode);
            String phone = agency == null || agency.phone() == null ? brand.phone() : agency.phone();
            if (member != null) {
                return new Contact(member.name(), member.initials(), agency == null ? null : agency.name(), phone);
            }
            String name = agency == null ? brand.landlord() : agency.name();
            return new Contact(name, brand.landlord().substring(0, 1), null, phone);
        }
    }
}
