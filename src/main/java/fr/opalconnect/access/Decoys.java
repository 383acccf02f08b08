package fr.opalconnect.access;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.platform.Secrets;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Invents the phone of a pair that does not exist. It is drawn from a keyed hash of the pair, so it stays the same
/// for ever, and in the shares in which real phones come, so that no answer is likelier for a real pair.
@Component
class Decoys {
    /// Of a hundred French mobiles, so many begin with 06.
    private static final int BEGIN_WITH_06 = 70;

    private final Secrets secrets;
    private final AccessSettings settings;

    Decoys(Secrets secrets, AccessSettings settings) {
        this.secrets = secrets;
        this.settings = settings;
    }

    /// @return null for the share of pairs whose page says that there is no mobile. Nothing is ever sent to a decoy:
    ///     it is there for its masked form.
    @Nullable
    Phone of(TypedPair pair) {
        ByteBuffer drawn = ByteBuffer.wrap(secrets.mac("decoys", pair.key()));
        double withoutMobile = Integer.toUnsignedLong(drawn.getInt()) / 0x1p32;
        String begin = share(drawn) < BEGIN_WITH_06 ? "06" : "07";
        Phone phone = Phone.parse(begin + "%08d".formatted(share(drawn) * 1_000_000L + share(drawn)), "02000");
        return withoutMobile < settings.decoysWithoutMobile() ? null : phone;
    }

    /// 0 to 99
    private static int share(ByteBuffer drawn) {
        return Integer.remainderUnsigned(drawn.getInt(), 100);
    }
}
