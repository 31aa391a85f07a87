// What the frame does on every page: theme switch, menus that close, the side navigation, countdowns.
(function () {
  'use strict';

  var root = document.documentElement;
  var prefersDark = window.matchMedia('(prefers-color-scheme: dark)');

  function dark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : prefersDark.matches;
  }

  function showTheme() {
    document.querySelectorAll('[data-theme-switch]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(dark()));
    });
    document.dispatchEvent(new CustomEvent('encore-theme', { detail: { dark: dark() } }));
  }

  function switchTheme() {
    root.dataset.theme = dark() ? 'light' : 'dark';
    try {
      localStorage.setItem('encore-theme', root.dataset.theme);
    } catch (refused) {
      // The choice then lasts for this page.
    }
    showTheme();
  }

  function closeMenus(except) {
    document.querySelectorAll('details.menu[open]').forEach(function (menu) {
      if (menu !== except) {
        menu.open = false;
      }
    });
  }

  function leftText(seconds) {
    var days = Math.floor(seconds / 86400);
    var rest = [Math.floor((seconds % 86400) / 3600), Math.floor((seconds % 3600) / 60), Math.floor(seconds % 60)];
    var parts = seconds < 3600 ? rest.slice(1) : rest;
    var clock = parts.map(function (part, index) {
      return index === 0 ? String(part) : String(part).padStart(2, '0');
    }).join(':');
    return days > 0 ? days + (root.lang === 'ja' ? '日 ' : 'd ') + clock : clock;
  }

  // Clocks of devices are wrong and are set: time passes by a clock that only runs, from what the server said it was.
  var serverAhead = null;

  // When the server said it: for timers of the page itself, as its first byte came, else now.
  var arrived = performance.getEntriesByType('navigation').map(function (entry) { return entry.responseStart; })[0] || 0;

  function serverNow(timer) {
    if (timer.encoreAhead === undefined) {
      var said = Date.parse(timer.dataset.countdownNow);
      timer.encoreAhead = isNaN(said) ? Date.now() - performance.now() : said - (arrived || performance.now());
    }
    return performance.now() + (serverAhead === null ? timer.encoreAhead : serverAhead);
  }

  // A device that slept, or a page taken out of the browser's memory, asks the server what time it is. An answer names
  // whole seconds, so it counts only when it differs by more.
  function askTheTime() {
    var timer = document.querySelector('[data-countdown]');
    if (!timer || document.hidden) {
      return;
    }
    fetch('/ticket.webmanifest', { method: 'HEAD', cache: 'no-store' }).then(function (answer) {
      var said = Date.parse(answer.headers.get('Date'));
      if (!isNaN(said) && Math.abs(said - serverNow(timer)) > 2000) {
        serverAhead = said - performance.now();
        tick();
      }
    }).catch(function () {
      // Without a network the time goes on as before.
    });
  }

  // Screen readers hear politely at some moments; a timer itself is silent.
  var voice = document.createElement('p');
  voice.className = 'visually-hidden';
  voice.setAttribute('role', 'status');
  var MOMENTS = [300, 120, 60, 30];

  function say(timer, text) {
    var label = timer.dataset.countdownLabel;
    voice.textContent = (label ? label + ': ' : '') + text;
  }

  function announce(timer, left) {
    var next = MOMENTS.filter(function (moment) { return left <= moment; }).pop();
    if (next !== undefined && timer.encoreSaid !== undefined && timer.encoreSaid !== next && timer.dataset.countdownMinutes) {
      say(timer, next >= 60 ? timer.dataset.countdownMinutes.replace('{0}', next / 60) : timer.dataset.countdownSeconds.replace('{0}', next));
    }
    timer.encoreSaid = next === undefined ? 0 : next;
  }

  function tick() {
    document.querySelectorAll('[data-countdown]').forEach(function (timer) {
      var left = (Date.parse(timer.dataset.countdown) - serverNow(timer)) / 1000;
      if (isNaN(left) || timer.classList.contains('countdown-over')) {
        return;
      }
      timer.classList.toggle('countdown-soon', left < 60);
      if (left > 0) {
        timer.textContent = leftText(left);
        announce(timer, left);
        return;
      }
      timer.textContent = timer.dataset.countdownOver;
      say(timer, timer.dataset.countdownOver);
      timer.classList.add('countdown-over');
      if (timer.dataset.countdownReload === 'true') {
        window.setTimeout(function () { window.location.reload(); }, 1500);
      }
    });
  }

  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-theme-switch]')) {
      switchTheme();
    }
    closeMenus(event.target.closest('details.menu'));
  });
  document.addEventListener('keydown', function (event) {
    var menu = event.key === 'Escape' && document.querySelector('details.menu[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  prefersDark.addEventListener('change', showTheme);

  var wide = window.matchMedia('(min-width: 64rem)');
  function unfold() {
    document.querySelectorAll('details[data-open-wide]').forEach(function (side) {
      side.open = wide.matches;
      side.dataset.ready = '';
    });
  }
  wide.addEventListener('change', unfold);

  // A chart's canvas stands inside an element that names it; alone it would be a picture without a name.
  document.querySelectorAll('[role="img"] canvas[role="img"]').forEach(function (canvas) { canvas.setAttribute('role', 'presentation'); });

  unfold();
  showTheme();
  if (document.querySelector('[data-countdown]')) {
    document.body.appendChild(voice);
    tick();
    arrived = 0;
    window.setInterval(tick, 1000);
    document.addEventListener('visibilitychange', askTheTime);
    window.addEventListener('pageshow', function (event) {
      if (event.persisted) {
        askTheTime();
      }
    });
  }
})();
