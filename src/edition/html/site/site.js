// Lets the reader choose a scheme of colours. The page is whole without it.
"use strict";
(() => {
  const key = "gaceta-theme";
  const root = document.documentElement;
  const show = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  // Storage may be refused, as on pages opened from a disk; the choice then holds for the page.
  const remembered = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const remember = (theme) => {
    try {
      localStorage.setItem(key, theme);
    } catch {
      // The page keeps the choice all the same.
    }
  };
  show(remembered());
  document.addEventListener("DOMContentLoaded", () => {
    const label = document.querySelector(".theme");
    const select = label?.querySelector("select");
    if (!select) return;
    select.value = root.dataset.theme ?? "auto";
    select.addEventListener("change", () => {
      show(select.value);
      remember(select.value);
    });
    label.hidden = false;
  });
})();
