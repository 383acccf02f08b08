package fr.opalconnect.payment;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Languages;
import fr.opalconnect.platform.Papers;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The receipt of a payment as a PDF: the same bytes whenever it is asked for.
@Controller
class ReceiptPage {
    private final Payments payments;
    private final Papers papers;
    private final Languages languages;
    private final Brand brand;

    ReceiptPage(Payments payments, Papers papers, Languages languages, Brand brand) {
        this.payments = payments;
        this.papers = papers;
        this.languages = languages;
        this.brand = brand;
    }

    @GetMapping("/paiement/{id}/recu.pdf")
    ResponseEntity<byte[]> receipt(SignedInTenant who, @PathVariable UUID id, HttpServletRequest request) {
        Payment payment = payments.find(who, id);
        if (payment == null || payment.state() != PaymentState.PAID || payment.settledAt() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Receipt receipt = new Receipt(payment, brand, payment.settledAt());
        byte[] pdf = papers.pdf(
                "payment/ReceiptPaper",
                receipt,
                Language.of(languages.of(request)).onPaper().locale(),
                payment.settledAt());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"recu-%s.pdf\"".formatted(payment.reference()))
                .body(pdf);
    }
}
