// What stays on this device, encrypted; shared by the pages and the worker. `pages` are sealed with a key that is made
// here and leaves with the session; `letters` with one that the server gives to their writer, so that they outlive it.

(() => {
  const STORES = { keys: "name", pages: "path", letters: "key", shared: "at" };
  const A_WEEK = 7 * 24 * 3600 * 1000;
  const A_MOMENT = 15 * 60 * 1000;
  const MOST = 40;

  const act = (store, work) =>
    new Promise((done, failed) => {
      const opening = indexedDB.open("opal", 2);
      opening.onupgradeneeded = () => {
        const base = opening.result;
        for (const name of [...base.objectStoreNames]) base.deleteObjectStore(name);
        for (const name in STORES) base.createObjectStore(name, { keyPath: STORES[name] });
      };
      opening.onerror = () => failed(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(store, "readwrite");
        const request = work(transaction.objectStore(store));
        transaction.oncomplete = () => {
          opening.result.close();
          done(request.result);
        };
        transaction.onerror = transaction.onabort = () => failed(transaction.error);
      };
    });
  const all = (store) => act(store, (rows) => rows.getAll());
  const key = (name) => act("keys", (rows) => rows.get(name));

  const seal = async (name, bytes) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, (await key(name)).key, bytes) };
  };
  // Nothing, when the key is gone or somebody else's.
  const open = async (name, { iv, data }) => {
    try {
      return await crypto.subtle.decrypt({ name: "AES-GCM", iv }, (await key(name)).key, data);
    } catch {
      return undefined;
    }
  };

  // ---- pages ------------------------------------------------------------------------------------------------------

  const put = async (path, answer) => {
    const headers = [...answer.headers].filter(([name]) => /^content-(type|security|language)/.test(name));
    const row = { path, at: Date.now(), headers, ...(await seal("pages", await answer.arrayBuffer())) };
    await act("pages", (rows) => rows.put(row));
    const old = (await all("pages")).sort((a, b) => b.at - a.at).slice(MOST);
    for (const { path } of old) await act("pages", (rows) => rows.delete(path));
  };

  // The form of a page that is opened twice is two forms: each message has a key of its own.
  const get = async (path, how) => {
    const row = await act("pages", (rows) => rows.get(path));
    const bytes = row && (await open("pages", row));
    if (!bytes) return;
    const headers = new Headers(row.headers);
    if (!/html/.test(headers.get("Content-Type"))) return new Response(bytes, { headers });
    const html = new TextDecoder()
      .decode(bytes)
      .replace("<html ", `<html data-seen="${row.at}" data-seen-how="${how}" `)
      .replace(/(name="cle" value=")[^"]*/g, (_, start) => start + crypto.randomUUID());
    return new Response(html, { headers });
  };

  const begin = async (session) => {
    const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await act("keys", (rows) => rows.put({ name: "pages", key: fresh, session }));
  };

  const stop = async () => {
    await act("keys", (rows) => rows.delete("pages"));
    await act("pages", (rows) => rows.clear());
  };

  // The session is over: nothing can be read any more. What was just shared may belong to who signs in now.
  const forget = async () => {
    await act("keys", (rows) => rows.clear());
    await act("pages", (rows) => rows.clear());
    await act("shared", (rows) => rows.delete(IDBKeyRange.upperBound(Date.now() - A_MOMENT)));
  };

  // ---- letters ----------------------------------------------------------------------------------------------------

  const learn = async (raw) => {
    const bytes = Uint8Array.from(atob(raw), (sign) => sign.charCodeAt(0));
    const given = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
    await act("keys", (rows) => rows.put({ name: "letters", key: given }));
  };

  // A form as it would go over the wire, behind one line that says where to.
  const post = async (id, about, form) => {
    const packed = new Response(form);
    const head = new TextEncoder().encode(JSON.stringify({ ...about, type: packed.headers.get("Content-Type") }) + "\n");
    const bytes = await new Blob([head, await packed.arrayBuffer()]).arrayBuffer();
    await act("letters", await seal("letters", bytes).then((sealed) => (rows) => rows.put({ key: id, at: Date.now(), ...sealed })));
  };

  const letters = async () => {
    const mine = [];
    for (const row of await all("letters")) {
      const bytes = await open("letters", row);
      if (!bytes) continue;
      const end = new Uint8Array(bytes).indexOf(10);
      const about = JSON.parse(new TextDecoder().decode(bytes.slice(0, end)));
      mine.push({ key: row.key, old: row.at < Date.now() - A_WEEK, body: bytes.slice(end + 1), ...about });
    }
    return mine;
  };

  const drop = (id) => act("letters", (rows) => rows.delete(id));

  // Where the message now stands; or nothing, and `why` says what holds it up. The letter's key makes it one message.
  const deliver = async ({ key, old, address, type, body }) => {
    if (old) return { why: "stuck" };
    const send = (token) => fetch(address, { method: "POST", body, headers: { "Content-Type": type, ...token } });
    let answer = await send();
    if (answer.status === 409) {
      const token = /name="_csrf" value="([^"]+)/.exec(await (await fetch(address)).text());
      if (token) answer = await send({ "X-CSRF-TOKEN": token[1] }); // counts more than the form's own, which is too old
    }
    if (answer.status >= 500 || answer.status === 429) return { why: "kept" };
    const away = new URL(answer.url).pathname.startsWith("/connexion") || [401, 409].includes(answer.status);
    if (away || !answer.redirected || !answer.ok) return { why: away ? "signIn" : "stuck" };
    await drop(key);
    return { url: answer.url };
  };

  // One at a time, whoever begins: the page or the worker.
  const alone = (work) => (navigator.locks ? navigator.locks.request("letters", work) : work());

  self.kept = { act, all, key, put, get, begin, stop, forget, learn, post, letters, drop, deliver, alone };
})();
