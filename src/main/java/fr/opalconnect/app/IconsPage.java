package fr.opalconnect.app;

import fr.opalconnect.platform.Open;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The icons that phones, shortcuts and notifications show. Their addresses stay the same, because installed apps hold
/// them; so they are asked for again now and then.
@Controller
@Open
class IconsPage {
    private final Icons icons;

    IconsPage(Icons icons) {
        this.icons = icons;
    }

    @GetMapping(Icons.PATH + "{name}.png")
    ResponseEntity<byte[]> icon(@PathVariable String name) {
        byte[] png = icons.png(name);
        return png == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(7)).cachePublic())
                        .body(png);
    }
}
