package fr.opalconnect.payment.provider;

import fr.opalconnect.kernel.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what Lyra's REST API says of an order: its transactions, one for each try.
final class LyraAnswer {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// An order that nobody has tried to pay.
    private static final String NOT_FOUND = "PSP_010";

    /// What matters most comes first: money that was taken, then money that may still be, then the last try.
    private static final Comparator<Finding> BY_WEIGHT = Comparator.comparing((Finding each) -> !each.debit())
            .thenComparing(each -> switch (each.outcome()) {
                case PAID -> 0;
                case FAILED_LATER -> 1;
                case RUNNING -> 2;
                case REFUSED, ABANDONED, EXPIRED -> 3;
            })
            .thenComparing((one, other) -> one.outcome() == Outcome.PAID
                    ? one.at().compareTo(other.at())
                    : other.at().compareTo(one.at()));

    private LyraAnswer() {}

    static Asked read(String raw, LyraShop shop) {
        JsonNode told = JSON.readTree(raw);
        JsonNode answer = told.path("answer");
        if (!told.path("status").asString("").equals("SUCCESS")) {
            String code = answer.path("errorCode").asString("");
            return code.equals(NOT_FOUND) ? new Asked.Unknown(raw) : new Asked.Unreachable("error " + code);
        }
        if (!answer.path("shopId").asString("").equals(shop.site())) {
            return new Asked.Unreachable("it answers about another shop");
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonNode transaction : answer.path("transactions")) {
            findings.add(finding(transaction, answer.path("orderId").asString("")));
        }
        findings.sort(BY_WEIGHT);
        return findings.isEmpty()
                ? new Asked.Unknown(raw)
                : new Asked.Found(
                        findings.getFirst(),
                        findings.stream().skip(1).filter(LyraAnswer::isMoneyIn).toList(),
                        raw);
    }

    private static boolean isMoneyIn(Finding finding) {
        return finding.debit() && finding.outcome() == Outcome.PAID;
    }

    private static Finding finding(JsonNode transaction, String order) {
        String status = transaction.path("detailedStatus").asString("");
        String error = transaction.path("errorCode").asString("");
        return new Finding(
                LyraStatus.of(status, ""),
                order,
                transaction.path("uuid").asString(""),
                Money.ofCents(transaction.path("amount").asLong(0)),
                transaction.path("currency").asString(""),
                !transaction.path("orderDetails").path("mode").asString("").equals("PRODUCTION"),
                transaction.path("operationType").asString("").equals("DEBIT"),
                (status + " " + error).trim(),
                moment(transaction.path("creationDate").asString("")));
    }

    private static Instant moment(String written) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException e) {
            return Instant.EPOCH; // the moment is told, not decided by
        }
    }
}
