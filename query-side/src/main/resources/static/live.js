// Brings a page that speaks of now up to date when something was recorded. Without it nothing
// changes by itself. A connection keeps no session alive for ever: it rests while the page is
// hidden, and after a while without a key or a pointer.
const REST_AFTER = 20 * 60 * 1000;
const main = () => document.querySelector('main');
const told = document.createElement('p');
told.className = 'govuk-body live';
told.setAttribute('role', 'status');
main().before(told);

let source = null;
let touched = Date.now();
let refreshing = false;
let again = false;

const isTyping = () => document.activeElement.matches('main :is(input, select, textarea)');
const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

/** Whoever was reading goes on where they were. */
function exchange(page) {
  const focused = document.activeElement.closest('main a')?.getAttribute('href');
  const open = [...document.querySelectorAll('main details')].map((it) => it.open);
  for (const part of ['main', '.foot__moment']) {
    document.querySelector(part)?.replaceWith(page.querySelector(part));
  }
  document.querySelectorAll('main details').forEach((it, i) => { it.open = open[i] ?? false; });
  if (focused) main().querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  htmx.process(main());
}

async function refresh() {
  while (isTyping()) await pause(500);
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok || answer.redirected) {
    clearInterval(watch);
    stop();
    told.textContent = 'This page is no longer brought up to date. Load it again.';
    return;
  }
  exchange(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  const time = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  told.textContent = `Something was recorded. This page was brought up to date at ${time}.`;
}

/** One at a time; what came meanwhile is one more. */
async function recorded() {
  again = true;
  if (refreshing) return;
  refreshing = true;
  while (again) {
    again = false;
    await refresh().catch(stop);
  }
  refreshing = false;
}

function stop() {
  source?.close();
  source = null;
}

function listen() {
  if (document.hidden || Date.now() - touched > REST_AFTER) {
    stop();
  } else if (!source || source.readyState === EventSource.CLOSED) {
    source = new EventSource(main().dataset.live);
    source.addEventListener('recorded', recorded);
  }
}

function touch() {
  touched = Date.now();
  if (!source) listen();
}

const watch = setInterval(listen, 60_000);
document.addEventListener('visibilitychange', touch);
document.addEventListener('keydown', touch);
document.addEventListener('pointerdown', touch);
listen();
