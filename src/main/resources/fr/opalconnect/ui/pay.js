// The button says what it will do: how much, and how. Leads to the bank's page without a press.

const form = document.querySelector("[data-pay]");
const button = form?.querySelector("[data-pay-button]");

const say = () => {
  const chosen = form.querySelector("[name=montant]:checked");
  const way = form.querySelector("[name=moyen]:checked");
  const amount = chosen?.dataset.amount;
  button.textContent = amount && way ? button.dataset[way.value].replace("{0}", amount) : button.dataset.plain;
};

if (button && !form.querySelector("[name=confirme]")) form.addEventListener("change", say);

// Who types an amount wants that one.
form?.querySelector("#autre")?.addEventListener("input", () => {
  form.querySelector("[name=montant][value=autre]").checked = true;
  if (!form.querySelector("[name=confirme]")) say();
});

document.querySelector("[data-send-now]")?.submit();
