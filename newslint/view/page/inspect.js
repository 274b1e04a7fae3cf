const main = document.querySelector("main");
const panel = document.querySelector(".panel");
const boxes = [...document.querySelectorAll("input[data-layer]")];
const nothing = panel.innerHTML;

function on(layers) {
  return boxes.some((box) => box.checked && layers.includes(box.dataset.layer));
}

function clear() {
  panel.classList.remove("open");
  panel.innerHTML = nothing;
  for (const segment of main.querySelectorAll(".lit")) segment.classList.remove("lit");
}

function show(segment) {
  clear();
  const ids = segment.dataset.of.split(" ").filter((id) => on([...document.getElementById(id).classList]));
  if (!ids.length) return;
  const list = document.createElement("ul");
  for (const id of ids) {
    const fact = document.getElementById(id).cloneNode(true);
    fact.removeAttribute("id");
    list.append(fact);
  }
  const title = document.createElement("h2");
  title.textContent = segment.textContent.trim();
  panel.replaceChildren(title, list);
  panel.classList.add("open");
  for (const other of main.querySelectorAll(`[data-of~="${ids[0]}"]`)) other.classList.add("lit");
}

function refresh() {
  for (const link of main.querySelectorAll("a[data-stop]")) {
    if (on(link.dataset.stop.split(" "))) link.setAttribute("href", "#" + link.dataset.of.split(" ")[0]);
    else link.removeAttribute("href");
  }
  clear();
}

main.addEventListener("click", (event) => {
  const segment = event.target.closest("[data-of]");
  if (!segment) return;
  event.preventDefault();
  show(segment);
});
main.addEventListener("focusin", (event) => {
  if (event.target.matches("[data-of]")) show(event.target);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") clear();
});
document.getElementById("all-facts").addEventListener("change", (event) => {
  for (const facts of main.querySelectorAll(".facts")) facts.open = event.target.checked;
});
for (const box of boxes) box.addEventListener("change", refresh);
refresh();
