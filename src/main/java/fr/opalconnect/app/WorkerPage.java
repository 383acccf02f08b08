package fr.opalconnect.app;

import fr.opalconnect.platform.Open;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The worker's script. Browsers look each time whether it is still the same: that is how a new release comes to a
/// phone.
@Controller
@Open
class WorkerPage {
    private static final MediaType JAVASCRIPT = MediaType.parseMediaType("text/javascript; charset=utf-8");

    private final Worker worker;

    WorkerPage(Worker worker) {
        this.worker = worker;
    }

    @GetMapping("/sw.js")
    ResponseEntity<byte[]> worker() {
        return ResponseEntity.ok()
                .contentType(JAVASCRIPT)
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/")
                .body(worker.script());
    }
}
