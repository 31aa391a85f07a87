// What tickets say, read without any server: the forms of QR codes, their signatures, and the half minutes of phones.
import { verify } from './ed25519.js';
import { hmac, sha256, utf8 } from './random.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SEALED = /^ENC([12])\.([1-9]\d{0,8})\.(T[0-9A-Z]{12})\.([1-9]\d{0,8})(?:\.(\d{1,10})\.([0-9A-Z]{16}))?\.([0-9A-Z]{103})$/;
const TYPED = /^(T[0-9A-HJKMNP-TV-Z]{12})([1-9][0-9]{0,5})?$/;
const MAC_BYTES = 10;

/** How long a phone shows a code, in milliseconds. */
export const WINDOW_MILLIS = 30000;

/** Crockford's base 32 of bytes. */
export function base32(bytes) {
  let text = '';
  let buffer = 0;
  let held = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    held += 8;
    while (held >= 5) {
      held -= 5;
      text += ALPHABET[(buffer >> held) & 31];
    }
    buffer &= (1 << held) - 1;
  }
  return held ? text + ALPHABET[(buffer << (5 - held)) & 31] : text;
}

function unbase32(text, length) {
  const bytes = new Uint8Array(length);
  let buffer = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) {
      return null;
    }
    buffer = (buffer << 5) | value;
    held += 5;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = buffer >> held;
      buffer &= (1 << held) - 1;
    }
  }
  return at === length && buffer === 0 ? bytes : null;
}

/** Bytes of base 64. */
export function unbase64(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** How the gates' list of tickets names a code: the first 9 bytes of its SHA-256 in base 64. */
export function digest(code) {
  return btoa(String.fromCharCode(...sha256(utf8(code)).subarray(0, 9)));
}

/** The half minute of a time in milliseconds. */
export function windowOf(millis) {
  return Math.floor(millis / WINDOW_MILLIS);
}

/** What a phone shows in a half minute: a pass is the head, the signature and the secret of a ticket. */
export function rotating(pass, window) {
  const proof = hmac(pass.secret, utf8(String(window))).subarray(0, MAC_BYTES);
  return [pass.head, window, base32(proof), pass.signature].join('.');
}

function parse(text) {
  const parts = SEALED.exec(text.trim().toUpperCase());
  if (!parts || (parts[1] === '2') !== Boolean(parts[5])) {
    return null;
  }
  const signature = unbase32(parts[7], 64);
  return signature && {
    keyId: Number(parts[2]), code: parts[3], issue: Number(parts[4]), signature,
    window: parts[5] ? Number(parts[5]) : null, mac: parts[6] || null,
    signed: utf8(['ENC' + parts[1], parts[2], parts[3], parts[4]].join('.'))
  };
}

function typed(text) {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const read = TYPED.exec(code);
  // which of the ticket's codes it is stands behind it from the second on
  return read && { entry: 'TYPED', code: read[1], issue: Number(read[2] || 1), window: null };
}

function fresh(read, key) {
  if (read.window === null) {
    return true;
  }
  const secret = key.rotation && hmac(unbase64(key.rotation), utf8(read.code + '.' + read.issue));
  return Boolean(secret) && base32(hmac(secret, utf8(String(read.window))).subarray(0, MAC_BYTES)) === read.mac;
}

/**
 * What was shown at the door: a code with how it came (SEALED, ROTATING, TYPED), or null for nothing of ours. Keys of other
 * events are not here, so their tickets cannot be told from forgeries: entry is then FOREIGN.
 */
export async function read(text, keys) {
  const sealed = parse(text);
  if (!sealed) {
    return typed(text);
  }
  const key = keys.find((one) => one.id === sealed.keyId);
  if (!key) {
    return { entry: 'FOREIGN', code: sealed.code, issue: sealed.issue, window: sealed.window };
  }
  if (!(await verify(unbase64(key.publicKey), sealed.signature, sealed.signed)) || !fresh(sealed, key)) {
    return null;
  }
  return { entry: sealed.window === null ? 'SEALED' : 'ROTATING', code: sealed.code, issue: sealed.issue, window: sealed.window };
}
