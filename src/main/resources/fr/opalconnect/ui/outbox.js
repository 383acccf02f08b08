// What is written where there is no network is kept on the device and sent later, once. Without this script the form
// does all but the waiting.

import { Join, joins, make } from "./join.js";

const words = document.querySelector("[data-outbox-for]");
// Whether what is written can wait on this device.
const keeps = words && window.indexedDB && window.crypto?.subtle;

// Somebody else may sign in on this device: a letter can be read and sent only by who wrote it.
const shelf = async () => {
  await import(document.querySelector("script[data-kept]").dataset.kept);
  return self.kept;
};

const show = (letter, sentence, stuck) => {
  const id = `outbox-${letter.key}`;
  document.getElementById(id)?.remove();
  if (!sentence) return;
  const note = make("div", { id, className: `note ${stuck ? "warn" : "info"}` });
  note.setAttribute("role", "status");
  const inside = make("div");
  inside.append(make("p", { textContent: sentence }), make("p", { className: "outbox-words", textContent: letter.text }));
  note.append(inside);
  if (stuck) {
    const forget = make("button", { type: "button", className: "btn ghost small", textContent: words.dataset.forget });
    forget.addEventListener("click", async () => {
      await (await shelf()).drop(letter.key);
      note.remove();
    });
    inside.append(forget);
  }
  words.before(note);
};

const another = () =>
  ([1e7] + -1e3 + -4e3 + -8e3 + -1e11).replace(/[018]/g, (c) => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));

// A browser that takes itself to be online is told nothing when it is so again.
const LATER = 20000;
let next;
const later = () => {
  clearTimeout(next);
  next = setTimeout(() => deliverAll().catch(() => {}), LATER);
};

const keep = async (form, entries, text) => {
  const kept = await shelf();
  const body = new FormData();
  entries.forEach(([name, value]) => body.append(name, value));
  const key = form.elements.cle.value;
  await kept.learn(words.dataset.outboxKey);
  await kept.post(key, { address: form.action, text }, body);
  show({ key, text }, words.dataset.kept);
  later();
  form.elements.cle.value = another(); // the next message is another one
  // The browser wakes the worker when the network is back, even when this page is closed by then.
  navigator.serviceWorker?.ready.then((worker) => worker.sync?.register("letters")).catch(() => {});
};

// The message now stands in its conversation; nobody is torn away from what they are writing.
const arrived = (url) => {
  const writing = [...document.querySelectorAll("form[data-outbox] textarea")].some((field) => field.value.trim());
  if (url && !writing) location.assign(url);
};

const deliverAll = async () => {
  if (!navigator.onLine) return;
  const kept = await shelf();
  let last;
  await kept.alone(async () => {
    for (const letter of await kept.letters()) {
      try {
        const { url, why } = await kept.deliver(letter);
        show(letter, url ? undefined : words.dataset[why], why !== "kept");
        last = url ?? last;
        if (why === "kept") later();
      } catch {
        later();
        show(letter, words.dataset.kept);
      }
    }
  });
  arrived(last);
};

const beginOutbox = async () => {
  const kept = await shelf();
  if (!(await kept.all("letters")).length) return;
  await kept.learn(words.dataset.outboxKey);
  (await kept.letters()).forEach((letter) => show(letter, words.dataset.kept));
  await deliverAll();
};

// What another app handed over becomes an attachment of this message.
const unpack = async () => {
  const kept = await shelf();
  const [given] = await kept.all("shared");
  if (!given || !joins.length) return;
  await kept.act("shared", (rows) => rows.clear());
  const [join] = joins;
  const field = join.form.querySelector("textarea");
  if (!field.value) field.value = given.text;
  if (given.files.length) join.take(given.files);
};

const text = (form) => [...form.querySelectorAll("textarea")].map((field) => field.value).join("\n").trim();

// Sent in the background, so that a network that is not one loses nothing. What the server has to say to it, it says to
// the form as always.
const send = async (event) => {
  const form = event.target;
  if (!form.matches("form[data-outbox]") || event.defaultPrevented || event.submitter?.hasAttribute("formaction")) return;
  event.preventDefault();
  if (form.dataset.leaving) return;
  form.dataset.leaving = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
  const mine = joins.filter((join) => join.form === form);
  const body = new FormData(form);
  if (event.submitter?.name) body.append(event.submitter.name, event.submitter.value);
  mine.forEach((join) => join.queue.forEach(({ file }) => body.append("pieces", file, file.name)));
  const entries = [...body].filter(([, value]) => !(value instanceof File && !value.size));
  try {
    if (!navigator.onLine || mine.some(({ away, queue }) => away && queue.length)) throw new TypeError("offline");
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), 60000);
    const answer = await fetch(form.action, { method: "POST", body, signal: patience.signal });
    clearTimeout(timer);
    if (answer.redirected) location.assign(`${answer.url}#fin`); // where it leads to is not told with its end
    else if (answer.status >= 502) throw new TypeError("away");
    else form.submit(); // the key makes it one message, however often it is sent
  } catch {
    try {
      await keep(form, entries, text(form));
      form.querySelectorAll("textarea").forEach((field) => (field.value = ""));
      form.querySelectorAll("[data-joined] li").forEach((line) => line.remove());
      mine.forEach((join) => (join.queue.length = 0));
    } catch {
      show({ key: "here", text: "" }, words.dataset.here); // no room on the device: it stays where it was typed
    }
    delete form.dataset.leaving;
    event.submitter?.removeAttribute("aria-busy");
  }
};

if (keeps) {
  Join.mayWait = (form) => form.matches("[data-outbox]");
  document.addEventListener("submit", send);
  addEventListener("pageshow", () => document.querySelectorAll("form[data-leaving]").forEach((form) => delete form.dataset.leaving));
  addEventListener("online", () => deliverAll().catch(() => {}));
  navigator.serviceWorker?.addEventListener("message", ({ data }) => {
    if (!data.delivered) return;
    show({ key: data.delivered });
    arrived(data.url);
  });
  beginOutbox().catch(() => {});
  if (/[?&]partage\b/.test(location.search)) unpack().catch(() => {});
}
