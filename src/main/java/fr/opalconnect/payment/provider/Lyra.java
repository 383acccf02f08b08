package fr.opalconnect.payment.provider;

import fr.opalconnect.kernel.Money;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Lyra's payment form, version V2, as PayZen, Systempay, Sogecommerce and Scellius host it; asked by its REST API V4.
public final class Lyra implements PaymentProvider {
    static final String PREFIX = "vads_";

    private static final String EURO = "978";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final Pattern CENTS = Pattern.compile("[0-9]{1,12}");
    private static final List<String> NEEDED = List.of(
            "vads_site_id",
            "vads_ctx_mode",
            "vads_order_id",
            "vads_trans_status",
            "vads_operation_type",
            "vads_amount",
            "vads_currency");

    private final LyraShop shop;
    private final Signature signature;
    private final Calls calls = new Calls();

    public Lyra(LyraShop shop) {
        this.shop = shop;
        this.signature = shop.sha1() ? Signature.sha1(PREFIX, shop.key()) : Signature.hmac(PREFIX, shop.key());
    }

    @Override
    public String name() {
        return "lyra";
    }

    @Override
    public boolean test() {
        return shop.test();
    }

    @Override
    public boolean takes(Money amount) {
        return amount.isPositive();
    }

    @Override
    public URI origin() {
        return shop.page().resolve("/");
    }

    /// The page gives up after ten minutes without a move; people may move.
    @Override
    public Duration pageLives() {
        return Duration.ofHours(1);
    }

    @Override
    public Begun begin(Order order) {
        if (!takes(order.amount())) {
            return new Begun.Refused("amount");
        }
        return new Begun.Ready(order.reference(), new Checkout(shop.page(), true, form(order)));
    }

    private Map<String, String> form(Order order) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("vads_action_mode", "INTERACTIVE");
        fields.put("vads_amount", Long.toString(order.amount().cents()));
        fields.put("vads_capture_delay", "0");
        fields.put("vads_ctx_mode", shop.mode());
        fields.put("vads_currency", EURO);
        if (order.email() != null) {
            fields.put("vads_cust_email", order.email());
        }
        fields.put("vads_language", order.language().getLanguage());
        fields.put("vads_order_id", order.reference());
        fields.put("vads_order_info", order.subject());
        fields.put("vads_page_action", "PAYMENT");
        fields.put("vads_payment_config", "SINGLE");
        // The browser comes back by itself after some seconds, and brings nothing that we would have to distrust.
        fields.put("vads_redirect_error_timeout", "5");
        fields.put("vads_redirect_success_timeout", "5");
        fields.put("vads_return_mode", "NONE");
        fields.put("vads_site_id", shop.site());
        fields.put("vads_trans_date", STAMP.format(order.begunAt().atOffset(ZoneOffset.UTC)));
        fields.put("vads_trans_id", order.transaction());
        fields.put("vads_url_check", order.notifyAt().toString());
        fields.put("vads_url_return", order.returnTo().toString());
        fields.put("vads_validation_mode", "0"); // what was authorised is collected without anybody's yes
        fields.put("vads_version", "V2");
        fields.put(Signature.FIELD, signature.of(fields));
        return fields;
    }

    @Override
    public Notice read(RawNotice raw) {
        Map<String, String> fields = raw.parameters();
        if (!signature.isOf(fields)) {
            return new Notice.NotGenuine("signature");
        }
        for (String needed : NEEDED) {
            if (fields.getOrDefault(needed, "").isEmpty()) {
                return new Notice.NotGenuine("field " + needed);
            }
        }
        if (!shop.site().equals(fields.get("vads_site_id"))) {
            return new Notice.NotGenuine("field vads_site_id");
        }
        if (!CENTS.matcher(fields.getOrDefault("vads_amount", "")).matches()) {
            return new Notice.NotGenuine("field vads_amount");
        }
        Instant at = moment(fields);
        return at == null ? new Notice.NotGenuine("field vads_trans_date") : new Notice.Says(finding(fields, at));
    }

    private static Finding finding(Map<String, String> fields, Instant at) {
        String status = fields.getOrDefault("vads_trans_status", "");
        String source = fields.getOrDefault("vads_url_check_src", "");
        String currency = fields.getOrDefault("vads_currency", "");
        return new Finding(
                LyraStatus.of(status, source),
                fields.getOrDefault("vads_order_id", ""),
                fields.getOrDefault("vads_trans_uuid", ""),
                Money.ofCents(Long.parseLong(fields.getOrDefault("vads_amount", "0"))),
                currency.equals(EURO) ? "EUR" : currency,
                !"PRODUCTION".equals(fields.get("vads_ctx_mode")),
                "DEBIT".equals(fields.get("vads_operation_type")),
                detail(status, source, fields.getOrDefault("vads_result", "")),
                at);
    }

    private static String detail(String status, String source, String result) {
        return (status + " " + source + " " + result).replaceAll(" +", " ").trim();
    }

    private static @Nullable Instant moment(Map<String, String> fields) {
        String stamp = fields.getOrDefault("vads_effective_creation_date", "");
        try {
            return LocalDateTime.parse(stamp.isEmpty() ? fields.getOrDefault("vads_trans_date", "") : stamp, STAMP)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public String answer(Notice notice) {
        return notice instanceof Notice.Says ? "OK" : "KO";
    }

    @Override
    public boolean canBeAsked() {
        return shop.rest() != null;
    }

    @Override
    public Asked ask(Order order, String providerReference) {
        LyraShop.Rest rest = shop.rest();
        if (rest == null) {
            return new Asked.Unreachable("no password for the REST API");
        }
        String account = Base64.getEncoder()
                .encodeToString((shop.site() + ":" + rest.password()).getBytes(StandardCharsets.UTF_8));
        try {
            // The reference is letters and digits: it needs no escapes.
            Calls.Reply reply = calls.post(
                    URI.create(rest.endpoint() + "/Order/Get"),
                    "{\"orderId\":\"" + order.reference() + "\"}",
                    "Content-Type",
                    "application/json",
                    "Authorization",
                    "Basic " + account);
            return reply.status() == 200
                    ? LyraAnswer.read(reply.body(), shop)
                    : new Asked.Unreachable("status " + reply.status());
        } catch (IOException | JacksonException e) {
            return new Asked.Unreachable(e.getClass().getSimpleName());
        }
    }
}
