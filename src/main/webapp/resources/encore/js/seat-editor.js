// Organizers draw the map of a hall. The document is the truth: every change makes a new one, draws it, and can be undone.
(function () {
  'use strict';

  var root = document.getElementById('seat-editor');
  if (!root) {
    return;
  }

  var make = window.EncoreSeats.make;
  var shape = window.EncoreSeatShape;
  var texts = root.dataset;
  var svg = document.getElementById('seat-map');
  var say = document.getElementById('seat-say');
  var form = document.getElementById('seat-form');
  var name = document.getElementById('seat-name');
  var address = '/api/v1/studio/seat-maps/' + texts.code;
  var version = Number(texts.version);
  var doc = JSON.parse(document.getElementById('seat-document').textContent);
  var past = [];
  var future = [];
  var chosen = null;
  var marked = {};
  var map = window.EncoreSeats.view(svg, doc.width, doc.height);
  var dirty = false;

  function tell(text, kind) {
    say.textContent = text;
    say.dataset.kind = kind || '';
  }

  function things() {
    return { block: doc.blocks, scenery: doc.scenery };
  }

  function current() {
    return chosen ? things()[chosen.list][chosen.index] : null;
  }

  // Every edit goes through here.
  function edit(work) {
    past.push(JSON.stringify(doc));
    if (past.length > 200) {
      past.shift();
    }
    future = [];
    work();
    dirty = true;
    draw();
  }

  function step(from, to) {
    if (from.length) {
      to.push(JSON.stringify(doc));
      doc = JSON.parse(from.pop());
      if (!current()) {
        chosen = null;
      }
      marked = {};
      dirty = true;
      draw();
      properties();
    }
  }

  function colour(code) {
    var found = doc.categories.find(function (one) { return one.code === code; });
    return found ? found.colour : '#888888';
  }

  function drawSeat(group, one, index, isMarked) {
    var element = make('g', { 'class': 'seat' + (one.missing ? ' seat-missing' : '') + (isMarked ? ' seat-marked' : ''), transform: 'translate(' + one.x + ' ' + one.y + ')' }, group);
    element.dataset.seat = index;
    element.style.setProperty('--seat', colour(one.category));
    element.style.setProperty('--seat-ink', window.EncoreSeats.inkOn(colour(one.category)));
    make('circle', { r: window.EncoreSeats.radius }, element);
    make('text', { 'class': one.kind === 'ordinary' ? 'seat-number' : 'seat-sign' }, element).textContent = one.kind === 'accessible' ? '\u267f\ufe0e' : one.kind === 'companion' ? '+1' : one.number;
    if (one.obstructed) {
      make('path', { 'class': 'seat-view-mark', d: 'M-6.4 6.4L6.4 -6.4' }, element);
    }
  }

  function bounds(seats) {
    var xs = seats.map(function (one) { return one.x; });
    var ys = seats.map(function (one) { return one.y; });
    return { x: Math.min.apply(null, xs) - 16, y: Math.min.apply(null, ys) - 16, width: Math.max.apply(null, xs) - Math.min.apply(null, xs) + 32, height: Math.max.apply(null, ys) - Math.min.apply(null, ys) + 32 };
  }

  function drawBlock(block, index) {
    var isChosen = chosen && chosen.list === 'block' && chosen.index === index;
    var group = make('g', { 'class': 'seat-block-shape' + (isChosen ? ' seat-chosen' : ''), tabindex: 0, role: 'button', 'aria-label': block.name + ', ' + texts['kind' + block.kind] }, svg.firstChild);
    group.dataset.list = 'block';
    group.dataset.index = index;
    if (block.kind === 'standing') {
      var turn = block.rotation ? 'rotate(' + block.rotation + ' ' + block.x + ' ' + block.y + ')' : '';
      var area = make('g', { 'class': 'seat-area', transform: turn }, group);
      make('rect', { 'class': 'seat-hit', x: block.x - block.width / 2, y: block.y - block.height / 2, width: block.width, height: block.height, rx: 14, style: 'fill:' + colour(block.category) + ';fill-opacity:.3' }, area);
      make('text', { x: block.x, y: block.y }, area).textContent = block.name + ' \u00b7 ' + block.capacity;
      return;
    }
    var seats = shape.seats(block);
    if (seats.length) {
      var box = bounds(seats);
      make('rect', Object.assign({ 'class': 'seat-hit', rx: 12 }, box), group);
      make('text', { 'class': 'seat-title', x: box.x + box.width / 2, y: box.y - 12 }, group).textContent = block.name;
    }
    if (block.kind === 'table') {
      var top = block['long'] ? make('rect', { x: block.x - block.seats * 6.5, y: block.y - 12, width: block.seats * 13, height: 24, rx: 6, transform: 'rotate(' + (block.rotation || 0) + ' ' + block.x + ' ' + block.y + ')' }, group)
        : make('circle', { cx: block.x, cy: block.y, r: shape.tableRadius(block.seats) - 12 }, group);
      top.setAttribute('class', 'seat-table');
    }
    seats.forEach(function (one, at) { drawSeat(group, one, at, isChosen && marked[at]); });
  }

  function draw() {
    var active = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset : {};
    var again = svg.contains(document.activeElement) ? '[data-list="' + active.list + '"][data-index="' + active.index + '"]' : null;
    svg.textContent = '';
    var layer = make('g', {}, svg);
    make('rect', { 'class': 'seat-paper', x: 0, y: 0, width: doc.width, height: doc.height, rx: 18 }, layer);
    window.EncoreSeats.scenery(doc.scenery, layer);
    layer.querySelectorAll('.seat-scenery').forEach(function (group, index) {
      var thing = doc.scenery[index];
      make('rect', { 'class': 'seat-hit', x: thing.x - thing.width / 2, y: thing.y - thing.height / 2, width: thing.width, height: thing.height, style: 'fill:transparent' }, group);
      group.dataset.list = 'scenery';
      group.dataset.index = index;
      group.setAttribute('tabindex', 0);
      group.setAttribute('role', 'button');
      group.setAttribute('aria-label', (thing.text ? thing.text + ', ' : '') + texts['kind' + thing.kind]);
      group.classList.toggle('seat-chosen', !!chosen && chosen.list === 'scenery' && chosen.index === index);
    });
    doc.blocks.forEach(drawBlock);
    count();
    if (again && svg.querySelector(again)) {
      svg.querySelector(again).focus({ preventScroll: true });
    }
  }

  function count() {
    var seats = 0;
    var standing = 0;
    doc.blocks.forEach(function (block) {
      standing += block.kind === 'standing' ? block.capacity : 0;
      seats += shape.seats(block).filter(function (one) { return !one.missing; }).length;
    });
    document.getElementById('seat-count').textContent = texts.count.replace('{0}', seats.toLocaleString()).replace('{1}', standing.toLocaleString());
  }

  function choose(list, index) {
    if (!chosen || chosen.list !== list || chosen.index !== index) {
      marked = {};
    }
    chosen = list === null ? null : { list: list, index: index };
    draw();
    properties();
  }

  function freeCode(letter) {
    for (var n = 1; ; n += 1) {
      var code = letter + n;
      if (!doc.blocks.some(function (block) { return block.code === code; })) {
        return code;
      }
    }
  }

  var CENTRE = function () { return map.point({ clientX: svg.getBoundingClientRect().left + svg.clientWidth / 2, clientY: svg.getBoundingClientRect().top + svg.clientHeight / 2 }); };

  var NEW = {
    rows: function (at) { return { kind: 'rows', code: freeCode('R'), x: at.x, y: at.y, rotation: 0, rowSeats: [12, 12, 12, 12, 12], seatGap: 24, rowGap: 30, curve: 0, align: 'centre', aisles: [], rowNames: { scheme: 'letters', first: 1, reversed: false }, seatNumbers: { scheme: 'numbers', first: 1, reversed: false }, changes: [] }; },
    curved: function (at) { return Object.assign(NEW.rows(at), { curve: 50, rowSeats: [14, 16, 18, 20, 22] }); },
    table: function (at) { return { kind: 'table', code: freeCode('T'), x: at.x, y: at.y, rotation: 0, 'long': false, seats: 8, seatNumbers: { scheme: 'numbers', first: 1, reversed: false }, changes: [] }; },
    standing: function (at) { return { kind: 'standing', code: freeCode('S'), x: at.x, y: at.y, width: 360, height: 160, rotation: 0, capacity: 200 }; }
  };

  function categoryFor(kind) {
    var fits = doc.categories.find(function (category) {
      return doc.blocks.every(function (block) { return block.category !== category.code || (block.kind === 'standing') === (kind === 'standing'); });
    });
    if (fits) {
      return fits.code;
    }
    return addCategory().code;
  }

  function addCategory() {
    var colours = ['#c71d5c', '#2159c4', '#1c7c45', '#9a5b00', '#7a35c9', '#0b7285', '#b3400f', '#5d5166'];
    var letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').find(function (one) { return !doc.categories.some(function (category) { return category.code === one; }); }) || 'C' + (doc.categories.length + 1);
    var category = { code: letter, name: texts.category + ' ' + letter, colour: colours[doc.categories.length % colours.length] };
    doc.categories.push(category);
    return category;
  }

  function add(kind) {
    edit(function () {
      var at = CENTRE();
      at = { x: Math.round(at.x), y: Math.round(at.y) };
      if (NEW[kind]) {
        var block = NEW[kind](at);
        block.name = texts['kind' + block.kind] + ' ' + block.code;
        block.category = categoryFor(block.kind);
        doc.blocks.push(block);
        chosen = { list: 'block', index: doc.blocks.length - 1 };
      } else {
        doc.scenery.push({ kind: kind, x: at.x, y: at.y, width: kind === 'stage' ? 400 : 160, height: kind === 'stage' ? 80 : 50, rotation: 0, text: texts['kind' + kind] });
        chosen = { list: 'scenery', index: doc.scenery.length - 1 };
      }
      marked = {};
    });
    properties();
    categories();
  }

  function remove() {
    if (chosen) {
      edit(function () {
        things()[chosen.list].splice(chosen.index, 1);
        chosen = null;
        marked = {};
      });
      properties();
    }
  }

  function duplicate() {
    var thing = current();
    if (thing) {
      edit(function () {
        var twin = JSON.parse(JSON.stringify(thing));
        if (chosen.list === 'block') {
          twin.code = freeCode(twin.code.replace(/[0-9]+$/, '') || 'R');
          twin.name = texts['kind' + twin.kind] + ' ' + twin.code;
        }
        shift(twin, 40, 40);
        things()[chosen.list].push(twin);
        chosen.index = things()[chosen.list].length - 1;
      });
      properties();
    }
  }

  function shift(thing, dx, dy) {
    if (thing.kind === 'seats') {
      thing.seats.forEach(function (seat) {
        seat.x += dx;
        seat.y += dy;
      });
    } else {
      thing.x += dx;
      thing.y += dy;
    }
  }

  // --- properties ---

  function field(label, input, check) {
    var wrap = document.createElement('label');
    var text = document.createElement('span');
    text.textContent = label;
    if (check) {
      wrap.className = 'seat-check';
      wrap.append(input, text);
    } else {
      wrap.append(text, input);
    }
    return wrap;
  }

  function input(type, value, change, limits) {
    var made = document.createElement('input');
    made.type = type;
    if (type === 'checkbox') {
      made.checked = value;
    } else {
      made.value = value;
    }
    Object.assign(made, limits || {});
    made.addEventListener('change', function () {
      if (type === 'number' && (made.value === '' || !made.checkValidity())) {
        made.reportValidity();
        return;
      }
      edit(function () { change(type === 'checkbox' ? made.checked : type === 'number' ? Number(made.value) : made.value); });
    });
    return made;
  }

  function select(options, value, change) {
    var made = document.createElement('select');
    options.forEach(function (option) {
      var entry = document.createElement('option');
      entry.value = option[0];
      entry.textContent = option[1];
      made.appendChild(entry);
    });
    made.value = value;
    made.addEventListener('change', function () { edit(function () { change(made.value); }); });
    return made;
  }

  function fields() {
    var grid = document.createElement('div');
    grid.className = 'fields';
    Array.prototype.forEach.call(arguments, function (one) { grid.appendChild(one); });
    return grid;
  }

  function number(thing, key, label, limits) {
    return field(label, input('number', Math.round(thing[key] * 10) / 10, function (value) { current()[key] = value; }, Object.assign({ step: 'any' }, limits)));
  }

  function text(thing, key, label, limits) {
    return field(label, input('text', thing[key], function (value) { current()[key] = value; }, limits));
  }

  function categoryChoice() {
    return doc.categories.map(function (category) { return [category.code, category.name]; });
  }

  function naming(thing, key, label) {
    var schemes = texts.schemes.split('|').map(function (pair) { return pair.split('='); });
    return [
      field(label, select(schemes, thing[key].scheme, function (value) { current()[key].scheme = value; })),
      fields(field(texts.first, input('number', thing[key].first, function (value) { current()[key].first = value; }, { min: 1, max: 999, step: 1 })),
        field(texts.reversed, input('checkbox', thing[key].reversed, function (value) { current()[key].reversed = value; }), true))
    ];
  }

  function numbers(value) {
    return value.split(/[^0-9]+/).filter(Boolean).map(Number);
  }

  function rowFields(block) {
    var count = input('number', block.rowSeats.length, function (value) {
      var seats = current().rowSeats;
      while (seats.length < value) {
        seats.push(seats[seats.length - 1]);
      }
      seats.length = value;
    }, { min: 1, max: 300, step: 1, id: 'seat-rows' });
    count.addEventListener('change', properties);
    return [
      fields(field(texts.rows, count), field(texts.rowSeats, input('text', block.rowSeats.every(function (n) { return n === block.rowSeats[0]; }) ? block.rowSeats[0] : block.rowSeats.join(', '), function (value) {
        var wanted = numbers(value).filter(function (n) { return n > 0 && n <= 500; });
        if (wanted.length) {
          current().rowSeats = current().rowSeats.map(function (old, row) { return wanted[Math.min(row, wanted.length - 1)]; });
        }
      }, { id: 'seat-per-row' }))),
      fields(number(block, 'curve', texts.curve, { min: 0, max: 180 }), field(texts.align, select(texts.aligns.split('|').map(function (pair) { return pair.split('='); }), block.align, function (value) { current().align = value; }))),
      fields(number(block, 'seatGap', texts.seatGap, { min: 20, max: 500 }), number(block, 'rowGap', texts.rowGap, { min: 20, max: 500 })),
      field(texts.aisles, input('text', block.aisles.join(', '), function (value) { current().aisles = numbers(value).filter(function (n) { return n > 0 && n < 500; }); })),
    ].concat(naming(block, 'rowNames', texts.rowNames), naming(block, 'seatNumbers', texts.seatNumbers));
  }

  function blockFields(block) {
    var list = [fields(text(block, 'code', texts.code1, { maxLength: 16, pattern: '[A-Z0-9][A-Z0-9\\-]*' }), text(block, 'name', texts.name, { maxLength: 80 })),
      field(texts.category, select(categoryChoice(), block.category, function (value) { current().category = value; }))];
    if (block.kind !== 'seats') {
      list.push(fields(number(block, 'x', 'X'), number(block, 'y', 'Y')), number(block, 'rotation', texts.rotation, { min: -360, max: 360 }));
    }
    if (block.kind === 'rows') {
      list = list.concat(rowFields(block));
    } else if (block.kind === 'table') {
      list.push(fields(number(block, 'seats', texts.seats, { min: 1, max: 60, step: 1 }), field(texts['long'], input('checkbox', block['long'], function (value) { current()['long'] = value; }), true)));
      list = list.concat(naming(block, 'seatNumbers', texts.seatNumbers));
    } else if (block.kind === 'standing') {
      list.push(fields(number(block, 'width', texts.width, { min: 20 }), number(block, 'height', texts.height, { min: 20 })), number(block, 'capacity', texts.capacity, { min: 1, max: 1000000, step: 1 }));
    }
    return list;
  }

  function markedSeats() {
    var block = current();
    var seats = shape.seats(block);
    return Object.keys(marked).map(function (index) { return seats[index]; }).filter(Boolean);
  }

  function changeSeats(key, value) {
    var block = current();
    markedSeats().forEach(function (seat) {
      if (block.kind === 'seats') {
        block.seats[seat.seatIndex][key] = value;
        return;
      }
      var special = block.changes.find(function (one) { return one.row === seat.rowIndex && one.seat === seat.seatIndex; });
      if (!special) {
        special = { row: seat.rowIndex, seat: seat.seatIndex };
        block.changes.push(special);
      }
      special[key] = value;
    });
  }

  function seatFields() {
    var seats = markedSeats();
    var first = seats[0];
    var kinds = texts.kinds.split('|').map(function (pair) { return pair.split('='); });
    var list = [field(texts.category, select(categoryChoice(), first.category, function (value) { changeSeats('category', value); })),
      field(texts.kind, select(kinds, first.kind, function (value) { changeSeats('kind', value); })),
      field(texts.obstructed, input('checkbox', first.obstructed, function (value) { changeSeats('obstructed', value); }), true)];
    if (current().kind !== 'seats') {
      list.push(field(texts.missing, input('checkbox', first.missing, function (value) { changeSeats('missing', value); }), true));
    }
    return list;
  }

  function properties() {
    var thing = current();
    var count = Object.keys(marked).length;
    form.textContent = '';
    document.getElementById('seat-what').textContent = !thing ? texts.nothing : count ? texts.marked.replace('{0}', count) : texts['kind' + thing.kind];
    root.querySelectorAll('[data-needs]').forEach(function (button) { button.disabled = !thing; });
    if (!thing) {
      return;
    }
    var list = count ? seatFields() : chosen.list === 'block' ? blockFields(thing)
      : [text(thing, 'text', texts.text, { maxLength: 80 }), fields(number(thing, 'x', 'X'), number(thing, 'y', 'Y')), fields(number(thing, 'width', texts.width, { min: 0 }), number(thing, 'height', texts.height, { min: 0 })), number(thing, 'rotation', texts.rotation, { min: -360, max: 360 })];
    list.forEach(function (one) { form.appendChild(one); });
  }

  function categories() {
    var place = document.getElementById('seat-categories');
    place.textContent = '';
    doc.categories.forEach(function (category, index) {
      var row = document.createElement('div');
      row.className = 'seat-category';
      var used = doc.blocks.some(function (block) { return block.category === category.code || JSON.stringify(block.changes || block.seats || []).indexOf('"category":"' + category.code + '"') >= 0; });
      var drop = document.createElement('button');
      drop.type = 'button';
      drop.className = 'button button-small button-quiet';
      drop.textContent = '\u00d7';
      drop.disabled = used;
      drop.setAttribute('aria-label', texts.removeCategory.replace('{0}', category.name));
      drop.addEventListener('click', function () {
        edit(function () { doc.categories.splice(index, 1); });
        categories();
      });
      var paint = input('color', category.colour, function (value) { doc.categories[index].colour = value; });
      paint.setAttribute('aria-label', texts.colour);
      var code = document.createElement('span');
      code.className = 'code';
      code.textContent = category.code;
      var title = input('text', category.name, function (value) { doc.categories[index].name = value || category.code; }, { maxLength: 80 });
      title.setAttribute('aria-label', texts.name);
      row.append(paint, code, title, drop);
      place.appendChild(row);
    });
  }

  // --- hands ---

  var drag = null;

  svg.addEventListener('pointerdown', function (event) {
    var group = event.target.closest('[data-list]');
    if (!group || event.target.classList.contains('seat-paper')) {
      return;
    }
    event.preventDefault();
    drag = { list: group.dataset.list, index: Number(group.dataset.index), from: map.point(event), seat: event.target.closest('.seat'), moved: false, before: JSON.stringify(doc) };
    group.focus({ preventScroll: true });
  }, true);

  window.addEventListener('pointermove', function (event) {
    if (!drag) {
      return;
    }
    var at = map.point(event);
    var dx = Math.round((at.x - drag.from.x) / 2) * 2;
    var dy = Math.round((at.y - drag.from.y) / 2) * 2;
    if (drag.moved || Math.hypot(dx, dy) > 5 * map.scale()) {
      drag.moved = true;
      doc = JSON.parse(drag.before);
      shift(things()[drag.list][drag.index], dx, dy);
      chosen = { list: drag.list, index: drag.index };
      draw();
    }
  });

  window.addEventListener('pointerup', function (event) {
    if (!drag) {
      return;
    }
    var done = drag;
    drag = null;
    if (done.moved) {
      past.push(done.before);
      future = [];
      dirty = true;
      properties();
      return;
    }
    var was = chosen && chosen.list === done.list && chosen.index === done.index;
    if (was && done.seat) {
      mark(Number(done.seat.dataset.seat), event.shiftKey, event.ctrlKey || event.metaKey);
    } else {
      marked = {};
      choose(done.list, done.index);
    }
  });

  // One seat, with Shift all from the last one, with Ctrl one more.
  function mark(index, range, more) {
    var last = Number(Object.keys(marked).pop());
    if (range && Object.keys(marked).length) {
      for (var at = Math.min(last, index); at <= Math.max(last, index); at += 1) {
        marked[at] = true;
      }
    } else if (more || marked[index]) {
      if (marked[index]) {
        delete marked[index];
      } else {
        marked[index] = true;
      }
    } else {
      marked = {};
      marked[index] = true;
    }
    draw();
    properties();
  }

  svg.addEventListener('click', function (event) {
    if (!event.target.closest('[data-list]') && !map.dragged()) {
      choose(null);
    }
  });

  svg.addEventListener('focusin', function (event) {
    var group = event.target.closest('[data-list]');
    if (group && !drag && event.target.matches(':focus-visible') && (!chosen || chosen.list !== group.dataset.list || chosen.index !== Number(group.dataset.index))) {
      choose(group.dataset.list, Number(group.dataset.index));
    }
  });

  document.addEventListener('keydown', function (event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.target.matches('input, textarea')) {
      event.preventDefault();
      step(event.shiftKey ? future : past, event.shiftKey ? past : future);
      return;
    }
    var steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!svg.contains(event.target) || !current()) {
      return;
    }
    if (steps) {
      event.preventDefault();
      var far = event.shiftKey ? 20 : 2;
      edit(function () { shift(current(), steps[0] * far, steps[1] * far); });
      properties();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      remove();
    } else if (event.key === 'Escape') {
      choose(null);
    }
  });

  // --- the server ---

  function send(method, path, body, type) {
    return fetch(path, { method: method, headers: { 'Content-Type': type, Accept: 'application/json', 'Accept-Language': document.documentElement.lang, 'X-Requested-With': 'encore' }, body: body }).then(function (answer) {
      return answer.json().then(function (json) {
        if (!answer.ok) {
          throw new Error(json.title);
        }
        return json;
      });
    });
  }

  function save() {
    tell(texts.saving);
    send('PUT', address, JSON.stringify({ name: name.value, document: doc, version: version }), 'application/json').then(function (saved) {
      version = saved.map.version;
      dirty = false;
      tell(texts.saved.replace('{0}', version), 'good');
    }).catch(function (error) { tell(error.message, 'bad'); });
  }

  document.getElementById('seat-file').addEventListener('change', function (event) {
    var file = event.target.files[0];
    if (!file) {
      return;
    }
    file.text().then(function (content) {
      return send('POST', '/api/v1/studio/seat-maps/imports', content, content.trim().charAt(0) === '<' ? 'image/svg+xml' : 'application/json');
    }).then(function (read) {
      edit(function () {
        doc = read;
        chosen = null;
        marked = {};
      });
      map.size(doc.width, doc.height);
      properties();
      categories();
      tell(texts.imported, 'good');
    }).catch(function (error) { tell(error.message, 'bad'); });
    event.target.value = '';
  });

  var WORK = {
    save: save,
    undo: function () { step(past, future); },
    redo: function () { step(future, past); },
    remove: remove,
    duplicate: duplicate,
    category: function () {
      edit(addCategory);
      categories();
      properties();
    },
    json: function () {
      var link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([JSON.stringify(doc, null, 2)], { type: 'application/json' }));
      link.download = texts.code + '.json';
      link.click();
      URL.revokeObjectURL(link.href);
    }
  };

  root.querySelectorAll('[data-work]').forEach(function (button) {
    button.addEventListener('click', function () { WORK[button.dataset.work](); });
  });
  root.querySelectorAll('[data-add]').forEach(function (button) {
    button.addEventListener('click', function () { add(button.dataset.add); });
  });
  window.addEventListener('beforeunload', function (event) {
    if (dirty) {
      event.preventDefault();
    }
  });
  window.EncoreSeats.buttons(root, map);
  categories();
  draw();
  properties();
  root.dataset.ready = 'true';
})();
