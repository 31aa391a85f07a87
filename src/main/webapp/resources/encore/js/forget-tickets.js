// Signing out takes the tickets off this telephone, too.
(function () {
  'use strict';

  if ('caches' in window) {
    window.caches.delete('encore-ticket');
  }
  try {
    Object.keys(localStorage).filter(function (name) { return name.indexOf('encore-pass-') === 0; }).forEach(function (name) { localStorage.removeItem(name); });
  } catch (refused) {
    // Nothing was kept here.
  }
})();
