// The door: takes codes from camera, hand scanner and keyboard, asks the server once per scan, and shows the verdict.
(function () {
  'use strict';

  var page = document.getElementById('scanner');
  if (!page) {
    return;
  }

  var ADDRESS = '/api/v1/check-ins';
  var ANSWER_MS = 6000;
  var TRIES = 8;
  var COUNT_MS = 5000;
  var ICONS = { READY: 'scan', CHECKING: 'refresh', OFFLINE: 'warning', FAILED: 'warning', VALID: 'check', ALREADY_USED: 'clock', WRONG_EVENT: 'external', CANCELLED: 'trash', UNKNOWN: 'cross' };
  var texts = page.dataset;
  var language = document.documentElement.lang;
  var verdict = document.getElementById('verdict');
  var code = document.getElementById('scan-code');
  var gate = document.getElementById('scan-gate');
  var sound = document.getElementById('scan-sound');
  var cameraButton = document.getElementById('scan-camera');
  var video = document.getElementById('scan-video');
  var finePointer = window.matchMedia('(pointer: fine)').matches;
  var outcomes = {};
  var queue = [];
  var working = false;
  var stopCamera = null;
  var soon = null;

  page.querySelectorAll('[data-outcome]').forEach(function (told) {
    outcomes[told.dataset.outcome] = { title: told.dataset.title, say: told.dataset.say };
  });

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
    if (crypto.randomUUID) {
      return crypto.randomUUID();
    }
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), function (byte) { return byte.toString(16).padStart(2, '0'); }).join('');
  }

  function time(instant, zone, withDay) {
    var form = withDay ? { dateStyle: 'medium', timeStyle: 'short' } : { timeStyle: 'medium' };
    form.timeZone = zone;
    form.hourCycle = 'h23';
    return new Intl.DateTimeFormat(language, form).format(new Date(instant));
  }

  function grouped(ticket) {
    return ticket ? ticket.replace(/(.{4})(?=.)/g, '$1\u00a0') : '';
  }

  function icon(name) {
    var picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    picture.setAttribute('class', 'icon');
    picture.setAttribute('viewBox', '0 0 24 24');
    picture.setAttribute('aria-hidden', 'true');
    var use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', texts.icons + '#' + name);
    picture.appendChild(use);
    return picture;
  }

  function show(name, title, say, detail, more) {
    verdict.dataset.verdict = name;
    verdict.querySelector('use').setAttribute('href', texts.icons + '#' + ICONS[name]);
    verdict.querySelector('.verdict-title').textContent = title;
    verdict.querySelector('.verdict-say').textContent = say || '';
    verdict.querySelector('.verdict-detail').textContent = detail || '';
    verdict.querySelector('.verdict-more').textContent = more || '';
    verdict.classList.remove('verdict-fresh');
    void verdict.offsetWidth;
    verdict.classList.add('verdict-fresh');
  }

  function announce(name, title, say, detail, more) {
    show(name, title, say, detail, more);
    if (sound.getAttribute('aria-pressed') === 'true') {
      window.encoreDoorSound.play(name);
    }
  }

  function tell(result) {
    var words = outcomes[result.outcome];
    var person = [result.type, grouped(result.ticket)].filter(Boolean).join(' · ');
    if (result.outcome === 'ALREADY_USED') {
      var longAgo = Date.now() - Date.parse(result.usedAt) > 43200000;
      var where = texts.usedAt.replace('{gate}', result.usedGate).replace('{time}', time(result.usedAt, texts.zone, longAgo));
      announce(result.outcome, words.title, words.say, where, [result.holder, person].join(' · '));
    } else if (result.outcome === 'WRONG_EVENT') {
      announce(result.outcome, words.title, words.say, result.otherEvent, time(result.otherStartsAt, result.otherZone, true));
    } else {
      announce(result.outcome, words.title, words.say, result.holder, person);
    }
  }

  function wait(milliseconds) {
    return new Promise(function (done) { window.setTimeout(done, milliseconds); });
  }

  function post(scan) {
    var leaving = new AbortController();
    var timer = window.setTimeout(function () { leaving.abort(); }, ANSWER_MS);
    return fetch(ADDRESS, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Accept': 'application/json', 'X-Requested-With': 'encore-door' },
      body: JSON.stringify(scan),
      signal: leaving.signal
    }).finally(function () { window.clearTimeout(timer); });
  }

  function passing(status) {
    return status >= 500 || status === 409 || status === 429;
  }

  // The nonce stays the same over all tries, so that an answer that got lost on its way is heard again.
  function ask(scan, attempt) {
    return post(scan).catch(function () { return null; }).then(function (answer) {
      if (answer && answer.ok) {
        return answer.json().then(tell);
      }
      if (answer && !passing(answer.status)) {
        var signedOut = answer.status === 401 || answer.status === 403 || answer.status === 404;
        return announce('FAILED', texts.failed, signedOut ? texts.refusedSay : texts.failedSay);
      }
      if (attempt >= TRIES) {
        return announce('FAILED', texts.failed, texts.failedSay);
      }
      show('OFFLINE', texts.offline, texts.offlineSay);
      return wait(Math.min(8000, 400 * Math.pow(2, attempt))).then(function () { return ask(scan, attempt + 1); });
    });
  }

  function work() {
    if (working || queue.length === 0) {
      return;
    }
    working = true;
    var scan = queue.shift();
    show('CHECKING', texts.checking);
    ask(scan, 1).catch(function () { announce('FAILED', texts.failed, texts.failedSay); }).then(function () {
      working = false;
      countSoon();
      work();
    });
  }

  function take(text) {
    var shown = text.trim();
    if (shown) {
      queue.push({ qr: shown, gate: gate.value.trim() || gate.defaultValue, nonce: nonce(), event: texts.event });
      work();
    }
  }

  function row(scan) {
    var line = document.createElement('tr');
    [time(scan.at, texts.zone), null, scan.holder || '', grouped(scan.ticket), scan.gate].forEach(function (text) {
      var cell = document.createElement('td');
      if (text === null) {
        cell.className = 'scan-result scan-result-' + scan.outcome;
        cell.appendChild(icon(ICONS[scan.outcome]));
        cell.appendChild(document.createTextNode(outcomes[scan.outcome].title));
      } else {
        cell.textContent = text;
      }
      line.appendChild(cell);
    });
    return line;
  }

  function showDoor(door) {
    var numbers = new Intl.NumberFormat(language);
    document.getElementById('scan-count').textContent =
      texts.of.replace('{admitted}', numbers.format(door.admitted)).replace('{expected}', numbers.format(door.expected));
    var progress = document.getElementById('scan-progress');
    progress.max = Math.max(1, door.expected);
    progress.value = door.admitted;
    var table = document.getElementById('scan-table');
    table.hidden = door.scans.length === 0;
    document.getElementById('scan-none').hidden = door.scans.length > 0;
    var body = table.querySelector('tbody');
    body.replaceChildren.apply(body, door.scans.map(row));
  }

  function count() {
    window.clearTimeout(soon);
    var next = function () { soon = window.setTimeout(count, COUNT_MS); };
    if (document.hidden) {
      next();
      return;
    }
    fetch(ADDRESS + '?event=' + encodeURIComponent(texts.event), { credentials: 'same-origin', headers: { 'Accept': 'application/json' } })
      .then(function (answer) { return answer.ok ? answer.json().then(showDoor) : null; })
      .catch(function () { /* the next count may succeed */ })
      .then(next);
  }

  function countSoon() {
    window.clearTimeout(soon);
    soon = window.setTimeout(count, 300);
  }

  function listen() {
    if (finePointer) {
      code.focus({ preventScroll: true });
    }
  }

  document.getElementById('scan-form').addEventListener('submit', function (event) {
    event.preventDefault();
    take(code.value);
    code.value = '';
    listen();
  });

  // A hand scanner types wherever the focus is, so keys that nobody wants go to the field.
  document.addEventListener('keydown', function (event) {
    var typing = event.target.closest && event.target.closest('input, select, textarea');
    if (!typing && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      code.focus();
    }
  });
  document.addEventListener('click', function (event) {
    if (!event.target.closest('input, select, textarea, button, a, summary, label')) {
      listen();
    }
  });

  sound.addEventListener('click', function () {
    var on = sound.getAttribute('aria-pressed') !== 'true';
    sound.setAttribute('aria-pressed', String(on));
    remember('sound', on ? 'on' : 'off');
    listen();
  });
  gate.addEventListener('change', function () { remember('gate', gate.value.trim()); });

  function cameraIs(on) {
    video.hidden = !on;
    cameraButton.querySelector('span').textContent = on ? texts.cameraStop : texts.cameraStart;
  }

  cameraButton.addEventListener('click', function () {
    var denied = document.getElementById('scan-camera-denied');
    denied.hidden = true;
    listen();
    if (stopCamera) {
      stopCamera();
      stopCamera = null;
      cameraIs(false);
      return;
    }
    cameraIs(true);
    window.encoreDoorCamera.start(video, texts.decoder, take).then(
      function (stop) { stopCamera = stop; },
      function () {
        cameraIs(false);
        denied.hidden = false;
      });
  });

  gate.value = remembered('gate', gate.value);
  sound.setAttribute('aria-pressed', String(remembered('sound', 'on') === 'on'));
  listen();
  count();
})();
