const main = document.querySelector("main");
let last = null;
const switches = [...document.querySelectorAll("input[data-verdict]")];
const narrow = matchMedia("(max-width: 60rem)");

function steps() {
  const bar = document.createElement("div");
  bar.className = "steps";
  bar.setAttribute("aria-live", "off");
  for (const [name, words, key] of [["back", "Previous", "k"], ["on", "Next", "j"], ["close", "Close", "Esc"]]) {
    const button = document.createElement("button");
    const hint = document.createElement("kbd");
    button.type = "button";
    button.className = name;
    hint.textContent = key;
    button.append(`${words} `, hint);
    bar.append(button);
  }
  return bar;
}

for (const card of document.querySelectorAll(".card")) card.append(steps());
const hints = new Map([...document.querySelectorAll(".card")].map((card) => [card, card.innerHTML]));

function clear() {
  for (const lit of main.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const [card, hint] of hints) {
    card.classList.remove("open");
    card.innerHTML = hint;
  }
}

function light(ids, attribute) {
  const found = ids.flatMap((id) => [...main.querySelectorAll(`[${attribute}="${id}"]`)]);
  for (const one of found) one.classList.add("lit");
  return found[0];
}

function bring(one) {
  if (!one) return;
  const box = one.closest(".others");
  if (box && box.scrollHeight > box.clientHeight && getComputedStyle(box).position === "sticky") {
    const card = box.querySelector(".card").offsetHeight;
    box.scrollTo({ top: box.scrollTop + one.getBoundingClientRect().top - box.getBoundingClientRect().top - card - 24 });
  } else {
    one.scrollIntoView({ block: "center" });
  }
}

/* On a phone what was chosen stays in sight, above the card that tells of it. */
function keep(one) {
  const card = one.closest("article").querySelector(".card");
  const box = one.getBoundingClientRect();
  const room = card.getBoundingClientRect().top;
  if (box.top < 10 || box.bottom > room - 10) scrollBy(0, box.top - Math.max(10, (room - box.height) / 2));
}

function tell(article, content) {
  const card = article.querySelector(".card");
  card.replaceChildren(...content, steps());
  card.classList.add("open");
  card.scrollTop = 0;
}

function showSentence(link) {
  clear();
  last = main.querySelector(`.sentence[id][data-note="${link.dataset.note}"]`);
  const note = document.getElementById(link.dataset.note).cloneNode(true);
  note.removeAttribute("id");
  const ids = [...note.querySelectorAll("[data-passage]")].map((one) => one.dataset.passage);
  tell(link.closest("article"), note.childNodes);
  light([link.dataset.note], "data-note");
  const passage = light(ids, "data-at");
  if (narrow.matches) keep(link);
  else bring(passage);
}

function showPassage(passage) {
  clear();
  const sentences = passage.dataset.of.split(" ").map((id) => document.getElementById(id));
  const title = document.createElement("p");
  title.textContent = `Held against this passage: ${sentences.length === 1 ? "one sentence" : `${sentences.length} sentences`}`;
  const list = document.createElement("ul");
  for (const sentence of sentences) {
    const note = document.getElementById(sentence.dataset.note);
    const item = document.createElement("li");
    item.append(...note.querySelector("p").cloneNode(true).childNodes, " ", words(sentence));
    list.append(item);
  }
  tell(passage.closest("article"), [title, list]);
  light([passage.dataset.at], "data-at");
  light(sentences.map((sentence) => sentence.dataset.note), "data-note");
  if (narrow.matches) {
    keep(passage);
  } else {
    bring(passage);
    bring(sentences[0]);
  }
}

function words(sentence) {
  const copy = sentence.cloneNode(true);
  for (const extra of copy.querySelectorAll(".sign, .heard")) extra.remove();
  return copy.textContent;
}

main.addEventListener("click", (event) => {
  const button = event.target.closest(".steps button");
  if (button) press(button.className);
  const link = event.target.closest("a");
  if (!link) return;
  if (link.dataset.note) showSentence(link);
  else if (link.dataset.of) showPassage(link);
  else if (link.dataset.passage) bring(light([link.dataset.passage], "data-at"));
  else if (link.closest(".card")) document.querySelector(link.getAttribute("href")).focus();
  else return;
  event.preventDefault();
});
/* The stretches of a sentence are many links; its first has an id. */
function step(by) {
  const all = [...main.querySelectorAll(".sentence[id]:not(.dim)")];
  if (!all.length) return;
  const lit = all.findIndex((one) => one.classList.contains("lit"));
  const at = lit < 0 && last ? all.indexOf(last) : lit;
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
  next.focus();
  showSentence(next);
}

function press(name) {
  if (name !== "close") {
    step(name === "on" ? 1 : -1);
  } else {
    clear();
    last?.focus({ preventScroll: true });
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") clear();
  else if (["j", "n"].includes(event.key)) step(1);
  else if (["k", "p"].includes(event.key)) step(-1);
});
document.getElementById("all-notes").addEventListener("change", (event) => {
  for (const notes of main.querySelectorAll(".notes")) notes.open = event.target.checked;
});
function refresh() {
  for (const one of switches) {
    for (const sentence of main.querySelectorAll(`.sentence.${one.dataset.verdict}`)) sentence.classList.toggle("dim", !one.checked);
  }
}
for (const one of switches) one.addEventListener("change", refresh);
refresh();
