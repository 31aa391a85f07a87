// Hears of draws that the fan makes on another device, and lets the server show them on this page: their receipts, the balance, what
// can be drawn next. Listens only while the page is seen, because a browser has few connections for one site.
(function () {
  'use strict';

  var PATIENCE = 60000;
  // A view lives for an hour on the server; the stream comes anew every ten minutes and keeps it.
  var STALE = 50 * 60000;
  var shown = document.querySelector('[data-draw-news]');
  if (!shown || typeof EventSource === 'undefined') {
    return;
  }

  var last = shown.dataset.after;
  var known = {};
  var queue = [];
  var asking = false;
  var leaving = false;
  var stream = null;
  var timer = 0;
  var touched = Date.now();

  function current() {
    return document.querySelector('[data-draw-news]');
  }

  function listen() {
    if (stream || leaving || document.hidden) {
      return;
    }
    stream = new EventSource(shown.dataset.drawNews + '?after=' + encodeURIComponent(last));
    stream.addEventListener('open', function () {
      if (Date.now() - touched < STALE) {
        touched = Date.now();
      }
      document.documentElement.dataset.newsOpen = 'true';
    });
    stream.addEventListener('drawn', function (event) {
      last = event.data;
      if (!known[event.data]) {
        known[event.data] = true;
        queue.push(event.data);
        ask();
      }
    });
    stream.addEventListener('enough', rest);
    stream.addEventListener('error', function () {
      if (stream && stream.readyState === EventSource.CLOSED) {
        rest();
        timer = window.setTimeout(listen, PATIENCE * (1 + Math.random()));
      }
    });
  }

  function rest() {
    window.clearTimeout(timer);
    if (stream) {
      stream.close();
      stream = null;
    }
    delete document.documentElement.dataset.newsOpen;
  }

  function leave() {
    leaving = true;
    rest();
  }

  // One draw after the other: the server renders its receipt, and the reveal plays it.
  function ask() {
    if (asking || leaving || queue.length === 0) {
      return;
    }
    var code = queue.shift();
    if (Date.now() - touched > STALE) {
      leave();
      window.location.assign(shown.dataset.page + encodeURIComponent(code));
      return;
    }
    asking = true;
    window.PrimeFaces.ab({
      s: shown.dataset.source,
      f: shown.dataset.source.split(':')[0],
      p: shown.dataset.source,
      u: shown.dataset.update,
      pa: [{ name: 'code', value: code }],
      onco: function () {
        asking = false;
        touched = Date.now();
        arrived(code);
        ask();
      }
    });
  }

  function arrived(code) {
    var part = current().querySelector('[data-drawn="' + CSS.escape(code) + '"]');
    if (!part) {
      return;
    }
    document.getElementById('news-spoken').textContent = part.querySelector('.notice').textContent.trim();
    var balance = document.querySelector('[data-balance]');
    var header = document.querySelector('.header .balance > span:last-child');
    if (balance && header) {
      header.textContent = balance.dataset.balance;
    }
    document.dispatchEvent(new CustomEvent('encore-drawn', { detail: { part: current(), code: code } }));
  }

  // What this page draws itself comes with its answer.
  document.addEventListener('submit', function (event) {
    if (event.target.id === 'draw') {
      leave();
    }
  }, true);
  document.addEventListener('visibilitychange', function () {
    if (document.hidden) {
      rest();
    } else {
      listen();
    }
  });
  window.addEventListener('pagehide', rest);
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) {
      leaving = false;
      listen();
    }
  });
  listen();
})();
