"use strict";
const root = document.documentElement;
const themes = ["auto", "light", "dark"];
const theme = document.querySelector(".theme");

function kept() {
  try { return localStorage.getItem("newslint-theme"); } catch { return null; }  // a page from a file may have no storage
}

function wear(name) {
  if (name === "auto") delete root.dataset.theme;
  else root.dataset.theme = name;
  theme.textContent = { auto: "◐ auto", light: "○ light", dark: "● dark" }[name];
  theme.setAttribute("aria-label", `Colours: ${name}. Change`);
}

wear(themes.includes(kept()) ? kept() : "auto");
theme.hidden = false;
theme.addEventListener("click", () => {
  const next = themes[(themes.indexOf(root.dataset.theme ?? "auto") + 1) % themes.length];
  wear(next);
  try { localStorage.setItem("newslint-theme", next); } catch { /* then it holds for this visit */ }
});

function shut(selector) {
  for (const one of document.querySelectorAll(selector)) one.open = false;
}

/* What is folded away on the screen is read on paper. */
const unfolded = [];
addEventListener("beforeprint", () => {
  for (const one of document.querySelectorAll("details:not([open])")) {
    one.open = true;
    unfolded.push(one);
  }
});
addEventListener("afterprint", () => {
  for (const one of unfolded.splice(0)) one.open = false;
});
