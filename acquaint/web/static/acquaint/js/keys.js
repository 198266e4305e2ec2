// Single keys: c capture, / search, g + letter go, ? this sheet; Ctrl+Enter sends the form one writes in.
// They never fire in a field, and not at all where the owner turned them off (WCAG 2.1.4).
(() => {
  "use strict";
  const AWAIT_LETTER = 1200;
  const OFF = "acquaint-keys-off";
  let goingSince = 0;

  const writing = (target) =>
    target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);

  const show = (id) => {
    const dialog = document.getElementById(id);
    if (dialog && !dialog.open) dialog.showModal();
  };

  const search = () => {
    const field = document.querySelector("[data-search]");
    if (field) field.focus();
    else location.assign(document.querySelector('[data-go="p"]').href + "?search=1");
  };

  const go = (letter) => {
    const link = document.querySelector(`[data-go="${CSS.escape(letter)}"]`);
    if (link) location.assign(link.href);
    return Boolean(link);
  };

  const single = (key) => {
    if (Date.now() - goingSince < AWAIT_LETTER) {
      goingSince = 0;
      return go(key);
    }
    if (key === "g") goingSince = Date.now();
    else if (key === "c") document.querySelector("[data-capture]").click();
    else if (key === "/") search();
    else if (key === "?") show("keys");
    else return false;
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest("form");
      if (form && writing(event.target)) form.requestSubmit(form.querySelector("button.first"));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    if (localStorage.getItem(OFF) || document.querySelector("dialog[open]")) return;
    if (single(event.key)) event.preventDefault();
  });

  const showSwitch = () => {
    for (const box of document.querySelectorAll("[data-keys-switch]")) {
      box.checked = !localStorage.getItem(OFF);
      box.closest("[hidden]")?.removeAttribute("hidden");
    }
  };

  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-keys-switch]")) return;
    if (event.target.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  });
  document.addEventListener("DOMContentLoaded", showSwitch);

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) {
      event.preventDefault();
      show(opener.dataset.opens);
    }
  });
})();
