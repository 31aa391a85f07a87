// The door: takes codes from camera, hand scanner and keyboard, has each decided at once, with a network or without, and
// shows the verdict.
import { Gate, Refused, device, enrol, leave } from './door-link.js';
import { DoorView } from './door-view.js';

const COUNT_MILLIS = 5000;
const AGAIN_MILLIS = 5000;
const MOST_ROWS = 20;

const page = document.getElementById('scanner');
const texts = page.dataset;
const view = new DoorView(page);
const code = document.getElementById('scan-code');
const gateName = document.getElementById('scan-gate');
const listChoice = document.getElementById('scan-list');
const exitSwitch = document.getElementById('scan-exit');
const sound = document.getElementById('scan-sound');
const cameraButton = document.getElementById('scan-camera');
const video = document.getElementById('scan-video');
const undoDialog = document.getElementById('undo-dialog');
const finePointer = window.matchMedia('(pointer: fine)').matches;
const queue = [];

let gate = null;
let token = null;
let working = false;
let stopCamera = null;
let soon = null;
let door = null;
let local = [];

function remembered(name, otherwise) {
  try {
    return localStorage.getItem('encore-door-' + name) || otherwise;
  } catch (refused) {
    return otherwise;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem('encore-door-' + name, value);
  } catch (refused) {
    // It then lasts for this page.
  }
}

function nonce() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function ring(name) {
  if (sound.getAttribute('aria-pressed') === 'true') {
    window.encoreDoorSound.play(name);
  }
}

function fail(say) {
  view.show('FAILED', texts.failed, say);
  ring('FAILED');
}

function lists() {
  return (door && gate.online && door.lists) || (gate.bundle && gate.bundle.lists) || [];
}

function showLists() {
  const offered = lists();
  if (offered.length === 0) {
    return;
  }
  const wanted = listChoice.value || remembered('list-' + gate.event, 'main');
  const same = offered.length === listChoice.options.length && offered.every((list, i) => listChoice.options[i].value === list.code && listChoice.options[i].text === list.name);
  if (!same) {
    listChoice.replaceChildren(...offered.map((list) => new Option(list.name, list.code)));
    listChoice.value = offered.some((list) => list.code === wanted) ? wanted : offered[0].code;
  }
  document.getElementById('scan-list-field').hidden = offered.length < 2;
}

function showCounts() {
  const list = lists().find((one) => one.code === listChoice.value);
  if (!list) {
    return;
  }
  if (door && gate.online && gate.pending === 0) {
    view.counts(list, list.admitted, list.inside);
  } else if (gate.bundle) {
    const states = Array.from(gate.bundle.admissions).filter(([key]) => key.endsWith(' ' + list.code)).map(([, state]) => state);
    view.counts(list, states.filter((state) => state.entries > 0).length, states.filter((state) => state.inside).length);
  }
}

function changed() {
  if (!gate) {
    return;
  }
  view.line(gate.online, gate.pending, gate.ended);
  if (gate.pending === 0) {
    local = [];
  }
  if (gate.bundle && !texts.zone) {
    texts.zone = gate.bundle.zone;
    document.getElementById('door-title').textContent = gate.bundle.title;
    document.getElementById('door-place').textContent = view.time(gate.bundle.startsAt, gate.bundle.zone, true) + ' · ' + gate.bundle.venue;
  }
  if (gate.ended && token) {
    ended();
    return;
  }
  showLists();
  showCounts();
  view.scans(local.concat((door && door.scans) || []).slice(0, MOST_ROWS), askUndo);
}

// Two gates let in the same ticket: this one hears of it when it tells.
function clash(result) {
  view.tell(result);
  ring(result.outcome);
}

async function decide(scan) {
  view.show('CHECKING', texts.checking);
  try {
    const result = await gate.scan(scan);
    ring(view.tell(result));
    if (result.alone) {
      local.unshift({ at: new Date().toISOString(), outcome: result.outcome, direction: scan.direction, ticket: result.ticket, gate: scan.gate, waiting: true });
      changed();
    }
  } catch (failed) {
    const out = failed instanceof Refused && [401, 403, 404].includes(failed.status);
    fail(out ? texts.refusedSay : failed instanceof Refused ? texts.failedSay : texts.offlineSay);
  }
}

async function work() {
  if (working) {
    return;
  }
  working = true;
  while (queue.length) {
    await decide(queue.shift());
  }
  working = false;
  countSoon();
}

function take(text) {
  const shown = text.trim();
  if (shown && gate) {
    queue.push({
      qr: shown, gate: gateName.value.trim() || gateName.defaultValue, nonce: nonce(),
      list: listChoice.value || 'main', direction: exitSwitch.getAttribute('aria-pressed') === 'true' ? 'EXIT' : 'ENTRY'
    });
    work();
  }
}

