// Handing files over may take a while: the button says so, and is not pressed twice.
(() => {
  "use strict";
  const buttons = () => document.querySelectorAll("[data-handing]");

  document.addEventListener("submit", (event) => {
    const button = event.target.querySelector("[data-handing]");
    if (!button) return;
    const words = button.textContent;
    button.textContent = button.dataset.handing;
    button.dataset.handing = words;
    button.setAttribute("aria-disabled", "true");
    document.getElementById("said").textContent = button.textContent;
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-handing][aria-disabled]")) event.preventDefault();
  });

  // Back from the next page the browser may show this one as it was left.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const button of buttons()) if (button.hasAttribute("aria-disabled")) location.reload();
  });
})();
