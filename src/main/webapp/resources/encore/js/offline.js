// Keeps this page for times without a network: registers the worker, and puts on its shelves what was loaded before it came.
const SHELVES = { '/door': 'encore-door', '/my/ticket': 'encore-ticket' };

async function keep(shelf, address) {
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (answer.ok && !answer.redirected) {
    await (await caches.open(shelf)).put(address, answer);
  }
}

/** Resolves when this page opens without a network; false where the browser cannot do that. More are addresses of parts. */
export async function keepOffline(scope, more) {
  if (!('serviceWorker' in navigator) || !('caches' in window)) {
    return false;
  }
  await navigator.serviceWorker.register('/worker.js', { scope });
  const parts = performance.getEntriesByType('resource').map((entry) => entry.name.split('#')[0])
    .filter((name) => name.startsWith(window.location.origin + '/resources/') || name.startsWith(window.location.origin + '/jakarta.faces.resource/'));
  await Promise.all(Array.from(new Set(parts.concat(more))).map((address) => keep('encore-parts', address)));
  await keep(SHELVES[scope], window.location.href.split('#')[0]);
  await navigator.serviceWorker.ready;
  document.documentElement.dataset.offline = 'ready';
  return true;
}
