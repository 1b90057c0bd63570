
"use strict";
// Filtering is a convenience: without this script the page shows everything.
(() => {
  const form = document.getElementById("filter");
  const words = document.getElementById("words");
  const found = document.getElementById("found");
  const items = Array.from(document.querySelectorAll(".item"), (element) => ({
    element,
    text: fold(element.textContent),
  }));
  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ı/g, "i");
  }
  function show() {
    const wanted = fold(words.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { element, text } of items) {
      const hit = wanted.every((word) => text.includes(word));
      element.hidden = !hit;
      shown += hit;
    }
    for (const group of document.querySelectorAll(".speaker-group")) {
      group.hidden = !group.querySelector(".item:not([hidden])");
    }
    found.textContent = wanted.length ? `${shown} of ${items.length}` : "";
  }
  words.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
})();
