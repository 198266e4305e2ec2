// Single keys: c capture, / search, g + letter go, ? this sheet; Ctrl+Enter sends the form one writes in.
// They never fire in a field, and not at all where the owner turned them off (WCAG 2.1.4).
(() => {
  "use strict";
  const AWAIT_LETTER = 1200;
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
      if (form && writing(event.target)) form.requestSubmit(form.querySelector("button:not([type=button])"));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    if (document.body.dataset.keys === "off" || document.querySelector("dialog[open]")) return;
    if (single(event.key)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) {
      event.preventDefault();
      show(opener.dataset.opens);
    }
  });
})();
