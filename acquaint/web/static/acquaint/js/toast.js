// The toast: leaves when told to, and the address forgets it so that a reload does not say it again.
(() => {
  "use strict";
  const tidy = () => {
    const address = new URL(location.href);
    if (!address.searchParams.has("did")) return;
    address.searchParams.delete("did");
    history.replaceState(null, "", address);
  };

  const ready = () => {
    tidy();
    for (const close of document.querySelectorAll("[data-dismiss]")) close.hidden = false;
  };

  document.addEventListener("click", (event) => {
    const close = event.target.closest("[data-dismiss]");
    if (!close) return;
    close.closest("[data-toast]").remove();
    document.getElementById("page").focus();
  });

  document.addEventListener("DOMContentLoaded", ready);
})();
