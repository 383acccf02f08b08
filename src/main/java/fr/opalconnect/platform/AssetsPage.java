package fr.opalconnect.platform;

import fr.opalconnect.ui.Assets;
import fr.opalconnect.ui.Assets.Asset;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/// Hands out the hashed assets. Their name changes with their bytes, so a browser may keep them for ever.
@Controller
@Open
class AssetsPage {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private final Assets assets;

    AssetsPage(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{fileName}")
    ResponseEntity<byte[]> asset(
            @PathVariable String fileName, @RequestHeader(name = "Accept-Encoding", defaultValue = "") String accepts) {
        Asset asset = assets.find(fileName);
        if (asset == null) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        var answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(asset.type()))
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return asset.gzip() != null && accepts.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.gzip())
                : answer.body(asset.bytes());
    }
}
