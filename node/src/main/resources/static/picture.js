// Saves a chart as SVG, PNG or CSV. Where the node offers the drawing as a file, PNG is painted from that one; else the
// computed colours are copied into the drawing that is shown, and CSV is the table behind it.
(() => {
  "use strict";
  const KEPT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "opacity", "font-family", "font-size", "font-weight"];
  const standalone = (svg) => {
    const copy = svg.cloneNode(true);
    const from = [svg, ...svg.querySelectorAll("*")];
    const to = [copy, ...copy.querySelectorAll("*")];
    from.forEach((element, at) => {
      const style = getComputedStyle(element);
      KEPT.forEach((name) => { const value = style.getPropertyValue(name); if (value) to[at].setAttribute(name, value); });
    });
    const box = svg.viewBox.baseVal;
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", box.width);
    copy.setAttribute("height", box.height);
    const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    paper.setAttribute("width", box.width);
    paper.setAttribute("height", box.height);
    paper.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
    copy.prepend(paper);
    return new XMLSerializer().serializeToString(copy);
  };
  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  // Twice as many points as units, for print.
  const paint = (text, name) => {
    const image = new Image();
    image.addEventListener("load", () => {
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth * 2;
      canvas.height = image.naturalHeight * 2;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(blob, name + ".png"), "image/png");
    });
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  };
  const table = (figure) => Array.from(figure.querySelectorAll("tr"), (row) =>
    Array.from(row.cells, (cell) => '"' + cell.textContent.trim().replaceAll('"', '""') + '"').join(",")).join("\r\n") + "\r\n";
  const show = (root) => root.querySelectorAll("button[data-picture]").forEach((button) => { button.hidden = false; });
  show(document);
  document.addEventListener("htmx:load", (event) => show(event.target));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-picture]");
    if (!button) return;
    const figure = button.closest("figure");
    const caption = figure.querySelector("figcaption");
    const name = (caption ? caption.textContent : "chart").trim().replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80);
    if (button.dataset.picture === "csv") {
      save(new Blob([table(figure)], { type: "text/csv;charset=utf-8" }), name + ".csv");
      return;
    }
    if (button.dataset.svg) {
      fetch(button.dataset.svg, { credentials: "same-origin" })
        .then((answer) => { if (!answer.ok) throw new Error(answer.status + " " + button.dataset.svg); return answer.text(); })
        .then((text) => paint(text, name));
      return;
    }
    const svg = Array.from(figure.querySelectorAll("svg")).find((one) => one.getClientRects().length > 0);
    const text = standalone(svg);
    if (button.dataset.picture === "svg") {
      save(new Blob([text], { type: "image/svg+xml" }), name + ".svg");
      return;
    }
    paint(text, name);
  });
})();
