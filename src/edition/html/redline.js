"use strict";
(() => {
  const changes = [...document.querySelectorAll(".change")];
  const keys = document.querySelector(".keys");
  if (!keys || changes.length === 0) return;
  const box = keys.querySelector("input");
  const steps = { n: 1, j: 1, p: -1, k: -1 };
  const place = (change) => change.getBoundingClientRect();
  const isSeen = (change) => place(change).bottom > 0 && place(change).top < innerHeight;
  const following = (step) => {
    const here = document.querySelector(".change:target");
    if (here && isSeen(here)) return changes[changes.indexOf(here) + step];
    const ahead = changes.findIndex((change) => place(change).top > 0);
    const next = ahead < 0 ? changes.length : ahead;
    return changes[step > 0 ? next : next - 1];
  };
  keys.hidden = false;
  document.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const field = event.target.closest && event.target.closest("textarea, select, input:not([type=checkbox])");
    if (!step || !box.checked || field || event.ctrlKey || event.metaKey || event.altKey) return;
    const change = following(step);
    if (!change) return;
    event.preventDefault();
    location.replace("#" + encodeURIComponent(change.id));
    change.focus({ preventScroll: true });
  });
})();
