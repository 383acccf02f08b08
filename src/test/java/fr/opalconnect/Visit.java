package fr.opalconnect;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A browser of somebody's own, with its cookies and one page. What its console complains of (an error in a script, a
/// breach of the content security policy) is gathered in [#complaints()].
public final class Visit implements AutoCloseable {
    private final Visitor visitor;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visit(com.microsoft.playwright.Browser browser, Visitor visitor) {
        this.visitor = visitor;
        context = browser.newContext(visitor.context());
        page = context.newPage();
        page.setDefaultTimeout(10_000);
        page.onPageError(error -> {
            // Files are shown in a sandbox, where the browser's own driver cannot switch the worker off.
            if (!error.contains("lacks the 'allow-same-origin' flag")) {
                complaints.add(error);
            }
        });
        page.onConsoleMessage(message -> {
            // A page that answers 404 on purpose is no complaint of ours.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Presses what leads to another page, and waits for that page: a click by itself comes back before.
    public static void press(Locator way) {
        Page page = way.page();
        page.evaluate("document.documentElement.dataset.left = ''");
        way.click();
        page.locator("html:not([data-left])").waitFor();
        page.waitForLoadState();
    }

    /// Waits until the app's worker stands behind the page; it need not wait for a moment of rest.
    public void withItsWorker() {
        page.evaluate("import(document.querySelector('script[data-app]').dataset.app)");
        page.waitForFunction("() => navigator.serviceWorker.controller");
    }

    /// From the next page on its scripts wait a tenth of what takes seconds. Only for [Visitor#anew()]: it stays so.
    public void inAHurry() {
        page.addInitScript("""
                for (const name of ["setTimeout", "setInterval"]) {
                  const real = window[name];
                  window[name] = (act, time, ...rest) => real(act, time >= 1000 ? time / 10 : time, ...rest);
                }""");
    }

    /// A picture of the whole page for people to look at, when somebody asks for it: `-Dpictures=keep` leaves it under
    /// `target/pictures`.
    public void picture(String name) {
        if (System.getProperty("pictures") != null) {
            page.screenshot(
                    new ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pictures", name + ".png")));
        }
    }

    /// A picture of what shows without scrolling, for the README: `-Dpictures=write` puts it into docs/pictures.
    public void pictureForReaders(String name) {
        if ("write".equals(System.getProperty("pictures"))) {
            page.screenshot(new ScreenshotOptions().setPath(Path.of("docs", "pictures", name + ".png")));
        }
    }

    /// Leaves the browser as the next one of its kind wants to find it: to begin another costs as much as five pages.
    @Override
    public void close() {
        if (visitor.anew()) {
            end();
            return;
        }
        try {
            forget();
        } catch (PlaywrightException e) { // in the middle of something that failed
            end();
            return;
        }
        Browser.keep(visitor, this);
    }

    /// An answer that a test holds back may meet the end of its page: it is over all the same.
    private void end() {
        try {
            context.close();
        } catch (PlaywrightException e) {
            if (!String.valueOf(e.getMessage()).contains("has been closed")) {
                throw e;
            }
        }
    }

    private void forget() {
        context.pages().stream().skip(1).forEach(Page::close); // what else was opened beside ours
        if (visitor.javaScript() && page.url().startsWith("http")) {
            page.evaluate("sessionStorage.clear(); localStorage.clear()");
        }
        page.unrouteAll();
        page.navigate("about:blank");
        page.setViewportSize(visitor.width(), visitor.height());
        page.emulateMedia(visitor.media());
        context.clearCookies();
        context.clearPermissions();
        context.setExtraHTTPHeaders(Map.of());
        complaints.clear();
    }
}
