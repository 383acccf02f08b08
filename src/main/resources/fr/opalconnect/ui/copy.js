// Copies what stands beside a button, and shares all of it where the device can. Without it the values are there to be
// selected.
const says = document.querySelector("[data-copy-says]");
const copied = document.querySelector("[data-copied]")?.dataset.copied ?? "";

if (navigator.clipboard) {
  document.querySelectorAll("[data-copy]").forEach((button) => {
    const words = button.firstChild;
    const before = words.textContent;
    let back;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
      } catch {
        return getSelection().selectAllChildren(button.parentElement.querySelector(".copy-value"));
      }
      clearTimeout(back);
      words.textContent = copied;
      says.textContent = `${button.closest("div").querySelector("dt").textContent} : ${copied}`;
      back = setTimeout(() => {
        words.textContent = before;
        says.textContent = "";
      }, 4000);
    });
  });
}

if (navigator.share) {
  document.querySelectorAll("[data-share]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () =>
      navigator.share({ title: button.dataset.shareTitle, text: button.dataset.share }).catch(() => {}),
    );
  });
}
