// The desk: keys, and pages that change only where something changed. Without it every link and form works all the same.
//
// A page marks what may change with data-region (and an id). Links and forms with data-swap are asked for in the
// background, and the regions of the answer take the place of those that stand here. Live events renew only regions
// marked data-region="live": what somebody is typing is never one of them; and "calm" ones, unless somebody is at them.

const $ = (selector) => document.querySelector(selector);
const desk = $(".desk");
const says = $("#desk-says");
const typing = (target) => target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const say = (words) => {
  says.textContent = "";
  setTimeout(() => (says.textContent = words ?? ""), 50);
};

// What went wrong is seen as well as heard, and goes with the next thing that works.
const toast = $("#desk-warns");
const warn = (words) => {
  toast.textContent = words;
  toast.hidden = false;
};

// ---- regions ------------------------------------------------------------------------------------------------------

// What a person has done to a region and the server does not know: opened, ticked, where the cursor stands.
const remember = () => {
  const focus = document.activeElement;
  const opened = [...document.querySelectorAll("[data-region] details[id]")].filter((one) => one.open).map((one) => one.id);
  const ticked = [...document.querySelectorAll("[data-region] input[type=checkbox]:checked")].map((one) => one.id);
  return () => {
    opened.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    ticked.forEach((id) => {
      const box = document.getElementById(id);
      if (box) box.checked = true;
    });
    if (focus?.id && !focus.isConnected) document.getElementById(focus.id)?.focus({ preventScroll: true });
    document.dispatchEvent(new Event("desk:swapped"));
  };
};

// Images that stand already are not loaded again: a region that did not change is left alone.
const swap = (page, only) => {
  const restore = remember();
  const busy = (region) => region.dataset.region === "calm" && (region.contains(document.activeElement) || region.querySelector("details[open]"));
  document.querySelectorAll(only === "live" ? "[data-region=live], [data-region=calm]" : "[data-region]").forEach((here) => {
    const there = here.isConnected && page.getElementById(here.id);
    if (!there || (only === "live" && busy(here))) return;
    // The form's token differs in every page without meaning anything.
    const plain = (region) => region.innerHTML.replace(/name="(_csrf|cle)" value="[^"]*"/g, "");
    if (plain(here) === plain(there) && here.className === there.className) return;
    here.replaceWith(document.adoptNode(there));
  });
  if (only !== "live") {
    document.title = page.title;
    desk.className = page.querySelector(".desk").className;
  }
  restore();
};

let asking;
const read = async (address, options = {}) => {
  asking?.abort();
  asking = new AbortController();
  const answer = await fetch(address, { ...options, signal: asking.signal });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { answer, page };
};

// Shows another page of the desk. What is no page of it (a sign-in, an error) is opened as the browser would.
const open = async (address, { push = true } = {}) => {
  try {
    await keepDraft();
    const { answer, page } = await read(address);
    if (!answer.ok || !page.querySelector("[data-region]")) return location.assign(address);
    swap(page);
    if (push) history.pushState(null, "", without(answer.url));
    arrived();
  } catch (problem) {
    if (problem.name !== "AbortError") warn(desk.dataset.network);
  }
};

const send = async (form, button) => {
  if (form.dataset.sending) return;
  const body = new FormData(form);
  if (button?.name) body.append(button.name, button.value);
  form.dataset.sending = "yes";
  forgetDraft(); // the form carries it
  button?.setAttribute("aria-busy", "true");
  const multipart = form.enctype === "multipart/form-data";
  try {
    const { answer, page } = await read(button?.formAction && button.hasAttribute("formaction") ? button.formAction : form.action, {
      method: "post",
      body: multipart ? body : new URLSearchParams(body),
    });
    if (!page.querySelector("[data-region]")) {
      // Not a page of the desk: the session is over, or it broke. What was typed stays where it is.
      if (answer.redirected) return location.assign(answer.url);
      return warn(page.querySelector("h1")?.textContent ?? desk.dataset.network);
    }
    swap(page);
    if (answer.redirected) history.replaceState(null, "", without(answer.url));
    arrived();
  } catch (problem) {
    if (problem.name !== "AbortError") warn(desk.dataset.network);
  } finally {
    delete form.dataset.sending;
    button?.removeAttribute("aria-busy");
  }
};

// What was just done is said once, and not again when the page is asked for anew.
const without = (address) => {
  const url = new URL(address);
  url.searchParams.delete("dit");
  return url.href;
};

// After a change: what was done is read out, the newest message shows, and the events of this page are followed.
const arrived = () => {
  toast.hidden = true;
  const done = $("[data-said]");
  if (done) say(done.textContent);
  $("[data-focus]")?.focus();
  ticks();
  latest();
  follow();
};
const main = $("#main");
const latest = () => $("[data-latest]") && main.scrollTo(0, main.scrollHeight);

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-swap]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open(link.href);
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-swap]") || event.defaultPrevented) return;
  event.preventDefault();
  const addressed = event.submitter?.hasAttribute("formmethod") ? event.submitter.formMethod : form.method;
  const filled = [...new FormData(form)].filter(([, value]) => value);
  if (addressed === "get") open(`${form.action.split("?")[0]}?${new URLSearchParams(filled)}`);
  else send(form, event.submitter);
});
addEventListener("popstate", () => open(location.href, { push: false }));

