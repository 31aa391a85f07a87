// The waiting room: enters, asks where one stands as often as the server says, and goes to the tickets when called.
(function () {
  'use strict';

  var page = document.querySelector('[data-queue]');
  if (!page) {
    return;
  }
  var texts = page.dataset;
  var language = document.documentElement.lang;
  var number = new Intl.NumberFormat(language);
  var title = document.title;
  var failures = 0;
  var timer = 0;

  function part(name) {
    return page.querySelector('[data-' + name + ']');
  }

  function write(name, text) {
    var element = part(name);
    if (element && element.textContent !== text) {
      element.textContent = text;
    }
  }

  function luck() {
    var bytes = new Uint8Array(16);
    window.crypto.getRandomValues(bytes);
    return Array.prototype.map.call(bytes, function (byte) { return ('0' + byte.toString(16)).slice(-2); }).join('');
  }

  function enter(button) {
    button.disabled = true;
    fetch(texts.luck, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'queue' },
      body: JSON.stringify({ luck: luck() })
    }).then(function (answer) {
      if (answer.status === 401) {
        window.location.assign(texts.signIn);
      } else if (answer.ok) {
        window.location.reload();
      } else {
        return answer.json().then(function (problem) { throw new Error(problem.title); });
      }
      return null;
    }).catch(function (problem) {
      button.disabled = false;
      write('note', problem instanceof TypeError ? texts.offline : problem.message || texts.refused);
    });
  }

  function time(seconds) {
    if (seconds < 0) {
      return texts.unknown;
    }
    if (seconds < 60) {
      return texts.minute;
    }
    if (seconds < 5400) {
      return texts.minutes.replace('{0}', number.format(Math.round(seconds / 60)));
    }
    return texts.hours.replace('{0}', number.format(Math.round(seconds / 360) / 10));
  }

  // How far one has come since this browser began to wait.
  function progress(ahead) {
    var key = 'encore-queue-' + texts.queue;
    var most = ahead;
    try {
      most = Math.max(ahead, Number(window.sessionStorage.getItem(key)) || 0);
      window.sessionStorage.setItem(key, String(most));
    } catch (refused) {
      // The bar then begins anew with each visit.
    }
    return most > 0 ? Math.round(100 * (1 - ahead / most)) : 100;
  }

  function bar(percent) {
    part('bar').style.width = Math.max(3, percent) + '%';
    part('bar').parentNode.setAttribute('aria-valuenow', String(percent));
  }

  function note(now) {
    var says = part('note').dataset;
    return now.paused ? says.paused : now.tickets === 'GONE' ? says.gone : now.tickets === 'ALL_HELD' ? says.held : '';
  }

  function show(now) {
    texts.live = 'true';
    write('queue-length', number.format(now.queue || 0));
    write('rate', number.format(now.perMinute || 0));
    if (now.state === 'WAITING') {
      write('head', texts.place);
      write('number', number.format(now.place));
      write('ahead', number.format(now.ahead));
      write('estimate', time(now.seconds));
      bar(progress(now.ahead));
      document.title = number.format(now.place) + ' · ' + title;
    } else {
      write('number', now.state === 'GATHERING' ? clock(now.seconds) : '…');
      write('head', now.state === 'GATHERING' ? texts.drawIn : texts.drawing);
      write('ahead', '–');
      write('estimate', now.state === 'GATHERING' ? time(now.seconds) : texts.unknown);
    }
    write('note', note(now));
  }

  function clock(seconds) {
    var minutes = Math.floor(seconds / 60);
    return minutes + ':' + ('0' + Math.floor(seconds % 60)).slice(-2);
  }

  // The admission stays with the account: the pages of the event know it.
  function called() {
    document.title = texts.called + ' · ' + title;
    if (navigator.vibrate) {
      navigator.vibrate([200, 100, 200]);
    }
    return fetch(texts.luck, { credentials: 'same-origin' }).then(function (answer) { return answer.json(); }).then(function (seen) {
      var admitted = seen.mine && seen.mine.admission;
      if (admitted) {
        window.location.assign(texts.tickets);
      } else {
        window.location.reload();
      }
    });
  }

  function later(millis) {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, millis);
  }

  function ask() {
    fetch(texts.poll, { credentials: 'omit' }).then(function (answer) { return answer.json(); }).then(function (now) {
      failures = 0;
      if (now.state === 'CALLED') {
        return called();
      }
      if (now.state === 'CLOSED' || now.state === 'UNKNOWN') {
        later(now.pollMillis || 5000);
        return null;
      }
      show(now);
      later(now.pollMillis);
      return null;
    }).catch(function () {
      failures += 1;
      write('note', texts.offline);
      later(Math.min(60000, 2000 * Math.pow(2, failures)) * (0.7 + 0.6 * Math.random()));
    });
  }

  var button = part('enter');
  if (button) {
    button.addEventListener('click', function () { enter(button); });
  }
  if (texts.state === 'WAITING' && texts.poll) {
    ask();
    // A telephone that slept asks at once.
    document.addEventListener('visibilitychange', function () {
      if (!document.hidden) {
        later(Math.round(500 * Math.random()));
      }
    });
  }
})();
