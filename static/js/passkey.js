// Shows what needs a passkey where the browser can do that, and says so when it did not work.
(() => {
  "use strict";
  if (window.PublicKeyCredential) {
    document.querySelectorAll("[data-needs-passkey]").forEach((part) => { part.hidden = false; });
  }
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    const note = document.getElementById("passkey-failed");
    if (note) { note.hidden = false; note.focus(); }
  });
})();
