// The app's worker. The server puts RELEASE before it: the release's name, and every file that a page of it may ask for.
// They are kept until no page of that release is open: an update waits, and breaks nothing.

importScripts(RELEASE.kept);

const OFFLINE = "/hors-ligne";
const PATIENCE = 4000;
const PRIVATE = /^\/(accueil|compte(\/pourquoi)?|messages(\/ecrire|\/[0-9a-f-]{36})?|documents\/papiers\/avis-[^/]+\.pdf)$/;

// ---- releases -----------------------------------------------------------------------------------------------------

// Without cookies: nothing of anybody stands on it.
const fetchOffline = (language) =>
  fetch(OFFLINE + (language ? `?langue=${language}` : ""), { credentials: "omit", cache: "no-store" });

const stock = async () => {
  const cache = await caches.open(RELEASE.name);
  await cache.addAll(RELEASE.assets);
  await cache.put(OFFLINE, await fetchOffline());
};

// Somebody asked for the new release at once. The files of the one before stay, for what else is still open.
let asked = false;
const renew = () => {
  asked = true;
  return skipWaiting();
};

const clearAway = async () => {
  for (const name of await caches.keys()) if (name !== RELEASE.name && !asked) await caches.delete(name);
  await registration.navigationPreload?.enable();
  await clients.claim();
};

const speak = async (language) => {
  const cache = await caches.open(RELEASE.name);
  const known = await cache.match(OFFLINE);
  if (known?.url.endsWith(`=${language}`)) return;
  const page = await fetchOffline(language);
  if (page.headers.get("Opal-Release") === RELEASE.name) await cache.put(OFFLINE, page);
};

addEventListener("install", (event) => event.waitUntil(stock()));
addEventListener("activate", (event) => event.waitUntil(clearAway()));

// ---- pages --------------------------------------------------------------------------------------------------------

// Each page says whose session it is of. One of nobody's at the door, or of another session: what is kept is not theirs.
const note = async (answer, path, search) => {
  const session = answer.headers.get("Opal-Session");
  if (path === "/connexion" && answer.ok && !session) return kept.forget();
  const key = await kept.key("pages");
  if (!key) return;
  if (answer.type === "opaqueredirect") {
    const followed = PRIVATE.test(path) ? await fetch(path) : undefined;
    return followed?.redirected ? note(followed, new URL(followed.url).pathname, "") : undefined;
  }
  if (session && session !== key.session) return kept.forget();
  if (session && answer.ok && PRIVATE.test(path) && /^(\?envoye)?$/.test(search)) await kept.put(path, answer);
};

const asset = async (request) => (await caches.match(request)) ?? fetch(request);

// From the network; when that takes too long or is not there, as it was last seen, or the page that says so.
const page = async (network, path) => {
  const copy = (how) => kept.get(path === "/" ? "/accueil" : path, how).catch(() => undefined);
  const late = new Promise((done) => setTimeout(done, PATIENCE)).then(() => copy("slow")).then((seen) => seen ?? network);
  try {
    return await Promise.race([network, late]);
  } catch {
    return (await copy("off")) ?? (await caches.match(OFFLINE, { cacheName: RELEASE.name })) ?? Response.error();
  }
};

// Only what was asked for, never what was sent. The door is shown when nothing is left behind it.
const navigate = (event, { pathname, search }) => {
  const path = event.request.method === "GET" ? pathname : "";
  const network = (async () => {
    if (pathname === "/deconnexion") await kept.forget();
    return (await event.preloadResponse) ?? fetch(event.request);
  })();
  const noted = network.then((answer) => note(answer.clone(), path, search)).catch(() => {});
  const shown = page(network, path);
  event.waitUntil(noted);
  event.respondWith(path === "/connexion" ? noted.then(() => shown) : shown);
};

// What another app hands over lies ready for the next message.
const take = async (request) => {
  const form = await request.formData();
  const text = ["titre", "texte", "adresse"].map((name) => form.get(name)).filter(Boolean).join("\n");
  await kept.act("shared", (rows) => rows.clear());
  await kept.act("shared", (rows) => rows.put({ at: Date.now(), text, files: form.getAll("pieces").filter(({ size }) => size) }));
  return Response.redirect("/messages/ecrire?partage", 303);
};

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const where = new URL(url);
  const { origin, pathname } = where;
  if (origin !== location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(asset(event.request));
  else if (pathname === "/partage" && method === "POST") event.respondWith(take(event.request).catch(() => Response.redirect("/partage", 303)));
  else if (mode === "navigate" && !pathname.startsWith("/bureau")) navigate(event, where);
});

// ---- letters ------------------------------------------------------------------------------------------------------

const send = () =>
  kept.alone(async () => {
    for (const letter of await kept.letters()) {
      const { url } = await kept.deliver(letter);
      if (url) for (const client of await clients.matchAll()) client.postMessage({ delivered: letter.key, url });
    }
  });

addEventListener("sync", (event) => event.waitUntil(send()));
const act = (wish) => (wish.renew ? renew() : wish.send ? send() : speak(wish.language));
addEventListener("message", (event) => event.waitUntil(act(event.data).catch(() => {})));

// ---- notifications ------------------------------------------------------------------------------------------------

addEventListener("push", (event) => {
  const { title, body, url, tag, unread } = event.data.json();
  const look = { body, tag, data: url, icon: "/icones/192.png", badge: "/icones/badge-96.png", renotify: !!tag };
  event.waitUntil(Promise.all([registration.showNotification(title, look), navigator.setAppBadge?.(unread)]));
});

const show = async (path) => {
  const address = new URL(path, location.origin).href;
  const open = (await clients.matchAll({ type: "window" })).find(({ url }) => !new URL(url).pathname.startsWith("/bureau"));
  if (!open) return clients.openWindow(address);
  await open.focus().catch(() => {}); // not every browser lets a worker do either
  return open.navigate(address).catch(() => clients.openWindow(address));
};

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(event.notification.data ?? "/"));
});
