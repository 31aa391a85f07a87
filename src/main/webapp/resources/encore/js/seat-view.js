// A seat map on the screen: drawn from its plan, moved and zoomed by wheel, fingers, buttons and keys.
window.EncoreSeats = (function () {
  'use strict';

  var SVG = 'http://www.w3.org/2000/svg';
  var RADIUS = 9;
  var MOST_NUMBERED = 4000;

  function make(name, attributes, parent) {
    var element = document.createElementNS(SVG, name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (parent) {
      parent.appendChild(element);
    }
    return element;
  }

  // Ink that can be read on a colour (WCAG relative luminance).
  function inkOn(colour) {
    var parts = [1, 3, 5].map(function (at) {
      var value = parseInt(colour.substr(at, 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] > 0.36 ? '#1b1020' : '#ffffff';
  }

  function turn(thing) {
    return thing.rotation ? 'rotate(' + thing.rotation + ' ' + thing.x + ' ' + thing.y + ')' : '';
  }

  function scenery(things, layer) {
    things.forEach(function (thing) {
      var group = make('g', { 'class': 'seat-scenery seat-scenery-' + thing.kind, transform: turn(thing) }, layer);
      if (thing.kind === 'stage') {
        var w = thing.width / 2;
        var h = thing.height / 2;
        make('path', { d: 'M' + (thing.x - w) + ' ' + (thing.y - h) + 'H' + (thing.x + w) + 'V' + (thing.y + h * 0.4) + 'Q' + thing.x + ' ' + (thing.y + h * 1.6) + ' ' + (thing.x - w) + ' ' + (thing.y + h * 0.4) + 'Z' }, group);
      } else if (thing.kind === 'box') {
        make('rect', { x: thing.x - thing.width / 2, y: thing.y - thing.height / 2, width: thing.width, height: thing.height, rx: 6 }, group);
      }
      if (thing.text) {
        make('text', { x: thing.x, y: thing.y }, group).textContent = thing.text;
      }
    });
  }

  function area(place, category, layer) {
    var group = make('g', { 'class': 'seat-area', transform: turn(place) }, layer);
    make('rect', { x: place.x - place.width / 2, y: place.y - place.height / 2, width: place.width, height: place.height, rx: 14, fill: category.colour }, group);
    var name = make('text', { x: place.x, y: place.y }, group);
    name.textContent = place.name;
    return group;
  }

  function seat(group, one, colour, numbered) {
    var element = make('g', { 'class': 'seat', transform: 'translate(' + one.x + ' ' + one.y + ')' }, group);
    element.style.setProperty('--seat', colour);
    element.style.setProperty('--seat-ink', inkOn(colour));
    make('circle', { r: RADIUS }, element);
    var sign = one.traits & 1 ? '\u267f\ufe0e' : one.traits & 2 ? '+1' : one.number;
    if (numbered || one.traits & 3) {
      make('text', { 'class': one.traits & 3 ? 'seat-sign' : 'seat-number' }, element).textContent = sign;
    }
    if (one.traits & 4) {
      make('path', { 'class': 'seat-view-mark', d: 'M-6.4 6.4L6.4 -6.4' }, element);
    }
    one.element = element;
  }

  // All seats in the order of the plan, each with its element.
  function draw(svg, plan) {
    svg.textContent = '';
    var layer = make('g', { 'class': 'seat-layer' }, svg);
    scenery(plan.scenery, layer);
    var areas = plan.standing.map(function (place) {
      var category = plan.categories[place.category];
      return { place: place, category: category, element: area(place, category, layer) };
    });
    var count = plan.rows.reduce(function (sum, row) { return sum + row.seats.length; }, 0);
    var seats = [];
    plan.rows.forEach(function (row, line) {
      var group = make('g', {}, layer);
      row.seats.forEach(function (raw, index) {
        var one = { place: seats.length, line: line, index: index, block: row.block, name: row.name, row: row.row, number: raw[0], x: raw[1], y: raw[2], category: plan.categories[raw[3]], traits: raw[4] };
        one.label = row.row ? row.block + '-' + row.row + '-' + one.number : row.block + '-' + one.number;
        seat(group, one, one.category.colour, count <= MOST_NUMBERED);
        seats.push(one);
      });
    });
    rowNames(plan, layer);
    return { seats: seats, areas: areas, layer: layer };
  }

  function rowNames(plan, layer) {
    plan.rows.forEach(function (row) {
      if (row.row && row.seats.length > 1) {
        var a = row.seats[0];
        var b = row.seats[1];
        var length = Math.hypot(b[1] - a[1], b[2] - a[2]) || 1;
        make('text', { 'class': 'seat-row', x: a[1] - (b[1] - a[1]) / length * 20, y: a[2] - (b[2] - a[2]) / length * 20 }, layer).textContent = row.row;
      }
    });
  }

  // The seat that the keyboard goes to from one seat: the nearest in the arrow's direction.
  function neighbour(seats, from, dx, dy) {
    var best = null;
    var least = Infinity;
    seats.forEach(function (one) {
      var x = one.x - from.x;
      var y = one.y - from.y;
      var ahead = x * dx + y * dy;
      var aside = Math.abs(x * dy - y * dx);
      if (one !== from && ahead > 2 && aside <= ahead * 1.2) {
        var far = ahead + aside * 2.5;
        if (far < least) {
          least = far;
          best = one;
        }
      }
    });
    return best;
  }

  // Pan and zoom by the view box; options.onDrag may take a drag that begins on something of its own.
  function view(svg, width, height) {
    var box = { x: 0, y: 0, width: width, height: height };
    var home = null;
    var fingers = {};
    var moved = false;

    function show() {
      svg.setAttribute('viewBox', [box.x, box.y, box.width, box.height].map(function (n) { return Math.round(n * 10) / 10; }).join(' '));
      var scale = svg.clientWidth / box.width;
      svg.classList.toggle('seat-close', scale > 0.95);
      svg.style.setProperty('--seat-scale', Math.max(0.2, scale));
    }

    function fit() {
      var ratio = svg.clientWidth && svg.clientHeight ? svg.clientWidth / svg.clientHeight : 1.5;
      var w = Math.max(width, height * ratio);
      box = { x: (width - w) / 2, y: (height - w / ratio) / 2, width: w, height: w / ratio };
      home = box.width;
      show();
    }

    function point(event) {
      var rect = svg.getBoundingClientRect();
      return { x: box.x + (event.clientX - rect.left) / rect.width * box.width, y: box.y + (event.clientY - rect.top) / rect.height * box.height };
    }

    function zoom(factor, at) {
      var middle = at || { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      var w = Math.min(home * 1.6, Math.max(160, box.width / factor));
      var real = w / box.width;
      box = { x: middle.x - (middle.x - box.x) * real, y: middle.y - (middle.y - box.y) * real, width: w, height: box.height * real };
      show();
    }

    function pan(dx, dy) {
      box.x += dx;
      box.y += dy;
      show();
    }

    function reveal(x, y) {
      var margin = Math.min(box.width, box.height) * 0.12;
      box.x = Math.min(Math.max(box.x, x + margin - box.width), x - margin);
      box.y = Math.min(Math.max(box.y, y + margin - box.height), y - margin);
      show();
    }

    svg.addEventListener('wheel', function (event) {
      event.preventDefault();
      zoom(Math.pow(1.0016, -event.deltaY), point(event));
    }, { passive: false });

    svg.addEventListener('pointerdown', function (event) {
      if (event.defaultPrevented) {
        return;
      }
      fingers[event.pointerId] = { x: event.clientX, y: event.clientY };
      moved = Object.keys(fingers).length > 1;
    });

    window.addEventListener('pointermove', function (event) {
      var before = fingers[event.pointerId];
      if (!before) {
        return;
      }
      var ids = Object.keys(fingers);
      var rect = svg.getBoundingClientRect();
      var unit = box.width / rect.width;
      if (ids.length === 2) {
        var other = fingers[ids[0] === String(event.pointerId) ? ids[1] : ids[0]];
        var was = Math.hypot(before.x - other.x, before.y - other.y);
        var is = Math.hypot(event.clientX - other.x, event.clientY - other.y);
        zoom(is / Math.max(1, was), point({ clientX: (event.clientX + other.x) / 2, clientY: (event.clientY + other.y) / 2 }));
        moved = true;
      } else if (moved || Math.hypot(event.clientX - before.x, event.clientY - before.y) > 5) {
        moved = true;
        pan((before.x - event.clientX) * unit, (before.y - event.clientY) * unit);
      } else {
        return;
      }
      fingers[event.pointerId] = { x: event.clientX, y: event.clientY };
    });

    function lift(event) {
      delete fingers[event.pointerId];
    }
    window.addEventListener('pointerup', lift);
    window.addEventListener('pointercancel', lift);
    window.addEventListener('resize', fit);
    fit();
    return { fit: fit, zoom: zoom, pan: pan, point: point, reveal: reveal, size: function (w, h) { width = w; height = h; fit(); }, dragged: function () { return moved; }, scale: function () { return box.width / svg.clientWidth; } };
  }

  // Buttons beside the map: data-zoom in, out, all.
  function buttons(root, map) {
    root.querySelectorAll('[data-zoom]').forEach(function (button) {
      button.addEventListener('click', function () {
        if (button.dataset.zoom === 'all') {
          map.fit();
        } else {
          map.zoom(button.dataset.zoom === 'in' ? 1.5 : 1 / 1.5);
        }
      });
    });
  }

  function bits(base64) {
    var text = atob(base64);
    return function (place) { return (text.charCodeAt(place >> 3) >> (place & 7) & 1) === 1; };
  }

  return { make: make, draw: draw, view: view, buttons: buttons, neighbour: neighbour, bits: bits, inkOn: inkOn, scenery: scenery, radius: RADIUS };
})();
