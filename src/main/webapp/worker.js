// Lets the door and the web ticket open without a network: what they were made of is kept as it comes, and given when nothing
// comes. It decides nothing and keeps no answer of the API.
const SHELVES = { '/door': 'encore-door', '/my/ticket': 'encore-ticket' };

function shelf(path) {
  return SHELVES[path] || (path.startsWith('/resources/') || path.startsWith('/jakarta.faces.resource/') ? 'encore-parts' : null);
}

async function answer(request, name) {
  const kept = await caches.open(name);
  try {
    const fresh = await fetch(request);
    if (fresh.ok && !fresh.redirected && fresh.type === 'basic') {
      await kept.put(request, fresh.clone());
    } else if (name === 'encore-ticket' && (fresh.redirected || fresh.type === 'opaqueredirect')) {
      await caches.delete(name);
    }
    return fresh;
  } catch (silent) {
    const old = await kept.match(request, { ignoreVary: true });
    if (old) {
      return old;
    }
    throw silent;
  }
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  const name = address.origin === self.location.origin && event.request.method === 'GET' ? shelf(address.pathname) : null;
  if (name) {
    event.respondWith(answer(event.request, name));
  }
});
