const text = document.getElementById("text");
const narrow = matchMedia("(max-width: 62rem)");
const form = document.querySelector(".filters form");
const shown = document.querySelector(".shown");
const notes = [...document.querySelectorAll(".note")];
const marks = [...document.querySelectorAll(".mark")].map((link) => ({
  link,
  of: link.dataset.of.split(" "),
  end: link.querySelector(".end"),
  ends: link.querySelector(".end")?.dataset.no.split(" ") ?? [],
  told: new Map(noted(link).map((note) => [note.dataset.number, note])),
}));
const grave = ["error", "warning", "info"];
let current = null;
let last = null;

function noted(link) {
  const at = link.closest("article").id.replace("draft-", "");
  return link.dataset.of.split(" ").map((number) => document.getElementById(`n${at}-${number}`));
}

function firstMark(note) {
  return document.getElementById(note.querySelector(".to").getAttribute("href").slice(1));
}

/* What a note says of its finding: not what all notes have, nor the rule that an open one has a copy of. */
const wordings = new Map(notes.map((note) => [note, [...note.querySelectorAll("summary, .where, .pair, .because, .fix, .edits")]
  .map((part) => part.textContent).join("\n").toLowerCase()]));

function seen() {
  return notes.filter((note) => !note.hidden);
}

/* --- one note at a time ---------------------------------------------------------------- */

function close() {
  if (!current) return null;
  const was = current;
  was.classList.remove("current");
  was.querySelector("details").open = false;
  for (const link of text.querySelectorAll(".mark.lit")) link.classList.remove("lit");
  root.classList.remove("sheet");
  current = null;
  last = was;
  tell(was.closest("article"));
  return was;
}

function open(note, { quiet = false } = {}) {
  close();
  current = note;
  explain(note);
  note.classList.add("current");
  note.querySelector("details").open = true;
  root.classList.add("sheet");
  const article = note.closest("article");
  for (const link of article.querySelectorAll(`.mark[data-of~="${note.dataset.number}"]`)) link.classList.add("lit");
  note.querySelector("summary").focus({ preventScroll: true });
  const mark = firstMark(note);
  const box = mark.getBoundingClientRect();
  const room = narrow.matches ? note.getBoundingClientRect().top : innerHeight;
  if ((narrow.matches || !quiet) && (box.top < 40 || box.bottom > room - 20)) scrollBy(0, box.top - room * 0.35);
  bring(note);
  tell(article);
  address(`#${note.id}`);
}

/* The address names the note that is open, so that it may be kept and sent; going through notes makes no history. */
function address(hash) {
  try { history.replaceState(null, "", hash || location.pathname + location.search); } catch { /* in a frame without one */ }
}

function arrive() {
  const one = document.getElementById(location.hash.slice(1));
  if (one?.matches(".note:not([hidden])")) open(one);
  else if (one?.matches(".rule")) one.open = true;
}

function bring(note) {
  const panel = note.closest(".notes");
  if (getComputedStyle(panel).overflowY !== "auto") return;
  const bar = panel.querySelector(".bar").offsetHeight;
  panel.scrollTop += note.getBoundingClientRect().top - panel.getBoundingClientRect().top - bar - 8;
}

/* The rule stands once on the page; a note that is opened gets a copy of it. */
function explain(note) {
  const link = note.querySelector(".why a");
  if (!link) return;
  const told = document.querySelector(link.getAttribute("href")).querySelector(".more").cloneNode(true);
  const label = document.createElement("p");
  label.className = "label";
  label.textContent = "Why it is a rule";
  link.parentElement.replaceWith(label, told);
}

function tell(article) {
  const here = seen().filter((note) => note.closest("article") === article);
  const at = here.indexOf(current);
  const place = article.querySelector(".bar .at");
  if (place) place.textContent = at < 0 ? `${here.length}` : `${at + 1} of ${here.length}`;
}

function step(by) {
  const all = seen();
  if (!all.length) return;
  const at = all.indexOf(current ?? last);
  open(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length]);
}

/* --- what is shown --------------------------------------------------------------------- */

function chosen(name) {
  return new Set([...form.querySelectorAll(`input[data-${name}]:checked`)].map((box) => box.dataset[name]));
}

