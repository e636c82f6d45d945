// Every page works without this: it makes the Design System's components more convenient.
const designSystem = document.querySelector('meta[name="govuk-frontend"]').content;
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
const { initAll } = await import(designSystem);
initAll();
const live = document.querySelector('main[data-live]');
if (live) await import(live.dataset.script);

// A sheet that is being tried or recorded says how far it is.
for (const form of document.querySelectorAll('form[data-progress]')) {
  const told = form.querySelector('[role="status"]');
  form.addEventListener('submit', () => {
    told.textContent = 'The sheet is on its way.';
    setInterval(async () => {
      const answer = await fetch(form.dataset.progress);
      const [sheet] = answer.ok ? (await answer.json()).items : [];
      if (sheet) {
        told.textContent = `${sheet.done} of ${sheet.rows} rows are done.`;
      }
    }, 1000);
  });
}
