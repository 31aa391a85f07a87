// Organizers see where every seat stands, and take seats out of the sale.
(function () {
  'use strict';

  var root = document.getElementById('seat-block');
  if (!root) {
    return;
  }

  var texts = root.dataset;
  var svg = document.getElementById('seat-map');
  var say = document.getElementById('seat-say');
  var address = '/api/v1/studio/events/' + encodeURIComponent(texts.slug) + '/seating';
  var names = {};
  var drawn;
  var map;
  var marked = [];
  var last = null;

  texts.states.split('|').forEach(function (pair) { names[pair.charAt(0)] = pair.substr(2); });

  function words(one) {
    var template = one.row ? texts.words : texts.wordsTable;
    var values = one.row ? [one.name, one.row, one.number] : [one.name, one.number];
    return template.replace(/\{(\d)\}/g, function (all, index) { return values[index]; });
  }

  function show(one) {
    var picked = marked.indexOf(one) >= 0;
    one.element.setAttribute('class', 'seat seat-state-' + one.state + (picked ? ' seat-marked' : ''));
    one.element.setAttribute('aria-checked', picked);
    one.element.setAttribute('aria-label', words(one) + ', ' + names[one.state]);
  }

  function states(letters) {
    var count = { F: 0, H: 0, S: 0, B: 0 };
    drawn.seats.forEach(function (one) {
      one.state = letters.charAt(one.place) || 'F';
      count[one.state] += 1;
      show(one);
    });
    root.querySelectorAll('[data-count]').forEach(function (place) { place.textContent = count[place.dataset.count].toLocaleString(); });
    root.dataset.ready = 'true';
  }

  function toggle(one, range) {
    if (range && last) {
      drawn.seats.slice(Math.min(last.place, one.place), Math.max(last.place, one.place) + 1).forEach(function (between) {
        if (marked.indexOf(between) < 0) {
          marked.push(between);
        }
        show(between);
      });
    } else if (marked.indexOf(one) >= 0) {
      marked.splice(marked.indexOf(one), 1);
    } else {
      marked.push(one);
    }
    last = one;
    show(one);
    say.dataset.kind = '';
    say.textContent = texts.marked.replace('{0}', marked.length);
  }

  function call(method, path, body) {
    return fetch(address + path, { method: method, headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'Accept-Language': document.documentElement.lang, 'X-Requested-With': 'encore' }, body: body }).then(function (answer) {
      return answer.json().then(function (json) {
        if (!answer.ok) {
          throw new Error(json.title);
        }
        return json;
      });
    });
  }

  function seatOf(target) {
    var element = target.closest('.seat');
    return element ? drawn.seats[element.dataset.place] : null;
  }

  function focusOn(one) {
    drawn.seats.forEach(function (other) { other.element.setAttribute('tabindex', other === one ? 0 : -1); });
    map.reveal(one.x, one.y);
    one.element.focus({ preventScroll: true });
  }

  root.querySelectorAll('[data-block]').forEach(function (button) {
    button.addEventListener('click', function () {
      var seats = marked.map(function (one) { return one.label; });
      if (!seats.length) {
        return;
      }
      call('POST', '/blocks', JSON.stringify({ seats: seats, blocked: button.dataset.block === 'true' })).then(function (now) {
        marked = [];
        states(now.states);
        say.textContent = texts.done.replace('{0}', seats.length);
        say.dataset.kind = 'good';
      }).catch(function (error) {
        say.textContent = error.message;
        say.dataset.kind = 'bad';
      });
    });
  });

  call('GET', '/plan').then(function (plan) {
    drawn = window.EncoreSeats.draw(svg, plan);
    drawn.seats.forEach(function (one, index) {
      one.element.setAttribute('role', 'checkbox');
      one.element.setAttribute('tabindex', index ? -1 : 0);
      one.element.dataset.place = one.place;
      one.element.dataset.label = one.label;
    });
    map = window.EncoreSeats.view(svg, plan.width, plan.height);
    window.EncoreSeats.buttons(root, map);
    svg.addEventListener('click', function (event) {
      var one = seatOf(event.target);
      if (one && !map.dragged()) {
        toggle(one, event.shiftKey);
      }
    });
    svg.addEventListener('keydown', function (event) {
      var one = seatOf(event.target);
      var step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      var next = one && step ? window.EncoreSeats.neighbour(drawn.seats, one, step[0], step[1]) : null;
      if (next) {
        focusOn(next);
      } else if (one && (event.key === ' ' || event.key === 'Enter')) {
        toggle(one, event.shiftKey);
      } else {
        return;
      }
      event.preventDefault();
    });
    return call('GET', '/states').then(function (now) { states(now.states); });
  }).catch(function () {
    say.textContent = texts.failed;
    say.dataset.kind = 'bad';
  });
})();
