// What makes an app of the site, once the page is read: its worker, and the offer to install it.

const language = new URL(document.querySelector("link[rel=manifest]").href).searchParams.get("langue");

if ("serviceWorker" in navigator && isSecureContext) {
  navigator.serviceWorker
    .register("/sw.js", { updateViaCache: "none" })
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => active.postMessage({ language })) // the page for no network speaks it too
    .catch(() => {}); // a browser may be told to have none
}

// The page for no network goes away by itself; a phone may think itself online before it is.
if (document.querySelector("[data-offline]")) {
  const back = () =>
    fetch("/aide/ping", { method: "HEAD", credentials: "omit", cache: "no-store" })
      .then(() => location.reload())
      .catch(() => {});
  addEventListener("online", back);
  setInterval(back, 5000);
}
