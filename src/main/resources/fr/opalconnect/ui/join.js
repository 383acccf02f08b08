// Photos and files go ahead of the message that they belong to, made smaller, each with its progress. Without this
// script the form takes them along with the message.

const LARGEST = 1600;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const fill = (words, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), words ?? "");
export const make = (name, properties = {}) => Object.assign(document.createElement(name), properties);

// ---- photos -------------------------------------------------------------------------------------------------------

// A phone's photo has twelve million pixels; a tap that drips shows with two. What the browser cannot read goes as it is.
const smaller = async (file) => {
  if (!/^image\//.test(file.type) || file.type === "image/gif" || !window.createImageBitmap) return file;
  try {
    const picture = await Promise.race([createImageBitmap(file), wait(10000)]);
    const scale = LARGEST / Math.max(picture.width, picture.height);
    // HEIC, which some browsers read and most do not, never goes as it is where it can be read.
    const plain = /jpeg|png|webp/.test(file.type);
    if (scale >= 1 && file.size < 1e6 && plain) return file;
    const canvas = make("canvas", {
      width: Math.round(picture.width * Math.min(1, scale)),
      height: Math.round(picture.height * Math.min(1, scale)),
    });
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close?.();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    return blob && (!plain || blob.size < file.size) ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: blob.type }) : file;
  } catch {
    return file;
  }
};

// ---- one file, one request ----------------------------------------------------------------------------------------

const TRIES = 5;
const TRIES_WITH_A_LETTER = 3; // that is in hand, and may wait in the outbox
const PATIENCE = 30000; // with a line on which nothing moves

const post = (address, body, progress) =>
  new Promise((done, lost) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.timeout = 180000;
    let stalled;
    const moves = () => {
      clearTimeout(stalled);
      stalled = setTimeout(() => request.abort(), PATIENCE);
    };
    request.upload.onprogress = (event) => {
      moves();
      if (event.lengthComputable) progress(Math.floor((100 * event.loaded) / event.total));
    };
    request.onload = () => (request.status >= 500 ? lost({}) : done(request));
    request.onerror = () => lost({});
    request.ontimeout = request.onabort = () => lost({ slow: true });
    request.onloadend = () => clearTimeout(stalled);
    moves();
    request.send(body);
  });

export class Join {
  // Whether a form's message can wait on this device for the network: the outbox says so, on the pages that have one.
  static mayWait = () => false;

  constructor(box) {
    this.box = box;
    this.words = box.dataset;
    this.form = box.closest("form");
    this.field = box.querySelector("input[type=file]");
    this.holder = box.querySelector("[data-join-list]");
    this.queue = [];
    box.classList.add("join-live");
    this.field.addEventListener("change", () => this.take([...this.field.files]));
    this.form.addEventListener("submit", (event) => this.hold(event), true);
    this.dress();
    // A photo may also be dropped or pasted into the words.
    this.form.addEventListener("paste", (event) => event.clipboardData?.files.length && this.take([...event.clipboardData.files]));
    this.form.addEventListener("dragover", (event) => event.preventDefault());
    this.form.addEventListener("drop", (event) => {
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      this.take([...event.dataTransfer.files]);
    });
  }

  get list() {
    return this.holder.querySelector("[data-joined]");
  }

  take(files) {
    this.field.value = "";
    this.list.querySelectorAll(".joined-refused").forEach((line) => line.remove());
    files.forEach((file) => this.queue.push({ file, line: this.line(file) }));
    this.run();
  }

  line(file) {
    const line = make("li", { className: "joined-one joined-going" });
    line.append(make("progress", { max: 100, value: 0 }), make("span", { className: "joined-name", textContent: file.name }));
    line.firstChild.setAttribute("aria-label", fill(this.words.joinBusy, file.name, 0));
    this.list.append(line);
    return line;
  }

  // One after the other: a phone's line is thin, and what has arrived stays arrived.
  async run() {
    if (this.running) return;
    this.running = true;
    for (let next = this.queue[0]; next; next = this.queue[0]) {
      next.file = await smaller(next.file);
      if (!(await this.send(next))) break;
      this.queue.shift();
    }
    const { held } = this;
    // What did not arrive goes along with its message, which can wait where a photo alone cannot.
    if (held) for (const item of this.queue) item.file = await smaller(item.file);
    this.running = false;
    this.held = undefined;
    if (!held) return;
    this.waits.remove();
    held.submitter?.removeAttribute("aria-busy");
    const along = this.away && this.canWait && !held.submitter?.hasAttribute("formaction");
    if (this.queue.length && !along) return;
    this.together = true;
    this.form.requestSubmit(held.submitter ?? undefined);
    this.together = false;
  }

