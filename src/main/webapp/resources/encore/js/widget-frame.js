// Tells the page around the widget how high it is. That page is anybody's; the height is all it learns.
(() => {
  const tell = () => parent.postMessage({ encoreHeight: Math.ceil(document.documentElement.getBoundingClientRect().height) }, "*");
  if (parent !== window) {
    new ResizeObserver(tell).observe(document.documentElement);
    addEventListener("load", tell);
  }
})();
