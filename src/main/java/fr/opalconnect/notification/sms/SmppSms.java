package fr.opalconnect.notification.sms;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.sms.SmppBind.Handed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;

/// A message centre that speaks SMPP 3.4, as operators and wholesalers have them: several connections that are kept,
/// each with a window of messages on their way.
public final class SmppSms implements SmsGateway {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /// For so long 'too many' is obeyed in place; then somebody else may have it.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final DateTimeFormatter ABSOLUTE = DateTimeFormatter.ofPattern("yyMMddHHmmss'000+'", Locale.ROOT);

    /// The centre is not well, or the connection is not what it takes us for: another may do.
    private static final Set<Integer> ILL = Set.of(
            SMPPConstant.STAT_ESME_RSYSERR, SMPPConstant.STAT_ESME_RINVBNDSTS, SMPPConstant.STAT_ESME_RSUBMITFAIL);

    private final SmppAccount account;
    private final List<SmppBind> binds;
    private final InstantSource clock;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger longOnes =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(256));

    /// Begins to connect; [#close] ends that.
    ///
    /// @param name     by which receipts know it
    /// @param receipts where they go
    public SmppSms(String name, SmppAccount account, Receipts receipts, InstantSource clock) {
        this.account = account;
        this.clock = clock;
        SmppLink.Maker maker = new SmppLink.Maker(name, account, receipts);
        this.binds = IntStream.rangeClosed(1, account.binds())
                .mapToObj(number ->
                        new SmppBind("SMS gateway " + name + " " + number, maker, account.window(), account.answer()))
                .toList();
        binds.forEach(SmppBind::start);
    }

    @Override
    public Answer send(Phone to, String text, Duration life) {
        SmppAccount.Wording wording = account.wording();
        byte reference = (byte) longOnes.getAndIncrement();
        SmsParts parts = SmsParts.of(text, wording.letters(), wording.splitting(), reference);
        List<String> references = new ArrayList<>();
        Instant end = clock.instant().plus(life.compareTo(PATIENCE) < 0 ? life : PATIENCE);
        for (int i = 0; i < parts.parts().size(); i++) {
            Handed handed;
            try {
                handed = patiently(message(to, life, parts, i, reference), end);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Answer.Unknown("interrupted");
            }
            if (handed instanceof Handed.Taken taken) {
                references.add(taken.id());
            } else if (references.isEmpty()) {
                return answer(handed);
            } else {
                return new Answer.Unknown(
                        "part " + (i + 1) + " of " + parts.parts().size() + ": " + answer(handed));
            }
        }
        return new Answer.Taken(references);
    }

    /// Whether all connections stand.
    boolean isUp() {
        return binds.stream().allMatch(SmppBind::isUp);
    }

    /// Waits and tries again while the centre says that it is too much.
    private Handed patiently(SmppLink.Message message, Instant end) throws InterruptedException {
        for (Duration pause = FIRST_PAUSE; ; pause = doubled(pause)) {
            SmppBind bind = next();
            Handed handed = bind.submit(message);
            boolean tooMuch = handed instanceof Handed.Refused refused && isTooMuch(refused.status());
            if (!tooMuch) {
                return handed;
            }
            bind.hold(pause);
            if (clock.instant().plus(pause).isAfter(end)) {
                return handed;
            }
        }
    }

    /// In turn, those first that are free.
    private SmppBind next() {
        int first = Math.floorMod(turn.getAndIncrement(), binds.size());
        SmppBind up = binds.get(first);
        for (int i = 0; i < binds.size(); i++) {
            SmppBind bind = binds.get((first + i) % binds.size());
            if (bind.isFree()) {
                return bind;
            }
            up = up.isUp() ? up : bind;
        }
        return up;
    }

    private SmppLink.Message message(Phone to, Duration life, SmsParts parts, int index, byte reference) {
        byte[] body = parts.parts().get(index);
        OptionalParameter[] fields = switch (account.wording().splitting()) {
            case PAYLOAD -> new OptionalParameter[] {new OptionalParameter.Message_payload(body)};
            case SAR ->
                parts.parts().size() == 1
                        ? new OptionalParameter[0]
                        : new OptionalParameter[] {
                            new OptionalParameter.Sar_msg_ref_num((short) (reference & 0xFF)),
                            new OptionalParameter.Sar_total_segments(
                                    (byte) parts.parts().size()),
                            new OptionalParameter.Sar_segment_seqnum((byte) (index + 1))
                        };
            case UDH -> new OptionalParameter[0];
        };
        boolean beside = account.wording().splitting() == SmppAccount.Splitting.PAYLOAD;
        return new SmppLink.Message(
                to.e164().substring(1),
                validity(life),
                parts.header(),
                parts.coding(),
                beside ? new byte[0] : body,
                fields);
    }

    private String validity(Duration life) {
        return switch (account.wording().validity()) {
            case NONE -> "";
            case ABSOLUTE -> ABSOLUTE.format(clock.instant().plus(life).atOffset(ZoneOffset.UTC));
            case RELATIVE ->
                "0000%02d%02d%02d%02d000R"
                        .formatted(
                                Math.min(life.toDays(), 28),
                                life.toHoursPart(),
                                life.toMinutesPart(),
                                life.toSecondsPart());
        };
    }

    private static Answer answer(Handed handed) {
        return switch (handed) {
            case Handed.Taken taken -> new Answer.Taken(taken.id());
            case Handed.NotSent no -> new Answer.Unreachable(no.reason());
            case Handed.Unanswered lost -> new Answer.Unknown(lost.reason());
            case Handed.Refused no when isTooMuch(no.status()) -> new Answer.Busy(status(no.status()));
            case Handed.Refused no when ILL.contains(no.status()) -> new Answer.Unreachable(status(no.status()));
            case Handed.Refused no -> new Answer.Refused(status(no.status()));
        };
    }

    private static boolean isTooMuch(int status) {
        return status == SMPPConstant.STAT_ESME_RTHROTTLED || status == SMPPConstant.STAT_ESME_RMSGQFUL;
    }

    private static String status(int status) {
        return "status 0x%02x".formatted(status);
    }

    private static Duration doubled(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    @Override
    public void close() {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            binds.forEach(bind -> all.execute(bind::close));
        }
    }
}