  get canWait() {
    return Join.mayWait(this.form);
  }

  async send(item) {
    const bar = item.line.querySelector("progress");
    item.again?.();
    for (let tries = 1; this.queue.includes(item); tries++) {
      const body = new FormData();
      body.append("_csrf", this.form.elements._csrf.value);
      this.form.querySelectorAll("[name=jointes]").forEach((box) => (box.type === "hidden" || box.checked) && body.append("jointes", box.value));
      body.append("pieces", item.file, item.file.name);
      try {
        const answer = await post(this.words.join, body, (percent) => (bar.value = percent));
        return this.arrived(item, answer);
      } catch ({ slow }) {
        const waits = this.held && this.canWait;
        this.away = true;
        if (tries >= (waits ? TRIES_WITH_A_LETTER : TRIES) || (waits && slow) || !navigator.onLine) return this.lost(item);
        await Promise.race([wait(1000 * 2 ** (tries - 1)), new Promise((hurry) => (this.hurry = hurry))]);
      }
    }
  }

  arrived(item, answer) {
    this.away = false;
    const fresh = new DOMParser().parseFromString(answer.responseText, "text/html").querySelector("[data-joined]");
    if (!fresh) return this.lost(item);
    const going = [...this.list.querySelectorAll(".joined-going, .joined-refused")].filter((line) => line !== item.line);
    this.list.replaceWith(document.adoptNode(fresh));
    this.list.append(...going);
    this.dress();
    return true;
  }

  lost(item) {
    const said = make("div", { className: "joined-lost" });
    const again = make("button", { type: "button", className: "btn ghost", textContent: this.words.joinRetry });
    const drop = this.cross(item.file.name);
    const gone = () => {
      said.remove();
      drop.remove();
      removeEventListener("online", retry);
    };
    item.again = gone;
    const retry = () => {
      gone();
      this.run();
    };
    again.addEventListener("click", retry);
    addEventListener("online", retry);
    drop.addEventListener("click", () => {
      gone();
      item.line.remove();
      this.queue = this.queue.filter((other) => other !== item);
      this.run();
    });
    said.append(make("p", { className: "mistake", textContent: fill(this.words.joinFailed, item.file.name) }), again);
    item.line.append(said, drop);
    return false;
  }

  cross(name) {
    const button = make("button", { type: "button", className: "joined-remove", textContent: "×" });
    button.setAttribute("aria-label", fill(this.words.joinRemove, name));
    return button;
  }

  // The ticked box becomes a button that takes the file away.
  dress() {
    this.list.querySelectorAll("input[type=checkbox]").forEach((box) => {
      const name = box.closest("li").querySelector(".joined-name").textContent;
      const button = this.cross(name);
      button.addEventListener("click", () => {
        const body = new URLSearchParams({ _csrf: this.form.elements._csrf.value });
        fetch(`${this.words.join}/${box.value}/retirer`, { method: "POST", body }).catch(() => {});
        box.closest("li").replaceWith(make("li", { className: "visually-hidden", textContent: fill(this.words.joinRemoved, name) }));
        this.field.focus();
      });
      box.type = "hidden";
      box.closest("li").append(button);
    });
  }

  // The message waits for its photos; offline it takes them along as they are.
  hold(event) {
    if (!this.queue.length || this.together || (!navigator.onLine && this.canWait)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.held = { submitter: event.submitter };
    event.submitter?.setAttribute("aria-busy", "true");
    this.waits ??= make("p", { className: "join-waits", textContent: this.words.joinWaits });
    this.waits.setAttribute("role", "status");
    this.box.append(this.waits);
    this.hurry?.();
    this.run();
  }
}

// Those that are on the page.
export let joins = [];
const begin = () => {
  joins = joins.filter(({ box }) => box.isConnected);
  document.querySelectorAll("[data-join]:not(.join-live)").forEach((box) => joins.push(new Join(box)));
};
begin();
document.addEventListener("desk:swapped", begin); // the desk changes its forms without leaving the page
