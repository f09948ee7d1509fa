// Keys: / to the search box, j and k along the rows of the page's list, or else of its tables, Enter opens a row, ? shows the list.
(() => {
  "use strict";
  const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
  const rows = () => {
    const list = document.querySelectorAll("main table.list tbody tr");
    return Array.from(list.length > 0 ? list : document.querySelectorAll("main table tbody tr"));
  };
  const move = (step) => {
    const all = rows();
    if (all.length === 0) return;
    const now = all.findIndex((row) => row.classList.contains("here"));
    const next = Math.min(all.length - 1, Math.max(0, now + step));
    if (now >= 0) all[now].classList.remove("here");
    all[next].classList.add("here");
    all[next].scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    switch (event.key) {
      case "/": {
        const search = document.querySelector("[data-key='/']");
        if (search) { event.preventDefault(); search.focus(); search.select(); }
        break;
      }
      case "j": move(1); break;
      case "k": move(-1); break;
      case "Enter": {
        const here = document.querySelector("main tr.here a[href]");
        if (here && event.target === document.body) here.click();
        break;
      }
      case "?": { const keys = document.getElementById("keys"); if (keys && !keys.open) keys.showModal(); break; }
      case "Escape": document.querySelectorAll("details.menu[open]").forEach((menu) => { menu.open = false; }); break;
    }
  });
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
})();
