package fr.opalconnect.attachment;

import java.time.Duration;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/// Watches a picture being read: a file may be made so that this takes for ever, and one that ends too early is drawn
/// grey to its end with a warning only.
final class Patience implements IIOReadProgressListener {
    private final ImageReader reader;
    private final long until;
    private boolean over;
    private boolean cutShort;

    Patience(ImageReader reader, Duration patience) {
        this.reader = reader;
        this.until = System.nanoTime() + patience.toNanos();
    }

    boolean isOver() {
        return over;
    }

    boolean isCutShort() {
        return cutShort;
    }

    void warned(String warning) {
        String words = warning.toLowerCase(Locale.ROOT);
        cutShort |= words.contains("premature end") || words.contains("truncated");
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        if (System.nanoTime() - until > 0) {
            over = true;
            reader.abort();
        }
    }

    @Override
    public void readAborted(ImageReader source) {
        over = true;
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}
}
