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

  // How far the device's clock is behind the server's, as seen when the timer was first met.
  function skew(timer) {
    if (timer.encoreSkew === undefined) {
      var now = Date.parse(timer.dataset.countdownNow);
      timer.encoreSkew = isNaN(now) ? 0 : now - Date.now();
    }
    return timer.encoreSkew;
  }

  function tick() {
    document.querySelectorAll('[data-countdown]').forEach(function (timer) {
      var left = (Date.parse(timer.dataset.countdown) - Date.now() - skew(timer)) / 1000;
      if (isNaN(left) || timer.classList.contains('countdown-over')) {
        return;
      }
      timer.classList.toggle('countdown-soon', left < 60);
      if (left > 0) {
        timer.textContent = leftText(left);
        return;
      }
      timer.textContent = timer.dataset.countdownOver;
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
    tick();
    window.setInterval(tick, 1000);
  }
})();
