// Mijn: keeps what is typed on the server, moves the focal point by tapping, and never sends a form twice.
(() => {
  "use strict";
  const form = document.querySelector("form[data-draft]");
  if (form) {
    const state = document.getElementById("draft-state");
    let timer, sent = false;
    const data = () => {
      const body = new FormData(form);
      body.delete("photo");
      return body;
    };
    const soon = (wait = 700) => { clearTimeout(timer); timer = setTimeout(keep, wait); };
    const keep = async () => {
      if (sent) return;
      try {
        const answer = await fetch(form.dataset.draft, { method: "POST", body: data(), credentials: "same-origin", redirect: "manual" });
        if (answer.ok && state) state.textContent = (await answer.text()).trim();
      } catch { soon(10_000); /* no signal */ }
    };
    form.addEventListener("input", () => soon());
    // Who is quick has typed before this script was there; who comes back has sent it already.
    const typed = (field) => field.checked !== field.defaultChecked
      || (field.type !== "hidden" && field.type !== "file" && "defaultValue" in field && field.value !== field.defaultValue);
    const [visit] = performance.getEntriesByType("navigation");
    if (visit?.type !== "back_forward" && [...form.elements].some(typed)) soon();
    form.addEventListener("submit", () => { clearTimeout(timer); sent = true; });
    addEventListener("pagehide", () => {
      if (timer && !sent) navigator.sendBeacon(form.dataset.draft, data());
    });
    addEventListener("pageshow", () => { sent = false; });
  }

  for (const kinds of document.querySelectorAll(".kinds")) {
    // A kind behind the fold stays in sight once it is chosen.
    kinds.addEventListener("change", (event) => {
      const fold = kinds.querySelector("details.further");
      if (fold && !fold.contains(event.target)) fold.open = false;
    });
  }

  const picture = document.querySelector("[data-focal]");
  if (picture) {
    const across = document.getElementById("id_focal_x"), down = document.getElementById("id_focal_y");
    const mark = picture.querySelector("circle");
    const show = () => {
      mark.setAttribute("cx", `${across.value}%`);
      mark.setAttribute("cy", `${down.value}%`);
    };
    picture.hidden = false;
    picture.addEventListener("click", (event) => {
      const box = picture.getBoundingClientRect();
      across.value = Math.round(Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1) * 100);
      down.value = Math.round(Math.min(Math.max((event.clientY - box.top) / box.height, 0), 1) * 100);
      show();
    });
    across.addEventListener("input", show);
    down.addEventListener("input", show);
    show();
  }
})();
