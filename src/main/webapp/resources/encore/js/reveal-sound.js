// What a reveal sounds like: off until it is switched on, remembered in this browser, the rarer the fuller. A tone sounds only when its
// card is open; nothing is heard before that could tell one result from another.
(function () {
  'use strict';

  var KEY = 'encore-reveal-sound';
  // Hz, one after the other and kept ringing: C5, then its chord upwards
  var NOTES = {
    N: [523.25],
    R: [523.25, 659.25],
    SR: [523.25, 659.25, 783.99],
    SSR: [523.25, 659.25, 783.99, 1046.5, 1318.51]
  };
  var STEP = 0.09;
  var LOUD = 0.16;
  var Context = window.AudioContext || window.webkitAudioContext;
  var context = null;
  var master = null;
  var on = false;

  try {
    on = localStorage.getItem(KEY) === 'on';
  } catch (refused) {
    on = false;
  }

  // Phones give sound only after a touch: every touch is a chance.
  function wake() {
    if (!on || !Context) {
      return null;
    }
    if (!context) {
      context = new Context();
    }
    return context.state === 'suspended' ? context.resume() : null;
  }

  function tone(frequency, start, length) {
    var source = context.createOscillator();
    var volume = context.createGain();
    source.type = 'triangle';
    source.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(LOUD, start + 0.012);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + length);
    source.connect(volume).connect(master);
    source.start(start);
    source.stop(start + length);
  }

  function sound(rarity) {
    var notes = NOTES[rarity] || NOTES.N;
    master = context.createGain();
    master.connect(context.destination);
    notes.forEach(function (frequency, index) {
      tone(frequency, context.currentTime + 0.01 + index * STEP, 0.35 + 0.14 * notes.length);
    });
  }

  /** For a card that is open now. */
  function play(rarity) {
    var woken = wake();
    if (!context) {
      return;
    }
    hush();
    if (context.state === 'running') {
      sound(rarity);
    } else if (woken) {
      var asked = Date.now();
      woken.then(function () {
        if (on && Date.now() - asked < 400) {
          sound(rarity);
        }
      }, hush);
    }
  }

  function hush() {
    if (master) {
      master.disconnect();
      master = null;
    }
  }

  function show(within) {
    within.querySelectorAll('[data-sound-switch]').forEach(function (button) {
      button.hidden = !Context;
      button.setAttribute('aria-pressed', String(on));
      var state = button.querySelector('[data-on]');
      state.textContent = on ? state.dataset.on : state.dataset.off;
    });
  }

  function turn() {
    on = !on;
    try {
      localStorage.setItem(KEY, on ? 'on' : 'off');
    } catch (refused) {
      // The choice then lasts for this page.
    }
    if (on) {
      wake();
    } else {
      hush();
    }
    show(document);
  }

  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-sound-switch]')) {
      turn();
    }
  });
  document.addEventListener('pointerdown', wake);
  document.addEventListener('keydown', wake);
  show(document);
  window.encoreRevealSound = { play: play, hush: hush, show: show, notes: NOTES };
})();
