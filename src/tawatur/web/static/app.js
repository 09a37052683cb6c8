// What only the app does: the progress of a job.
(() => {
  "use strict";
  const job = document.querySelector("#job[data-events]");
  if (!job) return;
  const events = new EventSource(job.dataset.events);
  events.addEventListener("message", (event) => {
    const state = JSON.parse(event.data);
    if (state.finished) {
      events.close();
      location.reload();
      return;
    }
    for (const step of job.querySelectorAll("[data-step]")) step.hidden = step.dataset.step !== state.step;
    document.getElementById("done").textContent = state.done.toLocaleString("en");
  });
  events.addEventListener("error", () => { events.close(); setTimeout(() => location.reload(), 2000); });
})();
