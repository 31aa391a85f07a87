// Reads QR codes from the camera: by the browser's own detector where there is one, else by jsQR from this server.
(function () {
  'use strict';

  var PAUSE_MS = 90;
  // The same code counts again only after it has left the picture for this long.
  var GONE_MS = 2500;
  var WIDEST = 800;

  function nativeReader() {
    if (!('BarcodeDetector' in window)) {
      return Promise.resolve(null);
    }
    return window.BarcodeDetector.getSupportedFormats().then(function (formats) {
      if (formats.indexOf('qr_code') < 0) {
        return null;
      }
      var detector = new window.BarcodeDetector({ formats: ['qr_code'] });
      return function (video) {
        return detector.detect(video).then(function (codes) { return codes.length ? codes[0].rawValue : null; });
      };
    }).catch(function () { return null; });
  }

  function load(address) {
    return new Promise(function (done, failed) {
      var script = document.createElement('script');
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      document.head.appendChild(script);
    });
  }

  function ownReader(address) {
    var canvas = document.createElement('canvas');
    var picture = canvas.getContext('2d', { willReadFrequently: true });
    return (window.jsQR ? Promise.resolve() : load(address)).then(function () {
      return function (video) {
        var scale = Math.min(1, WIDEST / Math.max(video.videoWidth, video.videoHeight));
        canvas.width = Math.round(video.videoWidth * scale);
        canvas.height = Math.round(video.videoHeight * scale);
        picture.drawImage(video, 0, 0, canvas.width, canvas.height);
        var pixels = picture.getImageData(0, 0, canvas.width, canvas.height);
        var code = window.jsQR(pixels.data, canvas.width, canvas.height, { inversionAttempts: 'dontInvert' });
        return Promise.resolve(code ? code.data : null);
      };
    });
  }

  // start(video, address of jsQR, heard) answers a function that stops again.
  function start(video, address, heard) {
    var running = true;
    var last = { text: null, seen: 0 };
    var lock = null;
    var stream;

    function notice(text) {
      var now = Date.now();
      var fresh = text && (text !== last.text || now - last.seen > GONE_MS);
      if (text) {
        last = { text: text, seen: now };
      }
      if (fresh) {
        heard(text);
      }
    }

    function look(read) {
      if (!running) {
        return;
      }
      var seen = video.readyState >= video.HAVE_CURRENT_DATA && video.videoWidth ? read(video) : Promise.resolve(null);
      seen.then(notice).catch(function () { /* a torn picture: the next one is near */ }).then(function () {
        window.setTimeout(function () { look(read); }, PAUSE_MS);
      });
    }

    function stop() {
      running = false;
      stream.getTracks().forEach(function (track) { track.stop(); });
      video.srcObject = null;
      if (lock) {
        lock.release();
      }
    }

    if (!navigator.mediaDevices) {
      return Promise.reject(new Error('There is no camera here'));
    }
    return navigator.mediaDevices
      .getUserMedia({ audio: false, video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } } })
      .then(function (opened) {
        stream = opened;
        video.srcObject = stream;
        if (navigator.wakeLock) {
          navigator.wakeLock.request('screen').then(function (held) { lock = held; }, function () { /* it may sleep */ });
        }
        return video.play();
      })
      .then(nativeReader)
      .then(function (reader) { return reader || ownReader(address); })
      .then(function (reader) {
        look(reader);
        return stop;
      });
  }

  window.encoreDoorCamera = { start: start };
})();
