package fr.opalconnect.payment.provider;

import fr.opalconnect.kernel.Money;
import java.net.URI;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// PayFiP, the payment service of public accounting: announced and asked by SOAP; its notification only names the
/// payment, so that each one is asked about.
public final class PayFip implements PaymentProvider {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Money LEAST = Money.ofCents(1_00);
    private static final Money MOST = Money.ofCents(100_000_00);
    private static final Duration PAGE_LIVES = Duration.ofMinutes(15);
    /// Until then somebody who has turned back, or whose card was refused, may still be at it.
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(20);

    private static final String UNKNOWN_NUMBER = "P1";
    private static final String NO_RESULT_YET = "P5";
    private static final int SUBJECT = 99;
    private static final int ADDRESS = 249;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("ddMMyyyyHHmm");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9]{6,30}");
    private static final Pattern EMAIL = Pattern.compile("(?=.{6,80}$)[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern CENTS = Pattern.compile("[0-9]{1,11}");

    private final PayFipAccount account;
    private final PayFipSoap soap;
    private final InstantSource clock;

    public PayFip(PayFipAccount account, InstantSource clock) {
        this.account = account;
        this.soap = new PayFipSoap(account.service());
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payfip";
    }

    @Override
    public boolean test() {
        return account.mode() == PayFipAccount.Mode.TEST;
    }

    @Override
    public boolean takes(Money amount) {
        return amount.compareTo(LEAST) >= 0 && amount.compareTo(MOST) <= 0;
    }

    @Override
    public URI origin() {
        return account.page().resolve("/");
    }

    @Override
    public Duration pageLives() {
        return PAGE_LIVES;
    }

    @Override
    public boolean canBeAsked() {
        return true;
    }

    @Override
    public Begun begin(Order order) {
        if (!takes(order.amount())) {
            return new Begun.Refused("amount");
        }
        if (!REFERENCE.matcher(order.reference()).matches()
                || order.notifyAt().toString().length() > ADDRESS
                || order.returnTo().toString().length() > ADDRESS) {
            return new Begun.Refused("form");
        }
        return switch (soap.call("creerPaiementSecurise", announcement(order))) {
            case PayFipSoap.Said said -> {
                String number = said.fields().getOrDefault("idOp", "");
                yield NUMBER.matcher(number).matches()
                        ? new Begun.Ready(number, new Checkout(page(number), false, Map.of()))
                        : new Begun.Unreachable("it gave no number");
            }
            case PayFipSoap.Fault fault ->
                fault.ours() ? new Begun.Refused(fault.toString()) : new Begun.Unreachable(fault.toString());
            case PayFipSoap.Silence silence -> new Begun.Unreachable(silence.reason());
        };
    }

    private URI page(String number) {
        return URI.create(account.page() + "?idop=" + number);
    }

    /// In the order of the service's own description.
    private Map<String, String> announcement(Order order) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("exer", Integer.toString(order.begunAt().atZone(PARIS).getYear()));
        fields.put("mel", email(order.email()));
        fields.put("montant", Long.toString(order.amount().cents()));
        fields.put("numcli", account.client());
        fields.put("objet", plain(order.subject()));
        fields.put("refdet", order.reference());
        fields.put("saisie", account.mode().letter());
        fields.put("urlnotif", order.notifyAt().toString());
        fields.put("urlredirect", order.returnTo().toString());
        return fields;
    }

    private String email(@Nullable String tenants) {
        return tenants != null && EMAIL.matcher(tenants).matches() ? tenants : account.email();
    }

    /// Letters without their accents, digits and spaces: others are refused.
    private static String plain(String subject) {
        String plain = Normalizer.normalize(subject, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", " ")
                .trim();
        return plain.substring(0, Math.min(plain.length(), SUBJECT)).trim();
    }

    @Override
    public Notice read(RawNotice raw) {
        for (Map.Entry<String, String> field : raw.parameters().entrySet()) {
            if (field.getKey().equalsIgnoreCase("idop")
                    && NUMBER.matcher(field.getValue()).matches()) {
                return new Notice.AskAbout(field.getValue());
            }
        }
        return new Notice.NotGenuine("field idop");
    }

    @Override
    public String answer(Notice notice) {
        return notice instanceof Notice.NotGenuine ? "KO" : "OK";
    }

    @Override
    public Asked ask(Order order, String providerReference) {
        if (providerReference.isEmpty()) {
            // We never learnt its number, so nobody was ever sent there.
            return new Asked.Unknown("");
        }
        return switch (soap.call("recupererDetailPaiementSecurise", Map.of("idOp", providerReference))) {
            case PayFipSoap.Said said -> found(order, providerReference, said);
            case PayFipSoap.Fault fault -> refused(order, fault);
            case PayFipSoap.Silence silence -> new Asked.Unreachable(silence.reason());
        };
    }

    private Asked found(Order order, String providerReference, PayFipSoap.Said said) {
        Map<String, String> fields = said.fields();
        if (!fields.getOrDefault("idOp", fields.getOrDefault("idop", "")).equals(providerReference)) {
            return new Asked.Unreachable("it answers about another payment");
        }
        Outcome outcome = outcome(fields.getOrDefault("resultrans", ""));
        if (outcome == null || (outcome == Outcome.ABANDONED && young(order))) {
            return new Asked.NotYet(said.raw());
        }
        String cents = fields.getOrDefault("montant", "");
        if (!CENTS.matcher(cents).matches()) {
            return new Asked.Unreachable("it tells no amount");
        }
        return new Asked.Found(
                new Finding(
                        outcome,
                        fields.getOrDefault("refdet", ""),
                        fields.getOrDefault("numauto", ""),
                        Money.ofCents(Long.parseLong(cents)),
                        "EUR",
                        PayFipAccount.Mode.TEST.letter().equals(fields.get("saisie")),
                        true,
                        "resultrans " + fields.getOrDefault("resultrans", ""),
                        moment(fields)),
                said.raw());
    }

    private Asked refused(Order order, PayFipSoap.Fault fault) {
        return switch (fault.code()) {
            case UNKNOWN_NUMBER -> new Asked.Gone(fault.raw());
            case NO_RESULT_YET -> young(order) ? new Asked.NotYet(fault.raw()) : new Asked.Unknown(fault.raw());
            default -> new Asked.Unreachable(fault.toString());
        };
    }

    private boolean young(Order order) {
        return clock.instant().isBefore(order.begunAt().plus(SETTLED_AFTER));
    }

    private static @Nullable Outcome outcome(String letter) {
        return switch (letter) {
            case "P", "V" -> Outcome.PAID; // by card, by debit
            case "R", "Z" -> Outcome.REFUSED;
            case "A" -> Outcome.ABANDONED;
            default -> null;
        };
    }

    private Instant moment(Map<String, String> fields) {
        try {
            return LocalDateTime.parse(
                            fields.getOrDefault("dattrans", "") + fields.getOrDefault("heurtrans", ""), MOMENT)
                    .atZone(PARIS)
                    .toInstant();
        } catch (DateTimeException e) {
            return clock.instant(); // the moment is told, not decided by
        }
    }
}
