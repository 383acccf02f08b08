// The app's worker. The server puts RELEASE before it: the release's name, and every file that a page of it may ask for.
// They are kept until no page of that release is open: an update waits, and breaks nothing.

const OFFLINE = "/hors-ligne";

// ---- releases -----------------------------------------------------------------------------------------------------

// Without cookies: nothing of anybody stands on it.
const fetchOffline = (language) =>
  fetch(OFFLINE + (language ? `?langue=${language}` : ""), { credentials: "omit", cache: "no-store" });

const stock = async () => {
  const cache = await caches.open(RELEASE.name);
  await cache.addAll(RELEASE.assets);
  await cache.put(OFFLINE, await fetchOffline());
};

const clearAway = async () => {
  for (const name of await caches.keys()) if (name !== RELEASE.name) await caches.delete(name);
  await registration.navigationPreload?.enable();
  await clients.claim();
};

const speak = async (language) => {
  const cache = await caches.open(RELEASE.name);
  const known = await cache.match(OFFLINE);
  if (known?.url.endsWith(`=${language}`)) return;
  const page = await fetchOffline(language);
  if (page.ok) await cache.put(OFFLINE, page);
};

addEventListener("install", (event) => event.waitUntil(stock()));
addEventListener("activate", (event) => event.waitUntil(clearAway()));
addEventListener("message", (event) => event.waitUntil(event.data.language ? speak(event.data.language).catch(() => {}) : undefined));

// ---- what pages ask for -------------------------------------------------------------------------------------------

const asset = async (request) => (await caches.match(request)) ?? fetch(request);

// From the network, in any case; without one, the page that says so.
const page = async (event) => {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(OFFLINE)) ?? Response.error();
  }
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (request.mode === "navigate" && !pathname.startsWith("/bureau")) event.respondWith(page(event));
});

// ---- notifications ------------------------------------------------------------------------------------------------

addEventListener("push", (event) => {
  const { title, body, url, tag, unread } = event.data.json();
  const shown = registration.showNotification(title, {
    body,
    tag,
    data: url,
    icon: "/icones/192.png",
    badge: "/icones/badge-96.png",
    renotify: Boolean(tag),
  });
  event.waitUntil(Promise.all([shown, navigator.setAppBadge?.(unread)]));
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  const address = new URL(event.notification.data ?? "/", location.origin).href;
  event.waitUntil(
    (async () => {
      const [open] = await clients.matchAll({ type: "window" });
      if (!open) return clients.openWindow(address);
      await open.focus();
      return open.navigate(address);
    })(),
  );
});
