// Is the device online, does the site answer, how fast, is the version old? Then what to do, and a code for the
// telephone. Browsers that are too old for the rest of the site are told so here: what they cannot read (`?.`, `??`)
// must not stand in this file.

// ---- the code: CheckCode reads it ---------------------------------------------------------------------------------

const REACH = ["offline", "silent", "trouble", "fast", "slow", "crawling"];
const VERSION = ["unknown", "current", "days", "weeks", "months"];
const BROWSER = ["chrome", "safari", "firefox", "edge", "samsung", "inside", "other"];
const DEVICE = ["android", "iphone", "ipad", "windows", "mac", "other"];
const KEEPING = ["works", "none", "refused", "full"];
const SIGNS = "0123456789AFHJMRTWY";
const SLOT = 3 * 3600 * 1000;
const SLOTS = 56;

export const encode = ({ reach, version, tooOld, browser, device, installed, keeping, at }) => {
  const parts = [
    [REACH.indexOf(reach), REACH.length],
    [VERSION.indexOf(version), VERSION.length],
    [Number(tooOld), 2],
    [BROWSER.indexOf(browser), BROWSER.length],
    [DEVICE.indexOf(device), DEVICE.length],
    [Number(installed), 2],
    [KEEPING.indexOf(keeping), KEEPING.length],
    [Math.floor(at / SLOT) % SLOTS, SLOTS],
  ];
  let number = parts.reduce((sum, [value, of]) => sum * of + value, 0);
  const signs = [];
  for (let i = 0; i < 4; i++) {
    signs.unshift(number % 19);
    number = Math.floor(number / 19);
  }
  signs.unshift(number + 10); // a letter
  const sum = signs.reduce((all, value, i) => all + (6 - i) * value, 0);
  signs.push((((7 - sum) % 19) + 19) % 19);
  return signs.map((value) => SIGNS[value]).join("");
};

// ---- what is found ------------------------------------------------------------------------------------------------

const PATIENCE = 8000;
const SLOW = 1500;
const CRAWLING = 4000;
const DAY = 24 * 3600 * 1000;

