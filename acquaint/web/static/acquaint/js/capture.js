// The capture dialog: the link to the capture page opens it in place; closing gives the focus back.
(() => {
  "use strict";
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-capture]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const dialog = document.getElementById("capture");
    if (!dialog || typeof dialog.showModal !== "function") return;
    event.preventDefault();
    dialog.showModal();
    dialog.querySelector("textarea").focus();
  });

  // A chip's × gives its words back to the text: the server is asked again without that chip.
  document.addEventListener("click", (event) => {
    const back = event.target.closest("[data-back-to-text]");
    if (!back || !window.htmx) return;
    event.preventDefault();
    const form = back.closest("form");
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "drop", value: back.value });
    form.append(field);
    const words = form.querySelector("textarea");
    window.htmx.trigger(words, "look");
    words.focus();
  });
})();

// Where chips come by themselves the button that asks for them is not needed.
document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-look]")) button.hidden = Boolean(window.htmx);
});
