package fr.opalconnect.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// The app's icons in PNG, which is what phones take, drawn from the brand: its gradient with the mark in white, or the
/// landlord's own logo on white where that is about as wide as high.
public enum AppIcon {
    /// For browsers and computers: its own rounded corners.
    ROUNDED(.56, .22),
    /// To the edges, for phones that cut their own shape out of it; what matters is within the middle four fifths.
    MASKABLE(.46, 0),
    /// One colour and see-through, beside a notification.
    BADGE(.84, 0),
    PAY(.5, .5),
    WRITE(.5, .5);

    /// What the shapes below are drawn in.
    private static final double GRID = 32;

    private final double share;
    private final double roundness;

    AppIcon(double share, double roundness) {
        this.share = share;
        this.roundness = roundness;
    }

    /// @param side in pixels
    public byte[] png(Brand brand, int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        paint(pen, brand, side);
        pen.dispose();
        return bytes(image);
    }

    private void paint(Graphics2D pen, Brand brand, int side) {
        BufferedImage logo = this == ROUNDED || this == MASKABLE ? squareLogo(brand) : null;
        Shape ground = new RoundRectangle2D.Double(0, 0, side, side, 2 * roundness * side, 2 * roundness * side);
        if (this != BADGE) {
            pen.setPaint(ground(brand, logo, side));
            pen.fill(ground);
        }
        if (logo != null) {
            int inner = (int) Math.round(side * (share + .16));
            int at = (side - inner) / 2;
            pen.drawImage(logo, at, at, inner, inner, null);
            return;
        }
        pen.setColor(Color.WHITE);
        pen.translate(side * (1 - share) / 2, side * (1 - share) / 2);
        pen.scale(side * share / GRID, side * share / GRID);
        switch (this) {
            case PAY -> card(pen);
            case WRITE -> sheet(pen);
            default -> {
                Area mark = mark();
                mark.subtract(house());
                pen.fill(mark);
            }
        }
    }

    private Paint ground(Brand brand, @Nullable BufferedImage logo, int side) {
        if (logo != null) {
            return Color.WHITE;
        }
        if (this == PAY || this == WRITE) {
            return colour(Colour.of(brand.light().main()));
        }
        List<Gradient.Stop> stops = Gradient.of(brand.gradient()).stops();
        float[] where = new float[stops.size()];
        Color[] what = new Color[stops.size()];
        for (int i = 0; i < where.length; i++) {
            where[i] = stops.get(i).percent() / 100f;
            what[i] = colour(stops.get(i).colour());
        }
        return new LinearGradientPaint(0, 0, side, side, where, what);
    }

    /// The product's own mark, as favicon.svg draws it: a drop that is also a bubble.
    private static Area mark() {
        Area mark = new Area(new Ellipse2D.Double(0, 0, GRID, GRID));
        mark.add(new Area(new Rectangle2D.Double(0, GRID / 2, GRID / 2, GRID / 2 - 6)));
        mark.add(new Area(new Rectangle2D.Double(6, GRID / 2, GRID / 2 - 6, GRID / 2)));
        mark.add(new Area(new RoundRectangle2D.Double(0, GRID / 2, GRID / 2, GRID / 2, 9, 9)));
        return mark;
    }

    /// What stands in it: large as an icon is, it would look empty.
    private static Area house() {
        Path2D walls = new Path2D.Double();
        walls.moveTo(16, 8.5);
        walls.lineTo(24, 15.5);
        walls.lineTo(24, 23.5);
        walls.lineTo(8, 23.5);
        walls.lineTo(8, 15.5);
        walls.closePath();
        Area house = new Area(walls);
        house.add(new Area(
                new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(walls)));
        house.subtract(new Area(new RoundRectangle2D.Double(13.6, 17.5, 4.8, 8, 1.6, 1.6)));
        return house;
    }

    /// A bank card.
    private static void card(Graphics2D pen) {
        pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new RoundRectangle2D.Double(2, 6, 28, 20, 7, 7));
        pen.draw(new Line2D.Double(2, 12.5, 30, 12.5));
        pen.draw(new Line2D.Double(7.5, 20, 13, 20));
    }

    /// A bubble with two lines.
    private static void sheet(Graphics2D pen) {
        pen.fill(AffineTransform.getScaleInstance(1, .92).createTransformedShape(mark()));
        pen.setComposite(java.awt.AlphaComposite.DstOut);
        pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new Line2D.Double(9, 12, 23, 12));
        pen.draw(new Line2D.Double(9, 18.5, 18, 18.5));
    }

    private static @Nullable BufferedImage squareLogo(Brand brand) {
        if (brand.logo().isBlank()) {
            return null;
        }
        Logo logo = Logo.read(Path.of(brand.logo()));
        if (logo.picture().isEmpty() || Math.abs(logo.ratio() - 1) > .25) {
            return null;
        }
        try {
            return ImageIO.read(new ByteArrayInputStream(logo.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Color colour(Colour colour) {
        return new Color(colour.red(), colour.green(), colour.blue());
    }

    private static byte[] bytes(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