const told = navigator.userAgent;
const named = (marks) => marks.find(([mark]) => mark.test(told))[1];
const installed = matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
const apple = /iPhone|iPad/.test(told) || (/Macintosh/.test(told) && navigator.maxTouchPoints > 1);
// Ordered: most browsers also name the ones they descend from. On an iPhone an app of the home screen names none.
const browser = () =>
  apple && !/Safari/.test(told)
    ? (installed ? "safari" : "inside")
    : named([
        [/; wv\)|FBA[NV]|Instagram|Snapchat|WhatsApp|Line\//, "inside"],
        [/Edg/, "edge"],
        [/OPR\//, "other"],
        [/SamsungBrowser/, "samsung"],
        [/FxiOS|Firefox/, "firefox"],
        [/CriOS|Chrome/, "chrome"],
        [/Safari/, "safari"],
        [/^/, "other"],
      ]);
const device = () =>
  apple
    ? (/iPhone/.test(told) ? "iphone" : "ipad")
    : named([[/Android/, "android"], [/Windows/, "windows"], [/Macintosh/, "mac"], [/^/, "other"]]);
// What our pages are made of.
const tooOld = () => !(window.CSSLayerBlockRule && window.structuredClone && [].findLast);

const within = (promise, time) => Promise.race([promise, new Promise((_, late) => setTimeout(late, time))]);

// Twice: the first one also has to find the way.
const ping = async (address) => {
  const start = performance.now();
  const answer = await within(fetch(address, { method: "HEAD", credentials: "omit", cache: "no-store" }), PATIENCE);
  return { ok: answer.status === 204, time: performance.now() - start, release: answer.headers.get("Opal-Release") };
};
const reach = async (address) => {
  try {
    const first = await ping(address);
    if (!first.ok) return { reach: "trouble" };
    const { time, release } = await ping(address);
    return { reach: time < SLOW ? "fast" : time < CRAWLING ? "slow" : "crawling", time, release };
  } catch (silence) {
    return { reach: navigator.onLine ? "silent" : "offline" };
  }
};

const registration = async () => {
  try {
    return await navigator.serviceWorker.getRegistration();
  } catch (refusal) {
    return undefined;
  }
};

// Of the page, and of the worker behind it: one that is ready but not let in yet means that the one at work is old.
const version = async (box, release) => {
  if (!release) return "unknown";
  const found = await registration();
  if (found) await within(found.update(), PATIENCE).catch(() => {});
  const waits = found && found.active && (found.waiting || found.installing);
  const old = release !== box.dataset.release;
  if (!old && !waits) return "current";
  const kept = waits && (await caches.match("/hors-ligne"));
  const since = Math.min(old ? Date.now() - performance.now() : Date.now(), kept ? Date.parse(kept.headers.get("Date")) || Date.now() : Date.now());
  const age = Date.now() - since;
  return age < 7 * DAY ? "days" : age < 30 * DAY ? "weeks" : "months";
};

const keeping = async () => {
  try {
    if (!navigator.cookieEnabled) return "refused";
    localStorage.setItem("essai", "essai");
    localStorage.removeItem("essai");
    const room = navigator.storage && navigator.storage.estimate && (await navigator.storage.estimate());
    if (room && room.quota - room.usage < 5e6) return "full";
    const found = await registration();
    return found && found.active ? "works" : "none";
  } catch (refusal) {
    return refusal.name === "QuotaExceededError" ? "full" : "refused";
  }
};

// ---- what is shown ------------------------------------------------------------------------------------------------

const all = (root, selector, act) => [].forEach.call(root.querySelectorAll(selector), act);
const outcomes = ({ reach, version, tooOld, browser, keeping }) => {
  const found = [
    reach === "crawling" ? "slow" : reach,
    tooOld && "browser",
    VERSION.indexOf(version) > 1 && "old",
    browser === "inside" && browser,
    /refused|full/.test(keeping) && keeping,
  ].filter((each) => each && each !== "fast");
  return found.length ? found : ["good"];
};
const steps = ({ reach, version, tooOld }) => ({
  online: reach === "offline" ? "bad" : "good",
  site: { offline: "not", silent: "bad", trouble: "odd" }[reach] || "good",
  speed: { fast: "good", slow: "slow", crawling: "slow" }[reach] || "not",
  version: tooOld ? "browser" : version === "unknown" ? "not" : version === "current" ? "good" : "old",
});

const show = (box, found) => {
  const endings = steps(found);
  const seconds = Math.max(0.1, (found.time || 0) / 1000).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  all(box, "[data-step]", (step) =>
    all(step, "[data-is]", (line) => {
      const words = line.querySelector("[data-words]");
      if (words) words.textContent = words.dataset.words.replace("{0}", seconds);
      line.hidden = line.dataset.is !== endings[step.dataset.step];
    }));
  box.querySelector("[data-findings]").hidden = false;
  const said = outcomes(found);
  all(document, "[data-outcome]", (note) => (note.hidden = said.indexOf(note.dataset.outcome) < 0));
};

// `A comme Album, 7, M comme Métro`
const spell = (card, code) => {
  const names = {};
  card.dataset.words.split(/,\s*/).forEach((word) => (names[word[0]] = word.slice(2)));
  const signs = code.split("");
  all(card, ".signs span", (group, i) => (group.textContent = code.slice(3 * i, 3 * i + 3)));
  card.querySelector("[data-spelt]").textContent = signs
    .map((sign) => (names[sign] ? card.dataset.as.replace("{0}", sign).replace("{1}", names[sign]).replace(/ /g, "\u00a0") : sign))
    .join(document.documentElement.lang === "ar" ? "، " : ", ");
  card.hidden = false;
};

const check = async (box) => {
  const wait = box.querySelector("[data-check-wait]");
  wait.hidden = false;
  all(box, "[data-outcome], [data-findings]", (part) => (part.hidden = true));
  const found = await reach(box.dataset.check);
  found.version = await version(box, found.release);
  found.keeping = await keeping();
  const known = { tooOld: tooOld(), browser: browser(), device: device(), installed, at: Date.now() };
  Object.assign(found, known);
  wait.hidden = true;
  show(box, found);
  all(document, "[data-check-code]", (card) => spell(card, encode(found)));
};

// The new worker takes over, then the page comes anew. Whatever comes of it, it comes anew.
const renew = async () => {
  const found = await registration();
  if (found) await within(found.update(), PATIENCE).catch(() => {});
  const fresh = found && (found.waiting || found.installing);
  if (fresh) {
    const over = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
    const ask = () => fresh.state === "installed" && fresh.postMessage({ renew: true });
    fresh.addEventListener("statechange", ask);
    ask();
    await within(over, PATIENCE).catch(() => {});
  }
  location.reload();
};

all(document, "[data-check]", (box) => {
  box.hidden = false;
  box.querySelector("[data-check-go]").addEventListener("click", () => check(box));
  box.querySelector("[data-renew]").addEventListener("click", (event) => {
    event.currentTarget.setAttribute("aria-busy", "true");
    renew();
  });
  if (box.hasAttribute("data-at-once")) check(box);
});
