/* The facilitator's clock. Without it the page is the same list of steps, one below the other. */
(function () {
  "use strict";
  var guide = document.querySelector("[data-guide]");
  if (!guide) return;
  var steps = Array.from(guide.querySelectorAll("[data-minutes]"));
  var clock = guide.querySelector("[data-clock]");
  var time = guide.querySelector("[data-time]");
  var bar = guide.querySelector("[data-progress]");
  var say = guide.querySelector("[data-say]");
  var toggle = guide.querySelector("[data-toggle]");
  var at = 0, total = 0, left = 0, endsAt = 0, ticking = null;

  function words(seconds) {
    var late = seconds < 0, whole = Math.abs(Math.ceil(seconds));
    return (late ? "+" : "") + Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
  }

  function remaining() { return ticking ? (endsAt - Date.now()) / 1000 : left; }

  function draw() {
    var now = remaining();
    time.textContent = words(now);
    bar.max = total || 1;
    bar.value = Math.min(Math.max(total - now, 0), total);
    guide.classList.toggle("is-late", total > 0 && now < 0);
    if (ticking && now <= 0 && say.textContent !== guide.dataset.over) say.textContent = guide.dataset.over;
  }

  function stop() {
    left = remaining();
    clearInterval(ticking);
    ticking = null;
    toggle.textContent = guide.dataset.start;
    draw();
  }

  function start() {
    endsAt = Date.now() + left * 1000;
    ticking = setInterval(draw, 250);
    toggle.textContent = guide.dataset.pause;
    draw();
  }

  function go(to) {
    if (ticking) stop();
    at = Math.min(Math.max(to, 0), steps.length - 1);
    steps.forEach(function (step, number) {
      step.classList.toggle("is-now", number === at);
      step.hidden = false;
      if (number === at) step.setAttribute("aria-current", "step"); else step.removeAttribute("aria-current");
    });
    total = left = Number(steps[at].dataset.minutes) * 60;
    say.textContent = steps[at].querySelector("h2").textContent;
    guide.querySelector("[data-back]").disabled = at === 0;
    guide.querySelector("[data-next]").disabled = at === steps.length - 1;
    draw();
  }

  toggle.addEventListener("click", function () { if (ticking) stop(); else start(); });
  guide.querySelector("[data-more]").addEventListener("click", function () {
    total += 300;
    left += 300;
    endsAt += 300000;
    say.textContent = "";
    draw();
  });
  guide.querySelector("[data-next]").addEventListener("click", function () { go(at + 1); });
  guide.querySelector("[data-back]").addEventListener("click", function () { go(at - 1); });
  guide.classList.add("has-clock");
  clock.hidden = false;
  go(0);
})();
