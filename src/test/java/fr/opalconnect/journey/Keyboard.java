package fr.opalconnect.journey;

import com.microsoft.playwright.Page;

/// Somebody who has a keyboard and nothing else.
final class Keyboard {
    private static final int PATIENCE = 80;
    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /// Goes on with Tab until the thing has the focus, which must be visible, and presses Enter.
    void press(String selector) {
        reach(selector);
        page.keyboard().press("Enter");
    }

    void type(String selector, String text) {
        reach(selector);
        page.keyboard().insertText(text);
    }

    private void reach(String selector) {
        for (int i = 0; i < PATIENCE; i++) {
            if ((Boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
                boolean visible = (Boolean)
                        page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle !== 'none'");
                if (!visible) {
                    throw new AssertionError(selector + " has the focus, but nobody can see it");
                }
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(selector + " is out of the keyboard's reach on " + page.url());
    }
}
