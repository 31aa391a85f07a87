// Fans choose seats: by mouse or finger, by arrow keys, or in the list. The server decides when they are held.
(function () {
  'use strict';

  var root = document.getElementById('seat-pick');
  if (!root) {
    return;
  }

  var texts = root.dataset;
  var svg = document.getElementById('seat-map');
  var basket = document.getElementById('seat-basket');
  var status = document.getElementById('seat-status');
  var list = document.getElementById('seat-list');
  var address = '/api/v1/events/' + encodeURIComponent(texts.slug) + '/seats';
  var POLL_MS = 4000;
  var plan;
  var drawn;
  var map;
  var chosen = [];
  var standing = {};
  var formats = {};
  var focused;
  var tag = null;

  function say(template) {
    var values = Array.prototype.slice.call(arguments, 1);
    return template.replace(/\{(\d)\}/g, function (all, index) { return values[index]; });
  }

  // What a category is sold as: its leading type first; only that where there is nothing to choose.
  function faresOf(category) {
    return category.fares && category.fares.length ? category.fares : [category];
  }

  // As what a chosen seat is bought.
  function fareOf(one) {
    return one.fare || faresOf(one.category)[0];
  }

  function prices(category) {
    var sorted = faresOf(category).slice().sort(function (a, b) { return a.price - b.price; });
    var last = sorted[sorted.length - 1];
    return sorted[0].price === last.price ? money(last) : say(texts.range, money(sorted[0]), money(last));
  }

  function full(fare) {
    return ofType(fare.ticketType) >= fare.maxPerOrder;
  }

  function money(category, count) {
    if (category.priceMinor === 0) {
      return texts.free;
    }
    return formatOf(category.currency).format(category.price * (count || 1));
  }

  function formatOf(currency) {
    formats[currency] = formats[currency] || new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency: currency });
    return formats[currency];
  }

  function words(one) {
    var place = one.row ? say(texts.words, one.name, one.row, one.number) : say(texts.wordsTable, one.name, one.number);
    var traits = [[1, texts.accessible], [2, texts.companion], [4, texts.obstructed]]
      .filter(function (trait) { return one.traits & trait[0]; }).map(function (trait) { return ', ' + trait[1]; }).join('');
    return place + ', ' + one.category.name + ', ' + prices(one.category) + traits;
  }

  function announce(text) {
    status.textContent = text;
  }

  function ofType(type) {
    var seats = chosen.filter(function (one) { return fareOf(one).ticketType === type; }).length;
    return seats + (standing[type] || 0);
  }

  function mark(one) {
    var element = one.element;
    var picked = chosen.indexOf(one) >= 0;
    element.classList.toggle('seat-taken', !!one.taken);
    element.classList.toggle('seat-picked', picked);
    element.setAttribute('aria-checked', picked);
    element.setAttribute('aria-disabled', !!one.taken);
    element.setAttribute('aria-label', words(one) + (one.taken ? ', ' + texts.taken : ''));
    if (one.box) {
      one.box.checked = picked;
      one.box.disabled = !!one.taken;
    }
  }

  function pick(one) {
    var at = chosen.indexOf(one);
    if (at >= 0) {
      chosen.splice(at, 1);
      announce(say(texts.removed, words(one)));
    } else if (one.taken) {
      announce(say(texts.isTaken, words(one)));
    } else if (faresOf(one.category).every(full)) {
      announce(say(texts.most, faresOf(one.category)[0].maxPerOrder, faresOf(one.category)[0].typeName));
    } else {
      one.fare = faresOf(one.category).filter(function (fare) { return !full(fare); })[0];
      chosen.push(one);
      announce(say(texts.added, words(one)));
    }
    mark(one);
    fill();
  }

  function button(text, label, work) {
    var made = document.createElement('button');
    made.type = 'button';
    made.className = 'button button-small button-quiet';
    made.textContent = text;
    made.setAttribute('aria-label', label);
    made.addEventListener('click', work);
    return made;
  }

  function hidden(name, value) {
    var input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    return input;
  }

  function lineOf(colour, title, price, tool) {
    var item = document.createElement('li');
    item.className = 'seat-line';
    var dot = document.createElement('span');
    dot.className = 'seat-dot';
    dot.style.background = colour;
    var text = document.createElement('span');
    text.className = 'seat-line-text';
    text.textContent = title;
    var amount = document.createElement('span');
    amount.className = 'seat-line-price';
    amount.textContent = price;
    item.append(dot, text, amount, tool);
    return item;
  }

  // The menu in which a fan says as what she buys a seat.
  function menu(one, place) {
    var box = document.createElement('span');
    box.className = 'seat-line-type';
    var select = document.createElement('select');
    select.setAttribute('aria-label', say(texts.typeOf, place));
    select.dataset.seat = one.label;
    faresOf(one.category).forEach(function (fare) {
      var option = document.createElement('option');
      option.value = fare.ticketType;
      option.textContent = fare.typeName + ' \u00b7 ' + money(fare);
      option.selected = fare === fareOf(one);
      select.appendChild(option);
    });
    select.addEventListener('change', function () {
      var fare = faresOf(one.category)[select.selectedIndex];
      if (fare !== fareOf(one) && full(fare)) {
        announce(say(texts.most, fare.maxPerOrder, fare.typeName));
      } else {
        one.fare = fare;
        announce(say(texts.typeNow, place, fare.typeName, money(fare)));
      }
      fill();
      basket.querySelector('select[data-seat="' + one.label + '"]').focus();
    });
    box.appendChild(select);
    return box;
  }

  // What is chosen, as people read it and as the form sends it.
  function fill() {
    var items = basket.querySelector('ul');
    var fields = basket.querySelector('.seat-fields');
    var total = 0;
    var currency = null;
    var byType = {};
    items.textContent = '';
    fields.textContent = '';
    chosen.forEach(function (one) {
      var place = one.row ? say(texts.words, one.name, one.row, one.number) : say(texts.wordsTable, one.name, one.number);
      var fare = fareOf(one);
      var line = lineOf(one.category.colour, place, money(fare), button('\u00d7', say(texts.remove, place), function () { pick(one); }));
      if (faresOf(one.category).length > 1) {
        line.classList.add('seat-line-typed');
        line.appendChild(menu(one, place));
      }
      items.appendChild(line);
      (byType[fare.ticketType] = byType[fare.ticketType] || { seats: [], count: 0 }).seats.push(one.label);
      byType[fare.ticketType].count += 1;
      total += fare.price;
      currency = one.category;
    });
    plan.categories.filter(function (category) { return category.standing && standing[category.ticketType]; }).forEach(function (category) {
      var count = standing[category.ticketType];
      items.appendChild(lineOf(category.colour, count + ' \u00d7 ' + category.name, money(category, count), button('\u00d7', say(texts.remove, category.name), function () {
        standing[category.ticketType] = 0;
        fill();
      })));
      byType[category.ticketType] = { seats: [], count: count };
      total += category.price * count;
      currency = category;
    });
    Object.keys(byType).forEach(function (type) {
      fields.append(hidden('type', type), hidden('quantity', byType[type].count), hidden('seats', byType[type].seats.join(',')));
    });
    var any = currency !== null;
    basket.classList.toggle('seat-basket-empty', !any);
    basket.querySelector('.seat-nothing').hidden = any;
    basket.querySelector('.seat-total').hidden = !any;
    basket.querySelector('.seat-total span:last-child').textContent = any ? money({ price: total, currency: currency.currency, priceMinor: total }) : '';
    basket.querySelector('button[type=submit]').disabled = !any;
  }

  function stand(category) {
    if (ofType(category.ticketType) >= category.maxPerOrder) {
      announce(say(texts.most, category.maxPerOrder, category.typeName));
      return;
    }
    standing[category.ticketType] = (standing[category.ticketType] || 0) + 1;
    announce(say(texts.added, category.name));
    fill();
  }

  function focusOn(one, really) {
    if (focused) {
      focused.element.setAttribute('tabindex', -1);
    }
    focused = one;
    one.element.setAttribute('tabindex', 0);
    if (really) {
      map.reveal(one.x, one.y);
      one.element.focus({ preventScroll: true });
    }
  }

  function seatOf(target) {
    var element = target.closest && target.closest('.seat');
    return element ? drawn.seats[element.dataset.place] : null;
  }

  function keys(event) {
    var steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    var one = seatOf(event.target);
    if (event.key === '+' || event.key === '-') {
      map.zoom(event.key === '+' ? 1.4 : 1 / 1.4);
    } else if (one && steps[event.key]) {
      var next = window.EncoreSeats.neighbour(drawn.seats, one, steps[event.key][0], steps[event.key][1]);
      if (next) {
        focusOn(next, true);
      }
    } else if (one && (event.key === ' ' || event.key === 'Enter')) {
      pick(one);
    } else {
      return;
    }
    event.preventDefault();
  }

  function legend() {
    var place = document.getElementById('seat-legend');
    plan.categories.forEach(function (category) {
      var item = document.createElement('li');
      var dot = document.createElement('span');
      dot.className = 'seat-dot';
      dot.style.background = category.colour;
      var name = document.createElement('span');
      name.textContent = category.name;
      var price = document.createElement('span');
      price.className = 'seat-line-price';
      price.textContent = prices(category);
      item.append(dot, name, price);
      if (category.standing) {
        item.appendChild(button('+1', say(texts.addStanding, category.name), function () { stand(category); }));
      }
      place.appendChild(item);
      faresOf(category).forEach(function (fare, index, all) {
        if (all.length > 1) {
          var row = document.createElement('li');
          row.className = 'seat-legend-fare';
          var title = document.createElement('span');
          title.textContent = fare.typeName;
          var amount = document.createElement('span');
          amount.className = 'seat-line-price';
          amount.textContent = money(fare);
          row.append(title, amount);
          place.appendChild(row);
        }
      });
    });
  }

  // The same seats as a list: blocks open to rows, rows to boxes; made when a block is opened.
  function blocks() {
    var groups = [];
    plan.rows.forEach(function (row, line) {
      var last = groups[groups.length - 1];
      if (!last || last.code !== row.block) {
        groups.push(last = { code: row.block, name: row.name, lines: [] });
      }
      last.lines.push(line);
    });
    groups.forEach(function (group) {
      var details = document.createElement('details');
      details.className = 'seat-block';
      var title = document.createElement('summary');
      title.textContent = group.name;
      details.appendChild(title);
      details.addEventListener('toggle', function () {
        if (details.open && details.children.length === 1) {
          group.lines.forEach(function (line) { details.appendChild(rowList(line)); });
        }
      });
      list.appendChild(details);
    });
  }

  function rowList(line) {
    var row = plan.rows[line];
    var set = document.createElement('fieldset');
    set.className = 'seat-row-list';
    var name = document.createElement('legend');
    name.textContent = row.row ? say(texts.row, row.row) : row.name;
    set.appendChild(name);
    drawn.seats.filter(function (one) { return one.line === line; }).forEach(function (one) {
      var label = document.createElement('label');
      label.className = 'seat-choice';
      one.box = document.createElement('input');
      one.box.type = 'checkbox';
      one.box.setAttribute('aria-label', words(one));
      one.box.addEventListener('change', function () {
        pick(one);
        mark(one);
      });
      var text = document.createElement('span');
      text.textContent = one.number + (one.traits & 1 ? ' \u267f\ufe0e' : one.traits & 2 ? ' +1' : one.traits & 4 ? ' \u2571' : '');
      label.append(one.box, text);
      set.appendChild(label);
      mark(one);
    });
    return set;
  }

  function refresh() {
    return fetch(address + '/availability', { headers: { Accept: 'application/json' } }).then(function (answer) {
      return answer.ok ? answer.json() : null;
    }).then(function (now) {
      if (!now || now.taken === tag) {
        return;
      }
      tag = now.taken;
      var gone = window.EncoreSeats.bits(now.taken);
      var lost = [];
      drawn.seats.forEach(function (one) {
        var taken = gone(one.place);
        if (taken !== one.taken) {
          one.taken = taken;
          if (taken && chosen.indexOf(one) >= 0) {
            chosen.splice(chosen.indexOf(one), 1);
            lost.push(one);
          }
          mark(one);
        }
      });
      root.dataset.ready = 'true';
      if (lost.length) {
        announce(say(texts.lost, lost.map(function (one) { return one.label; }).join(', ')));
        fill();
      }
    }).catch(function () {
      // The map keeps what it knew; the hold will tell.
    });
  }

  function open(read) {
    plan = read;
    drawn = window.EncoreSeats.draw(svg, plan);
    drawn.seats.forEach(function (one) {
      one.element.setAttribute('role', 'checkbox');
      one.element.setAttribute('tabindex', -1);
      one.element.dataset.place = one.place;
      one.element.dataset.label = one.label;
      mark(one);
    });
    drawn.areas.forEach(function (area) {
      area.element.addEventListener('click', function () {
        if (!map.dragged()) {
          stand(area.category);
        }
      });
    });
    map = window.EncoreSeats.view(svg, plan.width, plan.height);
    window.EncoreSeats.buttons(root, map);
    svg.addEventListener('click', function (event) {
      var one = seatOf(event.target);
      if (one && !map.dragged()) {
        focusOn(one, false);
        pick(one);
      }
    });
    svg.addEventListener('keydown', keys);
    if (drawn.seats.length) {
      focusOn(drawn.seats[0], false);
    }
    legend();
    blocks();
    fill();
    refresh();
    window.setInterval(function () {
      if (!document.hidden) {
        refresh();
      }
    }, POLL_MS);
  }

  root.querySelectorAll('[data-show]').forEach(function (tab) {
    tab.addEventListener('click', function () {
      var asList = tab.dataset.show === 'list';
      root.classList.toggle('seat-as-list', asList);
      root.querySelectorAll('[data-show]').forEach(function (other) {
        other.setAttribute('aria-pressed', other === tab);
      });
      if (!asList) {
        map.fit();
      }
    });
  });

  fetch(address, { headers: { Accept: 'application/json' } }).then(function (answer) {
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    return answer.json();
  }).then(open).catch(function () {
    announce(texts.failed);
  });
})();
