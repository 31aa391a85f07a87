// The log's mathematics, for whoever does not want to trust the log: hashes and proofs of RFC 6962 and RFC 9162, signed
// notes and checkpoints of C2SP. Nothing here calls a server.
import { verify } from './ed25519.js';
import { sha256 } from './random.js';

const ED25519 = 1;
const COSIGNATURE = 4;
const SIGNATURE_LINE = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/;
const encoder = new TextEncoder();

/** Bytes of base 64. */
export function unbase64(text) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Base 64 of bytes. */
export function base64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function bytes(hash) {
  return typeof hash === 'string' ? unbase64(hash) : hash;
}

function join(...parts) {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => {
    joined.set(part, at);
    return at + part.length;
  }, 0);
  return joined;
}

function same(left, right) {
  return left.length === right.length && left.every((byte, i) => byte === right[i]);
}

/** Hash of a leaf's text. */
export function leafHash(body) {
  return sha256(join(Uint8Array.of(0), encoder.encode(body)));
}

/** Hash of an inner node. */
export function nodeHash(left, right) {
  return sha256(join(Uint8Array.of(1), left, right));
}

// Sizes go beyond 32 bits, so numbers are halved and never shifted.
const half = (n) => Math.floor(n / 2);
const odd = (n) => n % 2 === 1;

/** Whether a path leads from a leaf's hash to a root (RFC 9162, 2.1.3.2). Hashes are bytes or base 64. */
export function verifyInclusion(hash, index, size, path, root) {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) {
    return false;
  }
  let node = index;
  let last = size - 1;
  let found = bytes(hash);
  for (const sibling of path.map(bytes)) {
    if (last === 0) {
      return false;
    }
    if (odd(node) || node === last) {
      found = nodeHash(sibling, found);
      while (!odd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      found = nodeHash(found, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && same(found, bytes(root));
}

/** Whether a proof shows that the first tree is the beginning of the second (RFC 9162, 2.1.4.2). */
export function verifyConsistency(first, firstRoot, second, secondRoot, proof) {
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(second) || first < 0 || first > second) {
    return false;
  }
  if (first === second) {
    return proof.length === 0 && same(bytes(firstRoot), bytes(secondRoot));
  }
  if (first === 0) {
    return proof.length === 0 && same(bytes(firstRoot), sha256(new Uint8Array(0)));
  }
  let node = first - 1;
  let last = second - 1;
  while (odd(node)) {
    node = half(node);
    last = half(last);
  }
  const path = proof.map(bytes);
  if (node === 0) {
    path.unshift(bytes(firstRoot));
  }
  return path.length > 0 && grows(node, last, path, bytes(firstRoot), bytes(secondRoot));
}

function grows(node, last, path, firstRoot, secondRoot) {
  let before = path[0];
  let after = path[0];
  for (const sibling of path.slice(1)) {
    if (last === 0) {
      return false;
    }
    if (odd(node) || node === last) {
      before = nodeHash(sibling, before);
      after = nodeHash(sibling, after);
      while (!odd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      after = nodeHash(after, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && same(before, firstRoot) && same(after, secondRoot);
}

/** The parts of a signed note: its text with the last line feed, and its signatures. */
export function parseNote(note) {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) {
    throw new Error('not a signed note');
  }
  const signatures = note.slice(split + 2, -1).split('\n').map((line) => {
    const parts = SIGNATURE_LINE.exec(line);
    if (!parts) {
      throw new Error('not a signature: ' + line);
    }
    const blob = unbase64(parts[2]);
    return { name: parts[1], id: blob.slice(0, 4), signature: blob.slice(4) };
  });
  return { text: note.slice(0, split + 1), signatures };
}

/** Origin, size and root of a checkpoint. */
export function parseCheckpoint(note) {
  const parsed = parseNote(note);
  const [origin, size, root] = parsed.text.split('\n');
  if (!origin || !/^(0|[1-9][0-9]{0,15})$/.test(size) || unbase64(root || '').length !== 32) {
    throw new Error('not a checkpoint');
  }
  return { origin, size: Number(size), root, ...parsed };
}

/** A key as C2SP writes it: name+id+base64(kind, key). */
export function parseKey(vkey) {
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(vkey);
  const blob = parts ? unbase64(parts[3]) : new Uint8Array(0);
  if (blob.length !== 33) {
    throw new Error('not a key: ' + vkey);
  }
  const id = sha256(join(encoder.encode(parts[1] + '\n'), blob)).slice(0, 4);
  if (Array.from(id, (byte) => byte.toString(16).padStart(2, '0')).join('') !== parts[2]) {
    throw new Error('the key does not have its own id');
  }
  return { name: parts[1], id, kind: blob[0], key: blob.slice(1) };
}

async function signedBy(note, key) {
  for (const one of note.signatures) {
    if (one.name !== key.name || !same(one.id, key.id)) {
      continue;
    }
    if (key.kind === ED25519 && (await verify(key.key, one.signature, encoder.encode(note.text)))) {
      return true;
    }
    if (key.kind === COSIGNATURE && one.signature.length === 72) {
      const time = new DataView(one.signature.buffer, one.signature.byteOffset, 8).getBigUint64(0);
      const message = encoder.encode('cosignature/v1\ntime ' + time + '\n' + note.text);
      if (await verify(key.key, one.signature.slice(8), message)) {
        return true;
      }
    }
  }
  return false;
}

/**
 * Whether a note is signed by one of these keys. While the log changes its key there are several, one in each line, newest
 * first: one of them is enough.
 */
export async function verifyNote(note, vkeys) {
  const parsed = parseNote(note);
  for (const vkey of vkeys.trim().split('\n')) {
    if (await signedBy(parsed, parseKey(vkey))) {
      return true;
    }
  }
  return false;
}

/** Whether a note is a checkpoint, and signed by the log or cosigned by a witness. */
export async function verifyCheckpoint(note, vkeys) {
  parseCheckpoint(note);
  return verifyNote(note, vkeys);
}
