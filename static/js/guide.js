// The facilitator's clock. Without it the page is the same list of steps, one below the other: the style sheet
// shows the clock only where scripts run, so that nothing moves when this one begins.
(() => {
  "use strict";
  const guide = document.querySelector("[data-guide]");
  if (!guide) return;
  const steps = [...guide.querySelectorAll("[data-minutes]")];
  const time = guide.querySelector("[data-time]");
  const bar = guide.querySelector("[data-progress]");
  const say = guide.querySelector("[data-say]");
  const toggle = guide.querySelector("[data-toggle]");
  let at = 0, total = 0, left = 0, endsAt = 0, ticking = null;

  const words = (seconds) => {
    const whole = Math.abs(Math.ceil(seconds));
    return `${seconds < 0 ? "+" : ""}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  };

  const remaining = () => (ticking ? (endsAt - Date.now()) / 1000 : left);

  const draw = () => {
    const now = remaining();
    time.textContent = words(now);
    bar.max = total || 1;
    bar.value = Math.min(Math.max(total - now, 0), total);
    guide.classList.toggle("is-late", total > 0 && now < 0);
    if (ticking && now <= 0 && say.textContent !== guide.dataset.over) say.textContent = guide.dataset.over;
  };

  const stop = () => {
    left = remaining();
    clearInterval(ticking);
    ticking = null;
    toggle.textContent = guide.dataset.start;
    draw();
  };

  const start = () => {
    endsAt = Date.now() + left * 1000;
    ticking = setInterval(draw, 250);
    toggle.textContent = guide.dataset.pause;
    draw();
  };

  const go = (to) => {
    if (ticking) stop();
    at = Math.min(Math.max(to, 0), steps.length - 1);
    steps.forEach((step, number) => {
      step.classList.toggle("is-now", number === at);
      step.hidden = false;
      if (number === at) step.setAttribute("aria-current", "step"); else step.removeAttribute("aria-current");
    });
    total = left = Number(steps[at].dataset.minutes) * 60;
    say.textContent = steps[at].querySelector("h2").textContent;
    guide.querySelector("[data-back]").disabled = at === 0;
    guide.querySelector("[data-next]").disabled = at === steps.length - 1;
    draw();
  };

  toggle.addEventListener("click", () => { if (ticking) stop(); else start(); });
  guide.querySelector("[data-more]").addEventListener("click", () => {
    total += 300;
    left += 300;
    endsAt += 300000;
    say.textContent = "";
    draw();
  });
  guide.querySelector("[data-next]").addEventListener("click", () => go(at + 1));
  guide.querySelector("[data-back]").addEventListener("click", () => go(at - 1));
  guide.classList.add("has-clock");
  go(0);
})();
