// Hands a document over to another app where the device can take files; elsewhere there is no button.
const probe = (type) => {
  try {
    return navigator.canShare?.({ files: [new File(["x"], "x", { type })] }) ?? false;
  } catch {
    return false;
  }
};

const share = async (button) => {
  const { shareFile, shareName, shareType, shareTitle } = button.dataset;
  button.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(shareFile);
    if (!answer.ok) throw new Error(String(answer.status));
    const file = new File([await answer.blob()], shareName, { type: shareType });
    await navigator.share({ files: [file], title: shareTitle });
  } catch (problem) {
    // Who closes the list of apps wanted nothing; else the file is still to be had the plain way.
    if (problem.name !== "AbortError") location.assign(shareFile);
  } finally {
    button.removeAttribute("aria-busy");
  }
};

const show = () => {
  for (const button of document.querySelectorAll("[data-share-file][hidden]")) {
    button.hidden = !probe(button.dataset.shareType);
  }
};

addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-share-file]");
  if (button) share(button);
});
// A search brings new lines.
const list = document.getElementById("liste");
if (list && probe("application/pdf")) {
  new MutationObserver(show).observe(list, { childList: true });
}
show();