function filter() {
  const severities = chosen("severity");
  const families = chosen("family");
  const words = document.getElementById("words").value.trim().toLowerCase();
  for (const note of notes) {
    const { severity, family } = note.dataset;
    note.hidden = !severities.has(severity) || !families.has(family) || !wordings.get(note).includes(words);
  }
  if (current?.hidden) close();
  for (const mark of marks) dress(mark);
  for (const article of text.querySelectorAll("article")) tell(article);
  const number = seen().length;
  form.classList.toggle("some", number < notes.length);
  shown.textContent = number === notes.length ? `${number} finding${number === 1 ? "" : "s"}` : `${number} of ${notes.length} findings`;
}

function dress({ link, of, end, ends, told }) {
  const left = of.filter((number) => !told.get(number).hidden);
  const closing = ends.filter((number) => left.includes(number));
  const worst = grave.find((level) => left.some((number) => told.get(number).dataset.severity === level));
  link.classList.remove(...grave, "off");
  link.classList.add(worst ?? "off");
  if (left.length && link.matches("a")) link.setAttribute("href", `#${told.get(left[0]).id}`);
  else link.removeAttribute("href");
  if (closing.length) end.dataset.no = closing.join(" ");
  else if (end) delete end.dataset.no;
}

/* --- hands ----------------------------------------------------------------------------- */

text.addEventListener("click", (event) => {
  const link = event.target.closest(".mark[href]");
  const summary = event.target.closest(".note summary");
  const to = event.target.closest(".to");
  const copy = event.target.closest(".copy");
  if (link) {
    const of = noted(link).filter((note) => !note.hidden);
    open(of[(of.indexOf(current) + 1) % of.length], { quiet: true });
  } else if (summary) {
    const note = summary.closest(".note");
    if (note === current) close();
    else open(note);
  } else if (to) {
    const mark = firstMark(to.closest(".note"));
    mark.scrollIntoView({ block: "center" });
    mark.focus({ preventScroll: true });
  } else if (event.target.closest(".close")) {
    leave();
  } else if (event.target.closest(".on")) {
    step(1);
  } else if (event.target.closest(".back")) {
    step(-1);
  } else if (copy) {
    copied(copy);
  } else {
    return;
  }
  event.preventDefault();
});

function leave() {
  const was = close();
  if (was) address("");
  if (was) firstMark(was).focus({ preventScroll: true });
}

async function copied(button) {
  const code = button.parentElement.querySelector("code");
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {  // where the browser keeps its clipboard to itself the words are chosen, for Ctrl+C
    getSelection().selectAllChildren(code);
    button.textContent = "Press Ctrl+C";
    return;
  }
  button.textContent = "Copied";
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    if (event.target.matches("input[type=search]")) unsearch(event.target);
    else leave();
    return;
  }
  if (event.target.matches("input[type=search]")) return;
  if (["j", "n"].includes(event.key)) step(1);
  else if (["k", "p"].includes(event.key)) step(-1);
  else if (event.key === "/" && form) search();
  else return;
  event.preventDefault();
});

function search() {
  form.parentElement.open = true;
  document.getElementById("words").focus();
}

/* Browsers empty the field too, but not all of them say so. */
function unsearch(field) {
  field.value = "";
  field.blur();
  filter();
}

/* The bars are one stop for Tab; arrows go from bar to bar. */
for (const plot of document.querySelectorAll(".plot")) {
  const bars = [...plot.querySelectorAll("a.bar")];
  plot.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = bars.indexOf(document.activeElement);
    if (!by || at < 0 || !bars[at + by]) return;
    bars[at].setAttribute("tabindex", "-1");
    bars[at + by].removeAttribute("tabindex");
    bars[at + by].focus();
    event.preventDefault();
  });
}

if (form && narrow.matches) form.parentElement.open = false;
form?.addEventListener("input", filter);
form?.addEventListener("reset", () => setTimeout(filter));
form?.addEventListener("submit", (event) => event.preventDefault());
for (const button of document.querySelectorAll(".copy, .bar button")) button.hidden = false;
for (const note of notes) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "close";
  button.textContent = "Close";
  note.prepend(button);
}
for (const article of text.querySelectorAll("article")) tell(article);
addEventListener("hashchange", arrive);
arrive();
