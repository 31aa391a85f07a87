// Runs before the page is painted: the theme that was chosen by hand, if any.
(function () {
  'use strict';
  try {
    var chosen = localStorage.getItem('encore-theme');
    if (chosen === 'dark' || chosen === 'light') {
      document.documentElement.dataset.theme = chosen;
    }
  } catch (refused) {
    // Without storage the browser's own setting holds.
  }
})();
