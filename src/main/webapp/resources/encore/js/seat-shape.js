// Where the seats of a map stand and what they are called: the same rules as the server's, for the editor.
window.EncoreSeatShape = (function () {
  'use strict';

  var CHAIR = 26;
  var LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  var CLEAR = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

  function letters(number, alphabet) {
    var name = '';
    for (var rest = number; rest > 0; rest = Math.floor((rest - 1) / alphabet.length)) {
      name = alphabet.charAt((rest - 1) % alphabet.length) + name;
    }
    return name;
  }

  function roman(number) {
    var signs = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];
    return signs.reduce(function (name, sign) {
      while (number >= sign[0]) {
        name += sign[1];
        number -= sign[0];
      }
      return name;
    }, '');
  }

  function name(naming, index, count) {
    var place = naming.reversed ? count - 1 - index : index;
    var number = (naming.first || 1) + place;
    var left = Math.floor((count + 1) / 2);
    switch (naming.scheme) {
      case 'odd': return String(2 * number - 1);
      case 'even': return String(2 * number);
      case 'split': return String(2 * ((naming.first || 1) - 1) + (place < left ? 2 * (left - place) - 1 : 2 * (place - left + 1)));
      case 'letters': return letters(number, LETTERS);
      case 'clear_letters': return letters(number, CLEAR);
      case 'roman': return roman(number);
      default: return String(number);
    }
  }

  function turned(block, dx, dy) {
    var angle = (block.rotation || 0) * Math.PI / 180;
    return { x: block.x + dx * Math.cos(angle) - dy * Math.sin(angle), y: block.y + dx * Math.sin(angle) + dy * Math.cos(angle) };
  }

  function aisles(block, seat) {
    return (block.aisles || []).filter(function (aisle) { return aisle <= seat; }).length;
  }

  function width(block, row) {
    var last = block.rowSeats[row] - 1;
    return (last + aisles(block, last)) * block.seatGap;
  }

  function rowSeat(block, row, seat) {
    var widest = block.rowSeats.reduce(function (most, count, index) { return Math.max(most, width(block, index)); }, 0);
    var from = block.align === 'left' ? -widest / 2 : block.align === 'right' ? widest / 2 - width(block, row) : -width(block, row) / 2;
    var x = from + (seat + aisles(block, seat)) * block.seatGap;
    var y = row * block.rowGap;
    if (block.curve > 0) {
      var first = Math.max(1, width(block, 0)) / (block.curve * Math.PI / 180);
      var radius = first + y;
      y = radius * Math.cos(x / radius) - first;
      x = radius * Math.sin(x / radius);
    }
    return turned(block, x, y);
  }

  function tableRadius(seats) {
    return Math.max(28, seats * CHAIR / (2 * Math.PI));
  }

  function tableSeat(block, seat) {
    if (!block['long']) {
      var angle = 2 * Math.PI * seat / block.seats - Math.PI / 2;
      return turned(block, tableRadius(block.seats) * Math.cos(angle), tableRadius(block.seats) * Math.sin(angle));
    }
    var side = Math.floor((block.seats + 1) / 2);
    var upper = seat < side;
    return turned(block, ((upper ? seat : block.seats - 1 - seat) - (side - 1) / 2) * CHAIR, upper ? -CHAIR : CHAIR);
  }

  function change(block, row, seat) {
    return (block.changes || []).find(function (one) { return one.row === row && one.seat === seat; }) || {};
  }

  function one(block, row, seat, at, rowName, number) {
    var special = change(block, row, seat);
    return { rowIndex: row, seatIndex: seat, x: at.x, y: at.y, row: rowName, number: number, category: special.category || block.category, kind: special.kind || 'ordinary', obstructed: !!special.obstructed, missing: !!special.missing };
  }

  // The seats of a block, the missing ones too.
  function seats(block) {
    var all = [];
    if (block.kind === 'rows') {
      block.rowSeats.forEach(function (count, row) {
        for (var seat = 0; seat < count; seat += 1) {
          all.push(one(block, row, seat, rowSeat(block, row, seat), name(block.rowNames, row, block.rowSeats.length), name(block.seatNumbers, seat, count)));
        }
      });
    } else if (block.kind === 'table') {
      for (var seat = 0; seat < block.seats; seat += 1) {
        all.push(one(block, 0, seat, tableSeat(block, seat), '', name(block.seatNumbers, seat, block.seats)));
      }
    } else if (block.kind === 'seats') {
      block.seats.forEach(function (loose, index) {
        all.push({ rowIndex: 0, seatIndex: index, x: loose.x, y: loose.y, row: loose.row, number: loose.number, category: loose.category || block.category, kind: loose.kind || 'ordinary', obstructed: !!loose.obstructed, missing: false });
      });
    }
    return all;
  }

  return { seats: seats, tableRadius: tableRadius };
})();
