// The search field: suggestions while typing, arrows and Enter to choose one, / to begin. Without it the form works.
(() => {
  "use strict";
  const form = document.querySelector("form[data-suggest]");
  if (!form) return;
  const field = form.querySelector("input[type=search]"), list = form.querySelector("[role=listbox]");
  let timer, asked = "", chosen = -1;
  for (const [name, value] of Object.entries({ role: "combobox", "aria-controls": list.id, "aria-autocomplete": "list", "aria-expanded": "false" })) field.setAttribute(name, value);
  const options = () => [...list.querySelectorAll("[role=option]")];
  const close = () => {
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (at) => {
    const all = options();
    if (!all.length) return;
    chosen = (at + all.length + 1) % (all.length + 1);
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
    if (chosen < all.length) field.setAttribute("aria-activedescendant", all[chosen].id);
    else { field.removeAttribute("aria-activedescendant"); chosen = -1; }
  };
  const ask = async () => {
    const typed = field.value.trim();
    if (typed === asked) return;
    asked = typed;
    if (typed.length < 2) return close();
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`, { credentials: "omit" });
      if (!answer.ok || typed !== asked) return;
      list.innerHTML = await answer.text();
    } catch { return; }
    chosen = -1;
    list.hidden = !options().length;
    field.setAttribute("aria-expanded", String(!list.hidden));
  };
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen === -1 ? options().length - 1 : chosen - 1); }
    else if (event.key === "Escape") { event.preventDefault(); close(); }
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); location.assign(options()[chosen].dataset.href); }
  });
  field.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.href);
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
