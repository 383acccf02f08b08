// A page that stays true while somebody looks at it. The server says that something changed, never what; the page asks
// for itself again and takes over the parts that differ. What is typed, the focus and the place on the page stay.

const root = document.querySelector("[data-live-from]");
const spoken = document.createElement("div");
let since = root?.dataset.liveSince ?? "";
let source, again, renewing, pause, over;

// The form's token differs in every page without meaning anything.
const calm = (page) => {
  const token = document.querySelector("[name=_csrf]")?.value;
  if (token) page.querySelectorAll("[name=_csrf]").forEach((field) => field.setAttribute("value", token));
  return page;
};

// Takes over what is new, and leaves what is the same where it stands: nothing flickers, no photo is loaded twice.
const merge = (here, there) => {
  let at = here.firstChild;
  for (const next of [...there.childNodes]) {
    let same = at;
    while (same && !same.isEqualNode(next)) same = next.nodeType === 1 ? same.nextSibling : null;
    if (same) {
      while (at !== same) {
        const gone = at;
        at = at.nextSibling;
        gone.remove();
      }
      at = at.nextSibling;
    } else if (at?.nodeType === 1 && next.nodeType === 1 && at.id && at.id === next.id) {
      [...at.attributes].forEach(({ name }) => next.hasAttribute(name) || at.removeAttribute(name));
      [...next.attributes].forEach(({ name, value }) => at.getAttribute(name) === value || at.setAttribute(name, value));
      merge(at, next);
      at = at.nextSibling;
    } else {
      here.insertBefore(document.adoptNode(next), at);
    }
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
};

const ids = (part) => [...part.querySelectorAll("[id]")].map(({ id }) => id);

const take = (part, there) => {
  const known = new Set(ids(part));
  const frame = part.scrollHeight > part.clientHeight + 1 && getComputedStyle(part).overflowY !== "visible" ? part : document.scrollingElement;
  const atEnd = "liveEnd" in part.dataset && frame.scrollHeight - frame.clientHeight - frame.scrollTop < 150;
  const fresh = ids(there).some((id) => !known.has(id));
  merge(part, there);
  if (atEnd && fresh) frame.scrollTop = frame.scrollHeight;
  if (fresh && part.dataset.liveSay) {
    spoken.textContent = "";
    setTimeout(() => (spoken.textContent = part.dataset.liveSay), 100);
  }
};

const end = () => {
  over = true;
  close();
};

const renew = async () => {
  if (renewing) return (again = true);
  renewing = true;
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (answer.redirected && new URL(answer.url).pathname !== location.pathname) {
      document.dispatchEvent(new CustomEvent("live:over")); // signed out meanwhile
      return end();
    }
    if (answer.ok) {
      const page = calm(new DOMParser().parseFromString(await answer.text(), "text/html"));
      const focus = document.activeElement?.id;
      if (document.title !== page.title) document.title = page.title;
      document.querySelectorAll("[data-live-part]").forEach((part) => {
        const there = page.querySelector(`[data-live-part="${part.dataset.livePart}"]`);
        if (there) take(part, there);
      });
      if (focus && document.activeElement?.id !== focus) document.getElementById(focus)?.focus({ preventScroll: true });
      document.dispatchEvent(new CustomEvent("live:renewed"));
    }
  } catch {
    // Offline: the stream comes back by itself, and says then what was missed.
  } finally {
    renewing = false;
    if (again) {
      again = false;
      setTimeout(renew, 300);
    }
  }
};

const open = () => {
  clearTimeout(pause);
  if (source || over || document.hidden) return;
  const address = new URL(root.dataset.liveFrom, location.href);
  if (since) address.searchParams.set("depuis", since);
  source = new EventSource(address);
  source.onmessage = (event) => {
    since = event.lastEventId || since;
    renew();
  };
  source.onerror = () => {
    if (source?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
    close();
    pause = setTimeout(() => renew().then(open), 5000 + Math.random() * 10000);
  };
};

const close = () => {
  clearTimeout(pause);
  source?.close();
  source = undefined;
};

if (root && window.EventSource) {
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  document.body.append(spoken);
  // A page that nobody looks at holds no connection: browsers allow few, and phones have batteries.
  let hidden;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hidden);
    if (document.hidden) hidden = setTimeout(close, 20000);
    else open();
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => {
    if (event.persisted) renew();
    open();
  });
  addEventListener("online", () => {
    close();
    open();
  });
  open();
}
