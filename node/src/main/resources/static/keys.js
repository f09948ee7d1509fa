// Keys: / to the search box, j and k along the rows of the page's list, or else of its tables, Enter opens a row, ? shows the list; arrows open a
// menu and go through it, Escape closes it and goes back to its button.
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
  const close = (menu) => {
    const within = menu.contains(document.activeElement);
    menu.open = false;
    if (within) menu.querySelector("summary").focus();
  };
  const through = (event) => {
    const menu = event.target.closest("details.menu");
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (menu === null || step === 0) return false;
    menu.open = true;
    const all = Array.from(menu.querySelectorAll(".drop a[href], .drop button"));
    const now = all.indexOf(document.activeElement);
    const next = now < 0 ? (step > 0 ? 0 : all.length - 1) : (now + step + all.length) % all.length;
    if (all.length > 0) all[next].focus();
    event.preventDefault();
    return true;
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (through(event)) return;
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
      case "Escape": document.querySelectorAll("details.menu[open]").forEach(close); break;
    }
  });
  document.addEventListener("focusin", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
})();
