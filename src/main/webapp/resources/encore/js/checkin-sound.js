// What the door sounds like: one melody per verdict, told apart with closed eyes, and a shake for a pocket.
(function () {
  'use strict';

  // [form of the wave, milliseconds per tone, frequencies in Hz]
  var MELODIES = {
    VALID: ['sine', 110, [880, 1320]],
    ALREADY_USED: ['square', 140, [330, 330, 330]],
    WRONG_EVENT: ['triangle', 200, [740, 494]],
    CANCELLED: ['square', 260, [294, 220]],
    UNKNOWN: ['sawtooth', 650, [147]],
    FAILED: ['sawtooth', 120, [196, 147, 196, 147]]
  };
  var SHAKES = {
    VALID: [80],
    ALREADY_USED: [120, 80, 120, 80, 120],
    WRONG_EVENT: [250, 100, 250],
    CANCELLED: [500],
    UNKNOWN: [700],
    FAILED: [60, 60, 60, 60, 60]
  };
  var context = null;

  // Browsers allow sound only after a touch or a key.
  function wake() {
    var Context = window.AudioContext || window.webkitAudioContext;
    if (!context && Context) {
      context = new Context();
    }
    if (context && context.state === 'suspended') {
      context.resume();
    }
  }

  function tone(form, frequency, start, length) {
    var source = context.createOscillator();
    var volume = context.createGain();
    source.type = form;
    source.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(form === 'sine' ? 0.5 : 0.2, start + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + length);
    source.connect(volume).connect(context.destination);
    source.start(start);
    source.stop(start + length);
  }

  function play(verdict) {
    if (navigator.vibrate && SHAKES[verdict]) {
      navigator.vibrate(SHAKES[verdict]);
    }
    var melody = MELODIES[verdict];
    if (!melody || !context || context.state !== 'running') {
      return;
    }
    var length = melody[1] / 1000;
    melody[2].forEach(function (frequency, index) {
      tone(melody[0], frequency, context.currentTime + index * length, length * 0.92);
    });
  }

  document.addEventListener('pointerdown', wake);
  document.addEventListener('keydown', wake);
  window.encoreDoorSound = { play: play };
})();
