// A ticket on a telephone: a new code every half minute, made here, with a network and without.
import { WINDOW_MILLIS, rotating, unbase64, windowOf } from './door-codes.js';
import { keepOffline } from './offline.js';
import { path } from './qr.js';

const page = document.querySelector('[data-ticket]');
const live = document.getElementById('pass-live');
const printed = document.getElementById('pass-printed');
const note = document.getElementById('pass-note');
const time = document.getElementById('pass-time');
const left = document.getElementById('pass-left');
const choice = document.getElementById('pass-switch');
const name = 'encore-pass-' + page.dataset.ticket;
const AGAIN_MILLIS = 60000;

let pass = null;
let shown = null;
let offline = false;

function kept() {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch (refused) {
    return null;
  }
}

function use(known) {
  pass = known && { ...known, secret: unbase64(known.secret) };
}

// The server counts the half minutes; how far this clock is off is remembered with the pass.
async function ask() {
  const sent = Date.now();
  try {
    const answer = await fetch('/api/v1/tickets/' + page.dataset.ticket + '/pass', { credentials: 'same-origin', headers: { Accept: 'application/json' } });
    if (answer.ok) {
      const said = await answer.json();
      const known = { head: said.head, signature: said.signature, secret: said.secret, skew: Date.parse(said.now) - (sent + Date.now()) / 2 };
      localStorage.setItem(name, JSON.stringify(known));
      use(known);
    } else if (answer.status < 500) {
      // No longer this fan's, or cancelled: what is kept here is dead.
      localStorage.removeItem(name);
      use(null);
      note.textContent = note.dataset.changed;
      live.hidden = true;
      printed.hidden = true;
    }
    offline = answer.status >= 500;
  } catch (silent) {
    offline = true;
  }
}

function showsPrinted() {
  return choice.getAttribute('aria-pressed') === 'true';
}

function draw() {
  if (!pass) {
    return;
  }
  const now = Date.now() + pass.skew;
  const window = windowOf(now);
  if (window !== shown) {
    shown = window;
    const text = rotating(pass, window);
    const picture = path(text);
    live.setAttribute('viewBox', '0 0 ' + picture.side + ' ' + picture.side);
    live.querySelector('path').setAttribute('d', picture.d);
    live.dataset.window = String(window);
    live.dataset.text = text;
  }
  const printedNow = showsPrinted();
  live.toggleAttribute('hidden', printedNow);
  printed.toggleAttribute('hidden', !printedNow);
  time.hidden = printedNow;
  choice.hidden = false;
  const rest = WINDOW_MILLIS - (now % WINDOW_MILLIS);
  left.style.inlineSize = (rest * 100) / WINDOW_MILLIS + '%';
  const say = printedNow ? note.dataset.printed : offline ? note.dataset.offline : note.dataset.live;
  if (note.textContent !== say) {
    note.textContent = say;
  }
}

async function begin() {
  use(kept());
  draw();
  await ask();
  draw();
  setInterval(draw, 500);
  setInterval(ask, AGAIN_MILLIS);
  window.addEventListener('online', ask);
  window.addEventListener('offline', () => { offline = true; });
  choice.addEventListener('click', () => {
    choice.setAttribute('aria-pressed', String(!showsPrinted()));
    draw();
  });
  if (navigator.wakeLock) {
    navigator.wakeLock.request('screen').catch(() => { /* it may sleep */ });
  }
}

if (live && page.dataset.status === 'READY') {
  begin();
}
keepOffline('/my/ticket', []).then((safe) => { document.getElementById('pass-kept').hidden = !safe; }).catch(() => { /* needs a network to open */ });
