package fr.opalconnect;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The look for barriers finds them, also on a page whose like was looked at before.
class AxeTest {
    private Visit visit;

    @BeforeEach
    void begin() {
        visit = Browser.visit();
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void what_looks_like_the_line_before_but_lacks_its_name_is_found() {
        Axe.check(page("<ul class=t1><li>Go to <a href='/a'>one</a><li>Go to <a href='/b'>two</a></ul>"));
        assertBarrier("<ul class=t1><li>Go to <a href='/a'>one</a><li>Go to <a href='/b'></a></ul>", "link-name");
    }

    @Test
    void a_barrier_is_found_each_time_and_not_only_the_first() {
        assertBarrier("<p class=t2><img src='data:,'></p>", "image-alt");
        assertBarrier("<p class=t2><img src='data:,'></p>", "image-alt");
    }

    @Test
    void a_label_that_leads_nowhere_any_more_is_found() {
        Axe.check(page("<p class=t3><label for=a>Name</label><input id=a></p>"));
        assertBarrier("<p class=t3><label for=b>Name</label><input id=a></p>", "label");
    }

    @Test
    void words_of_the_same_shape_on_another_ground_are_looked_at_again() {
        Axe.check(page("<style>.dark { background: #444 }</style><div><p class=t4>Words</p></div>"));
        assertBarrier(
                "<style>.dark { background: #444 }</style><div class=dark><p class=t4>Words</p></div>",
                "color-contrast");
    }

    @Test
    void two_elements_with_one_name_are_found() {
        assertBarrier("<p id=t5></p><p id=t5></p>", "two elements are called t5");
    }

    private void assertBarrier(String main, String barrier) {
        Page page = page(main);
        assertThatThrownBy(() -> Axe.check(page)).hasMessageContaining(barrier);
    }

    private Page page(String main) {
        visit.page()
                .setContent("<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1>" + main
                        + "</main></html>");
        return visit.page();
    }
}
