package fr.opalconnect.demo;

import fr.opalconnect.payment.SandboxBank;
import fr.opalconnect.payment.SandboxBank.Act;
import fr.opalconnect.payment.SandboxBank.Bill;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The bank's page of the demonstration, where somebody pays, or does not, in all the ways that there are.
@Controller
@Open
@Profile("demo")
class BankPage {
    private final ObjectProvider<SandboxBank> bank;
    private final Views views;
    private final InstantSource clock;

    BankPage(ObjectProvider<SandboxBank> bank, Views views, InstantSource clock) {
        this.bank = bank;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/demo/banque/{number}")
    View bill(@PathVariable String number) {
        Bill bill = find(number);
        return views.page("demo/Bank", new BankView(bill, bill.stateAt(clock.instant())));
    }

    /// Whatever was chosen, the browser goes back; only who waits too long stays here.
    @PostMapping("/demo/banque/{number}")
    View act(@PathVariable String number, @RequestParam Act acte) {
        Bill bill = find(number);
        boolean done = bank.getObject().act(number, acte);
        return new RedirectView(done && acte != Act.TIME_OUT ? bill.returnTo().toString() : "/demo/banque/" + number);
    }

    private Bill find(String number) {
        SandboxBank open = bank.getIfAvailable();
        Bill bill = open == null ? null : open.bill(number);
        if (bill == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return bill;
    }
}
