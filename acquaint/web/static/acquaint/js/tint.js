// Words tinted in place: what the server understood is drawn behind the text one is writing.
// The tinted copy comes with the chips; it shows only while it is the same as what stands in the field.
(() => {
  "use strict";

  const layerOf = (field) => {
    if (field.previousElementSibling?.classList.contains("tint")) return field.previousElementSibling;
    const layer = document.createElement("div");
    layer.className = "tint";
    layer.setAttribute("aria-hidden", "true");
    layer.dir = "auto";
    field.before(layer);
    field.parentElement.classList.add("tinted");
    return layer;
  };

  const match = (field) => {
    const layer = layerOf(field);
    layer.hidden = layer.textContent !== field.value;
    layer.style.blockSize = `${field.offsetHeight}px`;
    layer.scrollTop = field.scrollTop;
  };

  const draw = (heard) => {
    const field = heard.closest("form")?.querySelector("textarea.words");
    const line = heard.querySelector(".line");
    if (!field) return;
    const layer = layerOf(field);
    layer.replaceChildren(...(line ? line.cloneNode(true).childNodes : []));
    if (line) line.hidden = true;
    match(field);
  };

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.classList?.contains("heard")) draw(event.target);
  });

  for (const kind of ["input", "scroll"]) {
    document.addEventListener(
      kind,
      (event) => {
        if (event.target.matches?.(".tinted > textarea")) match(event.target);
      },
      true,
    );
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const heard of document.querySelectorAll(".heard")) if (heard.querySelector(".line")) draw(heard);
  });
})();
