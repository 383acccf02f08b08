package fr.opalconnect.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.QrCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The code of a transfer, read by somebody else's reader.
class EpcCodeTest {
    private static final Reference REFERENCE = Reference.of(new LeaseNumber("B0048213-1"));

    @Test
    void a_reader_that_is_not_ours_finds_every_line_at_level_m() throws Exception {
        Result read =
                read(QrCode.of(EpcCode.text(landlord("OPAL de démonstration"), REFERENCE, Money.ofCents(41_237))));
        assertThat(read.getText())
                .isEqualTo(
                        "BCD\n002\n1\nSCT\nOPALFRP1XXX\nOPAL de démonstration\nFR7699999021000004236002377\nEUR412.37\n\n"
                                + REFERENCE.value());
        assertThat(read.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL))
                .isEqualTo("M");
    }

    @Test
    void without_an_amount_the_line_stays_and_is_empty() {
        assertThat(EpcCode.text(landlord("OPAL"), REFERENCE, null)
                        .lines()
                        .toList()
                        .get(7))
                .isEmpty();
        assertThat(EpcCode.text(landlord("OPAL"), REFERENCE, Money.ofCents(-5))
                        .lines()
                        .toList()
                        .get(7))
                .isEmpty();
    }

    @Test
    void the_longest_name_fits_and_a_longer_one_stops_the_start() throws Exception {
        String text = EpcCode.text(landlord("é".repeat(70)), REFERENCE, Money.ofCents(99_999_999_999L));
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(EpcCode.MOST_BYTES);
        assertThat(read(QrCode.of(text)).getText()).isEqualTo(text);
        assertThatThrownBy(() -> landlord("x".repeat(71))).hasMessageContaining("opal.transfer.name");
        assertThatThrownBy(() -> settings("OPAL", "FR7699999021000004236002378", ""))
                .hasMessageContaining("no IBAN");
    }

    private static TransferSettings landlord(String name) {
        return settings(name, "FR76 9999 9021 0000 0423 6002 377", "OPALFRP1XXX");
    }

    private static TransferSettings settings(String name, String iban, String bic) {
        return new TransferSettings(name, iban, bic, List.of(), 2, List.of(), List.of(), "");
    }

    /// Paints the path as a browser does, and hands the picture over.
    private static Result read(QrCode code) throws Exception {
        int scale = 6;
        BufferedImage image = new BufferedImage(code.size() * scale, code.size() * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.setColor(Color.BLACK);
        Path2D path = new Path2D.Double();
        Matcher run = Pattern.compile("M(\\d+),(\\d+)h(\\d+)v1h-\\d+z").matcher(code.path());
        while (run.find()) {
            path.append(
                    new java.awt.Rectangle(
                            number(run, 1) * scale, number(run, 2) * scale, number(run, 3) * scale, scale),
                    false);
        }
        canvas.fill(path);
        canvas.dispose();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))));
    }

    private static int number(Matcher run, int group) {
        @Nullable String digits = run.group(group);
        return Integer.parseInt(digits);
    }
}
