// Messages on this phone: shows the one state that is true, and asks for permission on a tap, never before. The service
// worker (/sw.js) shows what arrives.
const box = document.querySelector("[data-push]");
const says = box.querySelector("[data-push-says]");
const key = box.dataset.pushKey;

const show = (state, aloud) => {
  const focus = box.contains(document.activeElement);
  box.querySelectorAll("[data-push-state]").forEach((part) => {
    part.hidden = part.dataset.pushState !== state;
    if (aloud && !part.hidden) {
      says.textContent = (part.querySelector("p") ?? part).textContent;
      if (focus) part.querySelector("button")?.focus();
    }
  });
  box.dataset.push = state;
};

const post = async (address, fields) => {
  const form = new URLSearchParams({ ...fields, _csrf: box.querySelector("[name=_csrf]").value });
  const answer = await fetch(address, { method: "POST", body: form, redirect: "error" });
  if (!answer.ok) throw new Error(answer.status);
};

const bytes = (base64url) =>
  Uint8Array.from(atob(base64url.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

// One that was made for another key can't be used: whoever restored a backup without its secrets has another.
const same = (subscription) => {
  const theirs = subscription.options?.applicationServerKey;
  return !theirs || bytes(key).every((byte, i) => byte === new Uint8Array(theirs)[i]);
};

const tell = (subscription) => {
  const { endpoint, keys } = subscription.toJSON();
  return post("/notifications/appareils", { adresse: endpoint, p256dh: keys.p256dh, auth: keys.auth });
};

// The worker may still be on its way, or there may be none.
const worker = () =>
  Promise.race([navigator.serviceWorker.ready, new Promise((_, late) => setTimeout(() => late(new Error("late")), 10000))]);

const switchOn = async () => {
  show("asked", true);
  try {
    // First of all: Safari asks only while the tap is fresh.
    if ((await Notification.requestPermission()) !== "granted") return rest(true);
    const { pushManager } = await worker();
    let subscription = await pushManager.getSubscription();
    if (subscription && !same(subscription)) {
      await subscription.unsubscribe();
      subscription = null;
    }
    subscription ??= await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
    await tell(subscription);
    show("on", true);
  } catch {
    show("failed", true);
  }
};

const switchOff = async () => {
  try {
    const subscription = await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription();
    await post("/notifications/appareils/retirer", { adresse: subscription?.endpoint ?? "" });
    await subscription?.unsubscribe();
    show("off", true);
  } catch {
    show("failed", true);
  }
};

// What is true when nobody taps: this session has it on, and this browser still does too.
const rest = async (aloud) => {
  if (Notification.permission === "denied") return show("denied", aloud);
  if (box.dataset.push !== "on" || Notification.permission !== "granted") return show("off", aloud);
  const subscription = await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription();
  if (!subscription || !same(subscription)) return show("off", aloud);
  show("on", aloud);
};

const iPhone = /iPhone|iPad/.test(navigator.userAgent) || (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1);
if ("serviceWorker" in navigator && "PushManager" in window && "Notification" in window) {
  rest(false).catch(() => show("off"));
} else {
  show(iPhone && !navigator.standalone ? "iphone" : "unsupported");
}
box.addEventListener("click", ({ target }) => {
  if (target.closest("[data-push-switch]")) box.dataset.push === "on" ? switchOff() : switchOn();
});
