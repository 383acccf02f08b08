package fr.opalconnect.debit;

import fr.opalconnect.kernel.Iban;
import fr.opalconnect.platform.Sealing;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where IBANs are sealed and opened: nowhere else does one stand in clear, but in the bank's file, the mandate's PDF
/// and the ERP's package.
@Component
class Vault {
    private static final String KEY = "iban";

    private final Sealing sealing;

    Vault(Sealing sealing) {
        this.sealing = sealing;
    }

    static Vault on(JdbcClient jdbc) {
        return new Vault(Sealing.on(jdbc));
    }

    byte[] seal(UUID place, Iban iban) {
        return sealing.seal(KEY, place.toString(), iban.value());
    }

    Iban open(UUID place, byte[] sealed) {
        return new Iban(sealing.openText(KEY, place.toString(), sealed));
    }

    Iban open(BankAccount account) {
        return open(account.id(), account.sealed());
    }

    byte[] sealFile(UUID file, byte[] content) {
        return sealing.seal("bank-file", file.toString(), content);
    }

    byte[] openFile(UUID file, byte[] sealed) {
        return sealing.open("bank-file", file.toString(), sealed);
    }
}
