package fr.opalconnect.journey;

import com.microsoft.playwright.Page;

/// All that a browser has stored of the site, as somebody could read it who holds the phone.
final class Storage {
    private static final String READ = """
            async () => {
              const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
              const walk = async (thing) => {
                if (thing instanceof CryptoKey) found.push("A KEY");
                else if (thing instanceof Blob) found.push(await thing.text());
                else if (thing instanceof ArrayBuffer || ArrayBuffer.isView(thing)) {
                  found.push(new TextDecoder().decode(thing), new TextDecoder("utf-16le").decode(thing));
                } else if (thing && typeof thing === "object") for (const part of Object.values(thing)) await walk(part);
                else found.push(String(thing));
              };
              for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                  found.push(request.url, await (await cache.match(request)).text());
                }
              }
              for (const { name } of await indexedDB.databases()) {
                const base = await new Promise((done) => {
                  const opening = indexedDB.open(name);
                  opening.onsuccess = () => done(opening.result);
                });
                for (const store of base.objectStoreNames) {
                  await walk(await new Promise((done) => {
                    const rows = base.transaction(store).objectStore(store).getAll();
                    rows.onsuccess = () => done(rows.result);
                  }));
                }
                base.close();
              }
              return found.join("\\n");
            }
            """;

    private Storage() {}

    static String of(Page page) {
        return (String) page.evaluate(READ);
    }
}
