// What a gate keeps on the device: who it is, what it took with it, and the scans that the server has not heard of yet.

const NAME = 'encore-door';

function opened() {
  return new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('kept');
      request.result.createObjectStore('queue', { keyPath: 'nonce' });
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

let database;

async function run(store, mode, act) {
  database = database || opened();
  const transaction = (await database).transaction(store, mode);
  return new Promise((done, failed) => {
    const request = act(transaction.objectStore(store));
    transaction.oncomplete = () => done(request.result);
    transaction.onerror = () => failed(transaction.error);
    transaction.onabort = () => failed(transaction.error);
  });
}

export const keep = (name, value) => run('kept', 'readwrite', (store) => store.put(value, name));
export const kept = (name) => run('kept', 'readonly', (store) => store.get(name));
export const forget = (name) => run('kept', 'readwrite', (store) => store.delete(name));

/** Scans of an event that wait to be told, the oldest first. */
export async function waiting(event) {
  const all = await run('queue', 'readonly', (store) => store.getAll());
  return all.filter((scan) => scan.event === event).sort((left, right) => left.at.localeCompare(right.at));
}

export const enqueue = (scan) => run('queue', 'readwrite', (store) => store.put(scan));
export const told = (nonce) => run('queue', 'readwrite', (store) => store.delete(nonce));
