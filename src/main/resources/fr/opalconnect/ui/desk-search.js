// The search answers while somebody types, and stands there again when they come back from a file. What was looked for
// stays in this tab: it is in no address. Without it the form is sent as any other.
const form = document.querySelector("[data-find]");
const field = form.elements.q;
const hits = document.getElementById("hits");
const KEPT = "desk-search";
let waiting, asking, shown = hits.querySelector("[data-row]") ? field.value.trim() : "";

const find = async () => {
  const typed = field.value.trim();
  if (typed === shown) return;
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(form.dataset.find, {
      method: "post",
      body: new URLSearchParams(new FormData(form)),
      signal: asking.signal,
    });
    if (answer.redirected || !answer.ok) return;
    hits.innerHTML = await answer.text();
    shown = typed;
    sessionStorage.setItem(KEPT, typed);
  } catch (problem) {
    if (problem.name !== "AbortError") form.removeAttribute("data-finding");
  }
};

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(find, 180);
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  await find();
  hits.querySelector("[data-row]")?.focus();
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown") return;
  event.preventDefault();
  hits.querySelector("[data-row]")?.focus();
});

// Searched from the bar: the address says nothing, so coming back must not ask to send the form again.
history.replaceState(null, "", form.action);
if (field.value) sessionStorage.setItem(KEPT, field.value.trim());
else if ((field.value = sessionStorage.getItem(KEPT) ?? "")) find();
