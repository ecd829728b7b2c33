// The board: a card dragged to another column is sent with its own form; without a script the choice does it.
(() => {
  "use strict";
  const board = document.querySelector("[data-board]");
  if (!board) return;
  let dragged = null;
  for (const card of board.querySelectorAll("[data-card]")) {
    const form = card.querySelector("form");
    if (!form) continue;
    card.draggable = true;
    card.addEventListener("dragstart", (event) => {
      dragged = card;
      card.classList.add("is-dragged");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", card.id);
    });
    card.addEventListener("dragend", () => {
      card.classList.remove("is-dragged");
      dragged = null;
    });
  }
  for (const lane of board.querySelectorAll("[data-lane]")) {
    const takes = () => dragged && !lane.contains(dragged);
    lane.addEventListener("dragover", (event) => {
      if (!takes()) return;
      event.preventDefault();
      lane.classList.add("is-over");
    });
    lane.addEventListener("dragleave", (event) => {
      if (!lane.contains(event.relatedTarget)) lane.classList.remove("is-over");
    });
    lane.addEventListener("drop", (event) => {
      lane.classList.remove("is-over");
      if (!takes()) return;
      event.preventDefault();
      const form = dragged.querySelector("form");
      form.elements.to.value = lane.dataset.lane;
      form.requestSubmit();
    });
  }
})();
