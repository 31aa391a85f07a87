// Rules that are in use are open when the form appears; the others wait behind their title.
(function () {
  'use strict';

  function unfold() {
    document.querySelectorAll('details[data-open="true"]').forEach(function (part) {
      part.open = true;
    });
  }

  unfold();
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxComplete', unfold);
  }
})();
