package fr.opalconnect.journey;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.util.List;

/// Whether a page as it stands shows all of its words: none outside the screen, none cut, none over another, none in
/// pieces; and whether a thumb finds the links that stand by themselves.
final class Fit {
    private static final String LOOK = """
            () => {
              const faults = [];
              const name = e => `<${e.tagName.toLowerCase()} class="${e.getAttribute('class') ?? ''}"> ${e.textContent.trim().replace(/\\s+/g, ' ').slice(0, 50)}`;
              const width = document.documentElement.clientWidth;
              const moves = e => { for (let p = e; p; p = p.parentElement) { const o = getComputedStyle(p).overflowX; if (o === 'auto' || o === 'scroll') return p; } return null; };
              if (document.documentElement.scrollWidth > width + 1) faults.push(`the page is ${document.documentElement.scrollWidth} wide: ${[...document.body.querySelectorAll('*')].filter(e => { const r = e.getBoundingClientRect(); return e.checkVisibility() && r.width > 0 && (r.right > width + .5 || r.left < -.5) && !moves(e.parentElement); }).map(name).slice(0, 3).join(' and ')}`);
              const clipped = e => { for (let p = e; p; p = p.parentElement) if (getComputedStyle(p).clipPath !== 'none') return true; return false; };
              const hidden = e => !e.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})
                  || e.closest('.visually-hidden, .skip, [aria-hidden="true"] svg, details:not([open]) > :not(summary)')
                  || clipped(e);
              const floats = e => { for (let p = e; p; p = p.parentElement) { const o = getComputedStyle(p).position; if (o === 'fixed' || o === 'sticky') return true; } return false; };
              const texts = [];
              const large = parseFloat(getComputedStyle(document.documentElement).fontSize) > 16;
              for (const e of document.body.querySelectorAll('*')) {
                if (hidden(e)) continue;
                const style = getComputedStyle(e);
                const cuts = style.overflowX === 'hidden' || style.overflowX === 'clip';
                if (cuts && style.textOverflow !== 'ellipsis' && !(e instanceof SVGElement)
                    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) faults.push(`cut: ${name(e)}`);
                for (const node of e.childNodes) {
                  if (node.nodeType !== 3 || !node.data.trim()) continue;
                  const range = document.createRange();
                  range.selectNodeContents(node);
                  const rects = [...range.getClientRects()].filter(r => r.width > 1 && r.height > 1);
                  const frame = moves(e.parentElement ?? e);
                  if (rects.some(r => r.left < -1 || r.right > width + 1) && !frame && style.textOverflow !== 'ellipsis') faults.push(`outside: ${name(e)}`);
                  if (large && !e.closest('svg, [aria-hidden="true"], .piece-name')) for (const chunk of node.data.matchAll(/[^ \\t\\n/@]+(?![^ \\t\\n]*[/@])/g)) {
                    for (const word of /[/@]/.test(node.data[chunk.index - 1] ?? '') ? [] : chunk[0].matchAll(/(?<![\\p{L}\\d’])[\\p{L}\\d][\\p{L}\\d,\\u202f€’]{1,11}(?![\\p{L}\\d])/gu)) {
                      range.setStart(node, chunk.index + word.index);
                      range.setEnd(node, chunk.index + word.index + word[0].length);
                      const lines = new Set([...range.getClientRects()].filter(r => r.width > 1).map(r => Math.round(r.top)));
                      if (lines.size > 1) faults.push(`${word[0]} stands on ${lines.size} lines: ${name(e)}`);
                    }
                  }
                  if (e instanceof SVGElement || floats(e) || frame || style.textOverflow === 'ellipsis') continue;
                  for (const r of rects) texts.push({e, r});
                }
                if (e.matches('.filters a, .card > header > a, main p > a:only-child:not(.paper-title)') && e.parentElement.lastElementChild === e && e.getBoundingClientRect().height < 47
                    && (!e.matches('p > a') || e.parentElement.textContent.trim() === e.textContent.trim())) faults.push(`too low for a thumb: ${name(e)}`);
                const pressed = e.closest('a.btn, button, .tag, .tabs a');
                if (pressed === e) {
                  const box = e.getBoundingClientRect();
                  const seen = [...e.childNodes].filter(node => !node.classList?.contains('visually-hidden'));
                  const rects = seen.flatMap(node => { const range = document.createRange(); range.selectNode(node); return [...range.getClientRects()]; });
                  if (rects.some(r => r.width > 1 && (r.left < box.left - 1 || r.right > box.right + 1 || r.bottom > box.bottom + 2))) faults.push(`larger than its button: ${name(e)}`);
                }
              }
              texts.sort((a, b) => a.r.top - b.r.top);
              for (let i = 0; i < texts.length; i++) {
                for (let j = i + 1; j < texts.length && texts[j].r.top < texts[i].r.bottom - 4; j++) {
                  const a = texts[i], b = texts[j];
                  if (a.e === b.e || a.e.contains(b.e) || b.e.contains(a.e)) continue;
                  const across = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left);
                  const down = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);
                  if (across > 3 && down > Math.min(a.r.height, b.r.height) / 2) faults.push(`over each other: ${name(a.e)} | ${name(b.e)}`);
                }
              }
              return [...new Set(faults)];
            }""";

    private Fit() {}

    /// A sentence for each fault, with all that opens opened; a menu lies over the page on purpose.
    static List<String> faults(Page page) {
        page.evaluate("document.querySelectorAll('details:not(.switch)').forEach(each => { each.open = true; })");
        return ((List<?>) page.evaluate(LOOK)).stream().map(String::valueOf).toList();
    }

    /// Whether the languages, once opened, lie on the screen.
    static boolean languagesFit(Page page) {
        page.locator(".globe > summary").click();
        return (Boolean) page.evaluate("""
                () => [...document.querySelectorAll('.globe button')].every(each => {
                  const box = each.getBoundingClientRect();
                  return box.left >= 0 && box.right <= document.documentElement.clientWidth && box.height >= 47;
                })""");
    }

    /// What somebody sees whose letters are set to twice the size, in the browser or on the phone.
    static void twiceTheLetters(Page page) {
        page.context()
                .newCDPSession(page)
                .send(
                        "Page.setFontSizes",
                        JsonParser.parseString("{\"fontSizes\": {\"standard\": 32, \"fixed\": 26}}")
                                .getAsJsonObject());
    }

    /// Where the links of the page lead, of this site.
    static List<String> links(Page page) {
        return ((List<?>) page.evaluate("""
                        () => [...document.querySelectorAll('a[href^="/"]:not([download])')].map(a => a.getAttribute('href'))""")).stream().map(String::valueOf).toList();
    }
}
