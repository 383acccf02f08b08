package fr.opalconnect.platform;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the library has measured of our two fonts: the same for every paper.
final class FontMetrics implements FSCacheEx<String, FSCacheValue> {
    private final Map<String, FSCacheValue> known = new ConcurrentHashMap<>();

    @Override
    public void put(String font, FSCacheValue metrics) {
        known.put(font, metrics);
    }

    @Override
    public FSCacheValue get(String font, Callable<? extends FSCacheValue> measure) {
        return known.computeIfAbsent(font, name -> {
            try {
                return measure.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public @Nullable FSCacheValue get(String font) {
        return known.get(font);
    }
}
