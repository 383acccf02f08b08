// What makes an app of the site, once the page is read: its worker, the page as it was last seen, what is kept on this
// device, and the offer to install it.

const root = document.documentElement;
const language = new URL(document.querySelector("link[rel=manifest]").href).searchParams.get("langue");
const tell = (selector, act) => document.querySelectorAll(selector).forEach(act);
const fill = (words, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), words ?? "");
const shelf = () => import(document.querySelector("script[data-kept]").dataset.kept).then(() => self.kept);
// A browser may be told to remember nothing.
const remember = (store, name, value) => {
  try {
    return value ? window[store].setItem(name, value) : window[store].getItem(name);
  } catch {
    return undefined;
  }
};

// ---- the worker ---------------------------------------------------------------------------------------------------

const workers = isSecureContext ? navigator.serviceWorker : undefined;
const work = async () => {
  await workers.register("/sw.js", { updateViaCache: "none" });
  const { active } = await workers.ready;
  active.postMessage({ language }); // the page for no network speaks it too
  // Where the browser does not wake the worker when the network is back, an open page does.
  const send = () => document.querySelector("[data-outbox-for]") || active.postMessage({ send: true });
  addEventListener("online", send);
  send();
};
if (workers) work().catch(() => {});

// Signed out while the page was open: nothing of it stays.
document.addEventListener("live:over", () => shelf().then((kept) => kept.forget()));

// ---- as it was last seen ------------------------------------------------------------------------------------------

const clock = (date) => {
  const time = date.toLocaleTimeString(root.lang, { hour: "numeric", minute: "2-digit" });
  return root.lang === "fr" ? time.replace(/^0?(\d+):(\d+)$/, (_, hour, minute) => `${hour} h${minute === "00" ? "" : ` ${minute}`}`) : time;
};
const when = (at, words) => {
  const date = new Date(at);
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 864e5);
  if (days < 2) return fill(days ? words.yesterday : words.today, clock(date));
  const day = date.toLocaleDateString(root.lang, { day: "numeric", month: "long" });
  return fill(words.on, root.lang === "fr" ? day.replace(/^1 /, "1er ") : day, clock(date));
};
tell("[data-seen-off]", (line) => {
  if (!root.dataset.seen) return;
  const { seenOff, seenSlow } = line.dataset;
  line.textContent = fill(root.dataset.seenHow === "slow" ? seenSlow : seenOff, when(Number(root.dataset.seen), line.dataset));
  line.hidden = false;
});

// ---- without a network --------------------------------------------------------------------------------------------

const link = async (kept, { path, at }, words) => {
  const page = await kept.get(path);
  if (!page || /ecrire$/.test(path)) return;
  const [, month] = /avis-(.*)\.pdf$/.exec(path) ?? [];
  const title = month
    ? fill(words.notice, new Date(`${month}-15`).toLocaleDateString(root.lang, { month: "long", year: "numeric" }))
    : new DOMParser().parseFromString(await page.text(), "text/html").title.replace(/ – [^–]*$/, "");
  const line = document.createElement("li");
  const way = Object.assign(document.createElement("a"), { href: path, textContent: title });
  const seen = Object.assign(document.createElement("span"), { className: "muted", textContent: when(at, words) });
  line.append(way, " ", seen);
  return line;
};
const listed = async (card, lines) => {
  const there = (await Promise.all(lines)).filter(Boolean);
  card.querySelector("ul").append(...there);
  card.hidden = !there.length;
};
tell("[data-offline]", async (title) => {
  // A phone may think itself online before it is.
  const answers = () => fetch("/aide/ping", { method: "HEAD", credentials: "omit", cache: "no-store" });
  const back = () =>
    answers()
      .then(() => location.reload())
      .catch(() => {});
  const watch = () => {
    addEventListener("online", back);
    setInterval(back, 5000);
  };
  const stay = () => {
    document.title = document.title.replace(title.textContent, title.dataset.online);
    title.textContent = title.dataset.online;
    tell("[data-outcome=offline], [data-again]", (part) => (part.hidden = true));
  };
  // In the place of another page it goes away by itself; who opened it on purpose reads on.
  if (location.pathname === "/hors-ligne") answers().then(stay, watch);
  else watch();
  const kept = await shelf();
  const rows = (await kept.all("pages")).sort((a, b) => b.at - a.at);
  tell("[data-kept-pages]", (card) => listed(card, rows.map((row) => link(kept, row, card.dataset))));
  const letters = await kept.letters();
  tell("[data-kept-letters]", (card) =>
    listed(card, letters.map(({ text }) => Object.assign(document.createElement("li"), { className: "outbox-words", textContent: text }))));
});

// ---- what was shared to the app while nobody was signed in --------------------------------------------------------

if (location.pathname === "/accueil" && workers?.controller) {
  shelf()
    .then((kept) => kept.all("shared"))
    .then(([file]) => file && location.replace("/messages/ecrire?partage"))
    .catch(() => {});
}

// ---- on the home screen -------------------------------------------------------------------------------------------

const installed = matchMedia("(display-mode: standalone)").matches || navigator.standalone;
// Browsers of iPads say that they are Macs.
const touch = navigator.maxTouchPoints > 1;
const apple = /iPhone|iPad/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && touch);
const visits = Number(remember("localStorage", "visites") ?? 0) + (remember("sessionStorage", "visite") ? 0 : 1);
remember("sessionStorage", "visite", "oui");
remember("localStorage", "visites", visits);
tell("[data-install]", (offer) => {
  const propose = () => {
    if (installed || !(window.installing || apple) || visits < 2 || remember("localStorage", "installer")) return;
    offer.hidden = false;
    remember("localStorage", "installer", "propose"); // once is enough
  };
  addEventListener("beforeinstallprompt", propose); // browsers take their time to make up their mind
  propose();
});
tell("[data-install-no]", (button) => button.addEventListener("click", () => (button.closest("[data-install]").hidden = true)));
tell("[data-install-now]", (button) => {
  const ready = () => (button.hidden = !window.installing);
  addEventListener("beforeinstallprompt", () => setTimeout(ready));
  addEventListener("appinstalled", () => tell("[data-installed]", (note) => (note.hidden = false)));
  button.addEventListener("click", () => window.installing.prompt());
  ready();
  if (installed) tell("[data-installed]", (note) => (note.hidden = false));
});
// The server has guessed by what the browser calls itself.
if (apple && touch && !/iPhone/.test(navigator.userAgent)) {
  tell("[data-device]", (way) => (way.open = way.dataset.device === "tablet"));
}
