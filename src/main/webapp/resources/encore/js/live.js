// Figures that come again every few seconds, until somebody pauses them or looks elsewhere.
(function () {
  'use strict';

  var place = document.querySelector('[data-live]');
  if (!place) {
    return;
  }
  var button = document.querySelector('[data-live-pause]');
  var every = Number(place.dataset.liveEvery);
  var paused = false;
  var failures = 0;

  function later() {
    window.setTimeout(refresh, every * Math.min(10, 1 + failures));
  }

  function show(text) {
    var fresh = new DOMParser().parseFromString(text, 'text/html');
    place.querySelectorAll('[data-part]').forEach(function (part) {
      var other = fresh.querySelector('[data-part="' + part.dataset.part + '"]');
      if (other && other.innerHTML !== part.innerHTML) {
        part.replaceChildren.apply(part, Array.prototype.map.call(other.childNodes, function (node) {
          return document.importNode(node, true);
        }));
      }
    });
  }

  function refresh() {
    if (paused || document.hidden) {
      later();
      return;
    }
    fetch(place.dataset.live, { credentials: 'same-origin', headers: { 'X-Requested-With': 'live' } }).then(function (answer) {
      if (!answer.ok || answer.redirected) {
        throw new Error(String(answer.status));
      }
      return answer.text();
    }).then(function (text) {
      failures = 0;
      show(text);
    }).catch(function () {
      failures += 1;
    }).then(later);
  }

  if (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      paused = !paused;
      button.textContent = paused ? button.dataset.liveGo : button.dataset.livePause;
    });
  }
  later();
}());
