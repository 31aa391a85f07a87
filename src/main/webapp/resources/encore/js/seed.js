// The fan's browser chooses the seed that is recorded with the draw.
(function () {
  'use strict';

  var field = document.querySelector('input[type="hidden"][id$=":seed"]');
  if (!field || !window.crypto) {
    return;
  }
  var alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  var bytes = window.crypto.getRandomValues(new Uint8Array(16));
  field.value = Array.from(bytes, function (byte) {
    return alphabet[byte % alphabet.length];
  }).join('');
})();
