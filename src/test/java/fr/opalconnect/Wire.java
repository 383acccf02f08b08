package fr.opalconnect;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one page costs a phone that was never here before: every request and every byte that comes over the wire,
/// heads included, as Chromium counts them. The site's icon is asked for as well, because a browser with a window does
/// so and one without does not.
public record Wire(List<String> requests, long bytes) {
    /// Opens a page and counts.
    ///
    /// @param visit fresh, so that nothing is in its cache
    public static Wire of(Visit visit, String address) {
        List<String> requests = new ArrayList<>();
        Map<String, Long> bytes = new HashMap<>();
        CDPSession session = visit.context().newCDPSession(visit.page());
        session.send("Network.enable");
        session.on(
                "Network.requestWillBeSent",
                event ->
                        requests.add(event.getAsJsonObject("request").get("url").getAsString()));
        session.on("Network.loadingFinished", event -> count(event, bytes));
        visit.page().navigate(address);
        visit.page().waitForLoadState(LoadState.NETWORKIDLE);
        String icon = (String) visit.page().evaluate("document.querySelector('link[rel=icon]').href");
        if (!requests.contains(icon)) {
            visit.page().evaluate("icon => fetch(icon).then(answer => answer.blob())", icon);
            visit.page().waitForLoadState(LoadState.NETWORKIDLE);
        }
        session.detach();
        return new Wire(
                List.copyOf(requests),
                bytes.values().stream().mapToLong(Long::longValue).sum());
    }

    private static void count(JsonObject event, Map<String, Long> bytes) {
        bytes.put(
                event.get("requestId").getAsString(),
                event.get("encodedDataLength").getAsLong());
    }
}
