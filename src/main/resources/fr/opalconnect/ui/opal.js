// Small things that HTML cannot do by itself. Every page works without them.

const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

// What has to be put right, or what was just done, is read first.
document.querySelector("[data-focus]")?.focus();

// A button that shows a password. The field goes back to dots before the form leaves.
each("[data-show]", (row) => {
  const input = row.querySelector("input");
  const button = document.createElement("button");
  const spoken = document.createElement("span");
  button.type = "button";
  button.className = "btn ghost";
  button.setAttribute("aria-controls", input.id);
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  const show = (visible, say) => {
    input.type = visible ? "text" : "password";
    button.textContent = visible ? row.dataset.hide : row.dataset.show;
    button.setAttribute("aria-pressed", visible);
    if (say) spoken.textContent = visible ? row.dataset.shown : row.dataset.hidden;
  };
  button.addEventListener("click", () => show(input.type === "password", true));
  input.form?.addEventListener("submit", () => show(false));
  show(false);
  row.append(button, spoken);
});

// Seconds that run out, then what was waited for appears.
each("[data-countdown]", (line) => {
  const end = Date.now() + line.dataset.countdown * 1000;
  const waited = document.getElementById(line.dataset.reveals);
  if (waited) waited.hidden = true;
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    line.textContent = line.dataset.text.replace("{0}", `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`);
    if (left > 0) return setTimeout(tick, 250);
    line.hidden = true;
    if (waited) waited.hidden = false;
    const over = line.nextElementSibling;
    if (over?.dataset.over) over.textContent = over.dataset.over;
  };
  tick();
});

// A form is sent once, however often a thumb presses. It is free again when one comes back to the page, or when
// nothing came of it for a while.
const free = () => {
  each("form[data-sent]", (form) => delete form.dataset.sent);
  each("[aria-busy]", (button) => button.removeAttribute("aria-busy"));
};
addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
  setTimeout(free, 8000);
});
addEventListener("pageshow", free);

// A list in the bar closes when one turns away from it.
each("details.switch", (list) => {
  const close = () => list.removeAttribute("open");
  addEventListener("click", (event) => list.contains(event.target) || close());
  list.addEventListener("focusout", (event) => !event.relatedTarget || list.contains(event.relatedTarget) || close());
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    list.querySelector("summary").focus();
  });
});

// A search that answers while one types: the same page, asked for in the background.
each("[data-live]", (form) => {
  const results = document.getElementById(form.dataset.live);
  const count = document.getElementById(`${form.dataset.live}-nombre`);
  let waiting, asking;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      asking?.abort();
      asking = new AbortController();
      const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
      try {
        const answer = await fetch(address, { signal: asking.signal });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        results.replaceChildren(...page.getElementById(results.id).childNodes);
        count.textContent = page.getElementById(count.id).textContent;
        history.replaceState(null, "", address);
      } catch {
        // Offline, or typed on: the button still works.
      }
    }, 250);
  });
});

// A link to an answer opens it.
const openTarget = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.localName === "details") target.open = true;
};
addEventListener("hashchange", openTarget);
openTarget();

// On paper nothing can be opened: what is closed opens for the printer, and closes again.
addEventListener("beforeprint", () => each("main details:not([open])", (more) => {
  more.open = true;
  more.dataset.printed = "";
}));
addEventListener("afterprint", () => each("details[data-printed]", (more) => {
  more.open = false;
  delete more.dataset.printed;
}));

// What makes an app of the site comes last: the page is read before. When to offer the installation is ours to say.
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  window.installing = event;
});
const app = document.querySelector("script[data-app]")?.dataset.app;
const idle = window.requestIdleCallback ?? ((act) => act());
const offline = document.querySelector("[data-offline]") || document.documentElement.dataset.seen;
if (app && offline) import(app);
else if (app) addEventListener("load", () => setTimeout(() => idle(() => import(app), { timeout: 4000 }), 2000));
