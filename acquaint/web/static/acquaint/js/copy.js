// Copy a draft: the button appears only where the browser can do it, and says that it did.
(() => {
  "use strict";
  const ready = () => {
    for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
    if (!navigator.clipboard) return;
    for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText("value" in source ? source.value : source.textContent);
    document.getElementById("said").textContent = button.dataset.said;
    button.textContent = button.dataset.said;
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });

  document.addEventListener("DOMContentLoaded", ready);
})();
