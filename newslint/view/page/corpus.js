/* The points of a plot are one stop for Tab; arrows go from month to month, and up and down from line to line. */
for (const plot of document.querySelectorAll(".plot")) {
  const told = plot.parentElement.querySelector(".told");
  const lines = [...plot.querySelectorAll("g.line")].map((line) => [...line.querySelectorAll(".stop")]).reverse();
  const x = (point) => parseFloat(point.querySelector("circle").getAttribute("cx"));
  const say = (point) => { told.textContent = point.getAttribute("aria-label"); };
  lines[0]?.[0]?.setAttribute("tabindex", "0");
  plot.addEventListener("pointerover", (event) => {
    const point = event.target.closest(".stop");
    if (point) say(point);
  });
  plot.addEventListener("focusin", (event) => say(event.target.closest(".stop")));
  plot.addEventListener("keydown", (event) => {
    const line = lines.findIndex((points) => points.includes(document.activeElement));
    if (line < 0) return;
    const here = document.activeElement;
    const along = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const over = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = along ? lines[line][lines[line].indexOf(here) + along] : over ? nearest(lines[line + over], x(here)) : null;
    if (!next) return;
    here.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
    event.preventDefault();
  });

  function nearest(points, at) {
    return points?.reduce((best, point) => (Math.abs(x(point) - at) < Math.abs(x(best) - at) ? point : best));
  }
}
