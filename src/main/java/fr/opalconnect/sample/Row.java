package fr.opalconnect.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A line of one of the files.
sealed interface Row {
    PackageFile file();

    void write(CsvFile line) throws IOException;

    record Agency(
            String code,
            String name,
            String phone,
            String email,
            String address,
            String postcode,
            String city,
            String hours)
            implements Row {
        @Override
        public PackageFile file() {
            return PackageFile.AGENCES;
        }

        @Override
        public void write(CsvFile line) throws IOException {
            line.text(code).text(name).text(phone).text(email);
            line.text(address).text(postcode).text(city).text(hours);
        }
    }

    record Adviser(String code, String firstName, String lastName, String agency, String email, String phone)
            implements Row {
        @Override
        public PackageFile file() {
            return PackageFile.CONSEILLERS;
        }

        @Override
        public void write(CsvFile line) throws IOException {
            line.text(code).text(firstName).text(lastName);
            line.text(agency).text(email).text(phone);
        }
    }

    /// @param surface in hundredths of a square metre; 0 where nobody lives
    record Dwelling(
            String number,
            String type,
            @Nullable String floor,
            @Nullable String door,
            @Nullable String building,
            @Nullable String staircase,
            @Nullable String estate,
            String address,
            String postcode,
            String city,
            int surface,
            String agency,
            String adviser)
            implements Row {
        @Override
        public PackageFile file() {
            return PackageFile.LOGEMENTS;
        }

        @Override
        public void write(CsvFile line) throws IOException {
            line.text(number).text(type).text(floor).text(door).text(building).text(staircase);
            line.text(estate).text(address).text(postcode).text(city);
            if (surface == 0) {
                line.text(null);
            } else {
                line.money(surface);
            }
            line.text(agency).text(adviser);
        }
    }

    record Tenant(
            String number,
            String title,
            String firstName,
            String lastName,
            @Nullable String mobile,
            @Nullable String email,
            String language)
            implements Row {
        @Override
        public PackageFile file() {
            return PackageFile.LOCATAIRES;
        }

        @Override
        public void write(CsvFile line) throws IOException {
            line.text(number).text(title).text(firstName).text(lastName);
            line.text(mobile).text(email).text(language);
        }
    }

    record Lease(
            String number,
            String dwelling,
            LocalDate starts,
            @Nullable LocalDate ends,
            boolean inAdvance,
            int dueDay,
            PaymentMethod method)
            implements Row {
        @Override
        public PackageFile file() {
            return PackageFile.BAUX;
        }

        @Override
        public void write(CsvFile line) throws IOException {
            line.text(number).text(dwelling).date(starts).date(ends);
            line.text(inAdvance ? "A_ECHOIR" : "ECHU").number(dueDay).text(method.name());
        }
    }

    record Holder(String lease, String tenant, String role) implements Row {
        @Override
        public PackageFile file() {
            return PackageFile.TITULAIRES;
        }

        @Override
        public void write(CsvFile line) throws IOException {
            line.text(lease).text(tenant).text(role);
        }
    }

    record Notice(
            String id,
            String lease,
            YearMonth period,
            LocalDate issued,
            LocalDate due,
            long broughtForward,
            long monthTotal)
            implements Row {
        @Override
        public PackageFile file() {
            return PackageFile.AVIS;
        }

        @Override
        public void write(CsvFile line) throws IOException {
            line.text(id).text(lease).month(period).date(issued).date(due);
            line.money(broughtForward).money(monthTotal).money(broughtForward + monthTotal);
        }
    }

    /// @param amount in cents; a debit is positive
    record Entry(
            String id,
            String lease,
            @Nullable String notice,
            Nature nature,
            String label,
            @Nullable YearMonth period,
            LocalDate operation,
            @Nullable LocalDate due,
            long amount,
            boolean debitable,
            @Nullable String reverses,
            @Nullable String reference)
            implements Row {
        @Override
        public PackageFile file() {
            return PackageFile.ECRITURES;
        }

        @Override
        public void write(CsvFile line) throws IOException {
            line.text(id).text(lease).text(notice).text(nature.name()).text(label);
            line.month(period).date(operation).date(operation);
            line.date(due).money(Math.max(amount, 0)).money(Math.max(-amount, 0));
            line.flag(debitable).text(reverses).text(reference);
        }
    }

    /// @param spent    in cents, as `advanced`
    record Charges(String lease, int year, Nature theme, long spent, long advanced) implements Row {
        @Override
        public PackageFile file() {
            return PackageFile.DECOMPTES;
        }

        @Override
        public void write(CsvFile line) throws IOException {
            line.text(lease).number(year).text(theme.name()).money(spent).money(advanced);
        }
    }

    record Document(String id, String lease, String kind, String label, LocalDate date, String path, String sha256)
            implements Row {
        @Override
        public PackageFile file() {
            return PackageFile.DOCUMENTS;
        }

        @Override
        public void write(CsvFile line) throws IOException {
            line.text(id).text(lease).text(kind).text(label);
            line.date(date).text(path).text(sha256);
        }
    }
}
