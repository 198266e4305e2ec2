// A draft being changed: the mail link follows the words, and the note about blanks goes when they are filled.
(() => {
  "use strict";
  const LONGEST = 2000;

  const follow = (form) => {
    const link = form.querySelector("[data-mail]");
    const body = form.querySelector("textarea").value;
    const subject = form.querySelector("#subject");
    if (link) {
      const start = `mailto:${encodeURI(form.dataset.to)}?subject=${encodeURIComponent(subject ? subject.value : "")}`;
      const whole = `${start}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
      link.href = whole.length <= LONGEST ? whole : start;
    }
    const note = document.querySelector("[data-blanks]");
    if (note) note.hidden = ![...note.querySelectorAll("b")].some((blank) => body.includes(blank.textContent));
  };

  const ready = () => {
    for (const form of document.querySelectorAll("[data-letter]")) {
      form.querySelector("[data-refresh]").hidden = true;
      form.addEventListener("input", () => follow(form));
    }
  };

  document.addEventListener("DOMContentLoaded", ready);
})();
