// Looks again, quietly, while a document is being prepared.
(function () {
  'use strict';

  var PAUSE_MS = 3000;
  var looks = 40;

  function waiting() {
    return document.querySelectorAll('.ticket-document[data-ready="false"]');
  }

  function replace(fresh) {
    waiting().forEach(function (old) {
      var order = old.closest('.ticket-order').id;
      var found = fresh.querySelector('#' + CSS.escape(order) + ' .ticket-document[data-ready="true"]');
      if (found) {
        old.replaceChildren.apply(old, Array.from(found.childNodes));
        old.dataset.ready = 'true';
      }
    });
  }

  function look() {
    looks -= 1;
    fetch(window.location.href, { credentials: 'same-origin' })
      .then(function (answer) { return answer.ok ? answer.text() : ''; })
      .then(function (page) { replace(new DOMParser().parseFromString(page, 'text/html')); })
      .catch(function () { /* the next look may succeed */ })
      .then(later);
  }

  function later() {
    if (looks > 0 && waiting().length > 0) {
      window.setTimeout(look, PAUSE_MS);
    }
  }

  later();
})();