async function count() {
  clearTimeout(soon);
  if (gate && !document.hidden && !gate.ended) {
    await gate.meet();
    if (gate.online && !gate.ended) {
      try {
        door = await gate.ask('?event=' + encodeURIComponent(gate.event));
        view.doubles(door.doubles, askUndo);
      } catch (failed) {
        // the next count may succeed
      }
      changed();
    }
  }
  soon = setTimeout(count, gate && gate.online ? COUNT_MILLIS : AGAIN_MILLIS);
}

function countSoon() {
  clearTimeout(soon);
  soon = setTimeout(count, 300);
}

function askUndo(scan) {
  undoDialog.dataset.scan = scan.scan;
  undoDialog.querySelector('.undo-what').textContent = [DoorView.grouped(scan.ticket), scan.gate].filter(Boolean).join(' · ');
  undoDialog.returnValue = '';
  undoDialog.showModal();
}

undoDialog.addEventListener('close', async () => {
  const reason = document.getElementById('undo-reason');
  if (undoDialog.returnValue === 'undo' && reason.value.trim()) {
    try {
      await gate.ask('/' + undoDialog.dataset.scan + '/undo', { event: gate.event, reason: reason.value.trim(), nonce: nonce() });
      view.show('READY', texts.undone, texts.readySay);
      gate.heard = 0;
    } catch (failed) {
      fail(texts.undoFailed);
    }
    reason.value = '';
    countSoon();
  }
  listen();
});
undoDialog.querySelector('[value=cancel]').addEventListener('click', () => undoDialog.close('cancel'));

function listen() {
  if (finePointer && !undoDialog.open) {
    code.focus({ preventScroll: true });
  }
}

document.getElementById('scan-form').addEventListener('submit', (event) => {
  event.preventDefault();
  take(code.value);
  code.value = '';
  listen();
});

// A hand scanner types wherever the focus is, so keys that nobody wants go to the field, and its Enter sends what it typed.
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest && event.target.closest('input, select, textarea, dialog');
  if (typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key.length === 1 && event.key !== ' ') {
    code.focus();
  } else if (event.key === 'Enter' && code.value) {
    event.preventDefault();
    take(code.value);
    code.value = '';
  }
});
document.addEventListener('click', (event) => {
  if (!event.target.closest('input, select, textarea, button, a, summary, label, dialog')) {
    listen();
  }
});

function press(button, name, on) {
  button.setAttribute('aria-pressed', String(on));
  if (name) {
    remember(name, on ? 'on' : 'off');
  }
  listen();
}

sound.addEventListener('click', () => press(sound, 'sound', sound.getAttribute('aria-pressed') !== 'true'));
exitSwitch.addEventListener('click', () => press(exitSwitch, null, exitSwitch.getAttribute('aria-pressed') !== 'true'));
gateName.addEventListener('change', () => remember('gate', gateName.value.trim()));
listChoice.addEventListener('change', () => {
  remember('list-' + gate.event, listChoice.value);
  showCounts();
  listen();
});

function cameraIs(on) {
  video.hidden = !on;
  cameraButton.querySelector('span').textContent = on ? texts.cameraStop : texts.cameraStart;
}

cameraButton.addEventListener('click', async () => {
  const denied = document.getElementById('scan-camera-denied');
  denied.hidden = true;
  listen();
  if (stopCamera) {
    stopCamera();
    stopCamera = null;
    cameraIs(false);
    return;
  }
  cameraIs(true);
  try {
    stopCamera = await window.encoreDoorCamera.start(video, texts.decoder, take);
  } catch (refused) {
    cameraIs(false);
    denied.hidden = false;
  }
});

function start(event, name) {
  gate = new Gate(event, token, changed, clash);
  texts.event = event;
  page.hidden = false;
  if (name && remembered('gate', '') === '') {
    gateName.value = name;
  }
  gate.open().then(count);
  listen();
}

function ended() {
  leave();
  gate = null;
  page.hidden = true;
  document.getElementById('door-enrol').hidden = false;
  document.getElementById('door-ended').hidden = false;
}

// On an installed device: who am I, or who shall I be?
async function asDevice() {
  const invited = /^#enrol=([\w-]{20,})$/.exec(window.location.hash);
  const refusal = document.getElementById('door-refused');
  let enrolled = await device();
  if (invited) {
    window.history.replaceState(null, '', window.location.pathname);
    try {
      enrolled = await enrol(invited[1]);
    } catch (failed) {
      refusal.hidden = false;
    }
  }
  document.getElementById('door-enrol').hidden = Boolean(enrolled);
  if (enrolled) {
    token = enrolled.token;
    document.getElementById('door-name').textContent = enrolled.name;
    start(enrolled.event, enrolled.name);
  }
}

gateName.value = remembered('gate', gateName.value);
sound.setAttribute('aria-pressed', String(remembered('sound', 'on') === 'on'));
window.addEventListener('online', () => { if (gate) { gate.online = true; countSoon(); } });
window.addEventListener('offline', () => { if (gate) { gate.line(false); } });
if (texts.event) {
  start(texts.event);
} else {
  asDevice();
}
