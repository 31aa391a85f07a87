// Shows what was drawn, card by card. It knows the whole result from the start, tells nothing of a card before it
// turns it, and can be left at any time: button, Escape, or a click on the stage.
(function () {
  'use strict';

  if (typeof HTMLDialogElement === 'undefined') {
    return;
  }

  var GATHER = 1150;
  var DEAL = 60;
  var PAUSE = { N: 330, R: 430, SR: 760, SSR: 1350 };
  var SPARKS = { SR: 14, SSR: 30 };
  var calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  var list = null;
  var prizes = [];
  var timers = [];
  var done = false;
  var parts = {};

  function element(name, className, parent) {
    var made = document.createElement(name);
    made.className = className;
    if (parent) {
      parent.appendChild(made);
    }
    return made;
  }

  function spoken(prize) {
    return prize.rarity + ', ' + prize.name;
  }

  function play(rarity) {
    if (window.encoreRevealSound) {
      window.encoreRevealSound.play(rarity);
    }
  }

  function best() {
    return ['SSR', 'SR', 'R', 'N'].find(function (rarity) {
      return prizes.some(function (prize) {
        return prize.rarity === rarity;
      });
    });
  }

  function card(prize, index) {
    var item = element('li', 'reveal-card', parts.cards);
    item.style.setProperty('--i', index);
    var turn = element('div', 'reveal-turn', item);
    element('div', 'reveal-back', turn);
    var front = element('div', 'reveal-front', turn);
    var picture = element('img', '', front);
    picture.alt = '';
    picture.src = prize.picture;
    var label = element('div', 'reveal-label', front);
    element('span', 'reveal-name', label).textContent = prize.name;
    element('span', 'reveal-rarity', label).textContent = prize.rarity;
    front.setAttribute('aria-hidden', 'true');
    return item;
  }

  function build() {
    var stage = element('dialog', 'reveal' + (calm ? ' reveal-calm' : ''), document.body);
    stage.setAttribute('aria-label', list.dataset.textLabel);
    parts.stage = stage;
    element('div', 'reveal-beams', stage);
    parts.cards = element('ol', 'reveal-cards', stage);
    parts.cards.dataset.count = prizes.length;
    parts.status = element('p', 'visually-hidden', stage);
    parts.status.setAttribute('role', 'status');
    var foot = element('div', 'reveal-foot', stage);
    parts.button = element('button', 'button button-quiet', foot);
    parts.button.type = 'button';
    parts.button.textContent = list.dataset.textSkip;
    var sound = document.querySelector('[data-sound-switch]');
    if (sound) {
      foot.appendChild(sound.cloneNode(true));
    }
    stage.addEventListener('cancel', function (event) {
      event.preventDefault();
      leave();
    });
    stage.addEventListener('click', function (event) {
      var soundSwitch = event.target.closest('[data-sound-switch]');
      if (!soundSwitch && (event.target.closest('button') || !done)) {
        leave();
      }
    });
    stage.addEventListener('close', closed);
  }

  function sparkle(item, rarity) {
    for (var i = 0; i < (SPARKS[rarity] || 0); i += 1) {
      var spark = element('span', 'reveal-spark', item);
      spark.style.setProperty('--angle', Math.round(Math.random() * 360) + 'deg');
      spark.style.setProperty('--far', Math.round(90 + Math.random() * 170) + 'px');
      spark.addEventListener('animationend', function (event) {
        event.target.remove();
      });
    }
    if (rarity === 'SSR') {
      var flash = element('div', 'reveal-flash', parts.stage);
      flash.addEventListener('animationend', function () {
        flash.remove();
      });
    }
  }

  function open(item, prize) {
    item.dataset.rarity = prize.rarity;
    item.classList.add('reveal-open');
    item.querySelector('.reveal-front').removeAttribute('aria-hidden');
  }

  function at(delay, act) {
    timers.push(window.setTimeout(act, delay));
  }

  function act() {
    var star = element('div', 'reveal-star', parts.stage);
    parts.status.textContent = list.dataset.textStart;
    at(GATHER, function () {
      star.remove();
      var items = prizes.map(card);
      var when = 450 + DEAL * items.length;
      items.forEach(function (item, index) {
        at(when, function () {
          open(item, prizes[index]);
          sparkle(item, prizes[index].rarity);
          play(prizes[index].rarity);
          parts.status.textContent = spoken(prizes[index]);
        });
        when += PAUSE[prizes[index].rarity];
      });
      at(when, function () {
        finish(false);
      });
    });
  }

  // Everything is open. Who skipped the cards, or wants no motion, hears one sound: of the rarest.
  function finish(sounding) {
    timers.forEach(window.clearTimeout);
    timers = [];
    done = true;
    parts.stage.querySelectorAll('.reveal-star').forEach(function (star) {
      star.remove();
    });
    parts.cards.textContent = '';
    parts.stage.classList.add('reveal-calm');
    prizes.map(card).forEach(function (item, index) {
      open(item, prizes[index]);
    });
    parts.status.textContent = prizes.map(spoken).join('. ');
    if (sounding) {
      play(best());
    }
    parts.button.textContent = list.dataset.textContinue;
    parts.button.className = 'button button-spot';
    parts.button.focus();
  }

  function leave() {
    if (done) {
      parts.stage.close();
    } else {
      finish(true);
    }
  }

  function closed() {
    if (window.encoreRevealSound) {
      window.encoreRevealSound.hush();
    }
    parts.stage.remove();
    parts = {};
    var title = list.closest('section').querySelector('.drawn-title');
    if (title) {
      title.focus();
    }
  }

  function start(shown) {
    list = shown;
    prizes = Array.from(shown.children, function (item) {
      return item.dataset;
    });
    done = false;
    build();
    parts.stage.showModal();
    parts.button.focus();
    if (calm) {
      finish(true);
    } else {
      act();
    }
  }

  function seen(code) {
    try {
      var before = sessionStorage.getItem('encore-revealed') === code;
      sessionStorage.setItem('encore-revealed', code);
      return before;
    } catch (refused) {
      return false;
    }
  }

  function offerAgain(shown) {
    var tools = shown.closest('section').querySelector('.drawn-tools');
    var again = element('button', 'button button-small button-quiet', tools);
    again.type = 'button';
    again.textContent = shown.dataset.textAgain;
    again.addEventListener('click', function () {
      start(shown);
    });
  }

  function prepare(within) {
    within.querySelectorAll('[data-reveal]').forEach(offerAgain);
  }

  // Drawn on another device: played when nothing else is on the stage; it can be watched later as well.
  document.addEventListener('encore-drawn', function (event) {
    prepare(event.detail.part);
    var shown = event.detail.part.querySelector('[data-reveal="' + CSS.escape(event.detail.code) + '"]');
    if (shown && !parts.stage && !document.querySelector('dialog[open]')) {
      start(shown);
    }
  });

  prepare(document);
  var own = document.querySelector('[data-reveal]');
  if (own && !seen(own.dataset.reveal)) {
    start(own);
  }
})();
