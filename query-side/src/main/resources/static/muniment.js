// Every page works without this: it makes the Design System's components more convenient.
const designSystem = document.querySelector('meta[name="govuk-frontend"]').content;
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
const { initAll } = await import(designSystem);
initAll();
