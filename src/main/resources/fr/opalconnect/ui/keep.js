// 'Garder sur ce téléphone': turns it on and off, and fetches at once what is to be kept.

const box = document.querySelector("[data-keep]");
const part = (name) => box.querySelector(`[data-keep-${name}]`);
const FIRST = ["/accueil", "/compte", "/messages", "/messages/ecrire"];
const MOST_TALKS = 5;

const show = (state) => ["cannot", "off", "busy", "on"].forEach((name) => (part(name).hidden = name !== state));

const take = async (kept, path) => {
  const answer = await fetch(path, { headers: { Accept: "text/html" } });
  if (answer.ok && !answer.redirected) await kept.put(path, answer.clone());
  return answer.ok ? answer.text() : "";
};

// The latest conversations and the next notice, by the links on the pages that list them.
const further = (html, pattern, most) => [...new Set([...html.matchAll(pattern)].map(([, path]) => path))].slice(0, most);

const fetchAll = async (kept) => {
  const [, account, messages] = await Promise.all(FIRST.map((path) => take(kept, path)));
  const paths = [
    ...further(messages, /href="(\/messages\/[0-9a-f-]{36})[?#"]/g, MOST_TALKS),
    ...further(account, /href="(\/documents\/papiers\/avis-[^"]+\.pdf)"/g, 1),
  ];
  for (const path of paths) await take(kept, path);
};

const begin = async () => {
  await import(document.querySelector("script[data-kept]").dataset.kept);
  const { kept } = self;
  await navigator.serviceWorker.ready;
  show((await kept.key("pages"))?.session === box.dataset.keep ? "on" : "off");
  part("start").addEventListener("click", async () => {
    show("busy");
    await kept.begin(box.dataset.keep);
    await fetchAll(kept).catch(() => {}); // what did not come now is kept when it is seen
    show("on");
    part("on").querySelector("[tabindex]")?.focus();
  });
  part("stop").addEventListener("click", async () => {
    await kept.stop();
    show("off");
  });
};

if (box && isSecureContext && navigator.serviceWorker && window.indexedDB && crypto.subtle) begin().catch(() => show("cannot"));