// How many are ticked stands beside what can be done with them, which opens with the first.
const ticks = () => {
  const label = $("[data-ticked]");
  if (!label) return;
  const count = document.querySelectorAll(".queue input:checked").length;
  label.textContent = count ? label.dataset.ticked.replace("{0}", count) : "";
};
document.addEventListener("change", (event) => {
  if (!event.target.matches(".queue input")) return;
  ticks();
  if (event.target.checked) $("#selection").open = true;
});

// ---- drafts -------------------------------------------------------------------------------------------------------

// What is being written is kept at the agency's server, not in a browser that others use: it is there again tomorrow,
// on another machine, and colleagues see that somebody writes.
let pending, unsaved;
const keepDraft = async () => {
  clearTimeout(pending);
  const form = unsaved;
  unsaved = undefined;
  if (!form) return;
  const body = new URLSearchParams();
  ["_csrf", "message"].forEach((name) => body.append(name, form.elements[name].value));
  try {
    const answer = await fetch(form.dataset.draft, { method: "post", body, keepalive: true });
    if (!answer.ok) throw new Error();
  } catch {
    unsaved ??= form; // with the next key, or when the page is left
    if (!navigator.onLine) warn(desk.dataset.network);
  }
};
const forgetDraft = () => {
  clearTimeout(pending);
  unsaved = undefined;
};
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!form?.dataset.draft || event.target.name !== "message") return;
  unsaved = form;
  clearTimeout(pending);
  pending = setTimeout(keepDraft, 700);
});
addEventListener("pagehide", keepDraft);
addEventListener("beforeunload", (event) => {
  if (unsaved && !navigator.onLine) event.preventDefault();
});

// ---- keys ---------------------------------------------------------------------------------------------------------

// Whoever dictates, or whose screen reader sends letters, turns the single letters off.
const LETTERS = "desk-letters";
const keys = $("#desk-keys");
const letters = () => localStorage.getItem(LETTERS) !== "off";
const box = $("#desk-letters");
if (box) {
  box.checked = letters();
  box.addEventListener("change", () => localStorage.setItem(LETTERS, box.checked ? "on" : "off"));
}

const rows = () => [...document.querySelectorAll("[data-row]")];
const move = (step) => {
  const all = rows();
  const here = all.findIndex((row) => row === document.activeElement);
  const from = here >= 0 ? here : all.findIndex((row) => row.getAttribute("aria-current") === "true");
  const row = all[from < 0 ? 0 : Math.min(all.length - 1, Math.max(0, from + step))];
  if (!row) return;
  row.focus();
  row.scrollIntoView({ block: "nearest" });
  // Rows that lead elsewhere (data-row="focus") wait for Enter; the inbox opens what one walks over.
  if (row.dataset.row !== "focus" && row.getAttribute("aria-current") !== "true") row.click();
};
const help = () => (keys.open ? keys.close() : keys.showModal());

const acts = {
  "/": () => $("#desk-search")?.focus(),
  j: () => move(1),
  k: () => move(-1),
  r: () => $("[data-reply]")?.focus(),
  e: () => $("[data-close]")?.click(),
  "?": help,
};

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest?.("textarea")?.form;
    if (form) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("[data-default]") ?? undefined);
    }
    return;
  }
  if (event.key === "Escape") {
    const menu = event.target.closest?.("details[open]:not(.switch)");
    if (typing(event.target)) event.target.blur();
    else if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
  if (!letters() && event.key !== "?") return;
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
document.querySelectorAll("[data-keys=help]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", help);
});

// ---- live ---------------------------------------------------------------------------------------------------------

// What happens elsewhere appears here. An event only says that something changed; what, the page itself tells.
let events, followed, waiting;
const renew = () => {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(location.href, { headers: { "X-Live": "yes" } });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const atEnd = main.scrollHeight - main.scrollTop - main.clientHeight < 80;
      swap(page, "live");
      if (atEnd) latest();
      // Nobody tells when a colleague leaves without a word.
      if ($("#case-hint p")) setTimeout(renew, 45000);
    } catch {
      // The next event, or the connection's return, tries again.
    }
  }, 150);
};
const follow = () => {
  const address = $("[data-follow]")?.dataset.follow ?? desk.dataset.live;
  const what = address?.replace(/depuis=[0-9]*/, "");
  if (!address || what === followed || document.hidden) return;
  events?.close();
  followed = what;
  events = new EventSource(address);
  events.onmessage = renew;
  events.onerror = ({ target }) => {
    // After an interruption the browser tries again by itself; after a refusal it does not.
    if (target !== events || target.readyState !== EventSource.CLOSED) return;
    followed = undefined;
    setTimeout(() => (renew(), follow()), 5000 + Math.random() * 10000);
  };
};
const leave = () => {
  events?.close();
  followed = undefined;
};
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return leave();
  renew();
  follow();
});
addEventListener("pagehide", leave);
addEventListener("pageshow", (event) => event.persisted && (renew(), follow()));
latest();
follow();
