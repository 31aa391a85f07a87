// Ed25519 signatures of RFC 8032: by the browser where it can, else here. WebCrypto is missing where a page is not served
// by https, and its Ed25519 in browsers older than 2025. Nothing here is secret, so nothing needs constant time.

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const WORD = 2n ** 64n - 1n;
const mod = (n) => ((n % P) + P) % P;

function power(base, exponent) {
  let result = 1n;
  for (let b = mod(base), e = exponent; e > 0n; e >>= 1n, b = (b * b) % P) {
    if (e & 1n) {
      result = (result * b) % P;
    }
  }
  return result;
}

const inverse = (n) => power(n, P - 2n);
const D = mod(-121665n * inverse(121666n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);

// The constants of SHA-512 (FIPS 180-4) are the first 64 bits of the fractions of roots of primes.
function root(n, degree) {
  let low = 0n;
  let high = 1n << 80n;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** degree <= n) {
      low = middle;
    } else {
      high = middle - 1n;
    }
  }
  return low;
}

function primes(count) {
  const found = [];
  for (let n = 2; found.length < count; n++) {
    if (found.every((prime) => n % prime)) {
      found.push(n);
    }
  }
  return found.map(BigInt);
}

const K = primes(80).map((prime) => root(prime << 192n, 3n) & WORD);
const START = primes(8).map((prime) => root(prime << 128n, 2n) & WORD);
const turn = (word, bits) => ((word >> bits) | (word << (64n - bits))) & WORD;

function number(bytes, littleEndian) {
  const order = littleEndian ? Array.from(bytes).reverse() : Array.from(bytes);
  return order.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function compress(state, block) {
  const w = Array.from({ length: 16 }, (unused, i) => number(block.subarray(8 * i, 8 * i + 8), false));
  for (let i = 16; i < 80; i++) {
    const s0 = turn(w[i - 15], 1n) ^ turn(w[i - 15], 8n) ^ (w[i - 15] >> 7n);
    const s1 = turn(w[i - 2], 19n) ^ turn(w[i - 2], 61n) ^ (w[i - 2] >> 6n);
    w.push((w[i - 16] + s0 + w[i - 7] + s1) & WORD);
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 80; i++) {
    const t1 = h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + ((e & f) ^ (~e & WORD & g)) + K[i] + w[i];
    const t2 = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & WORD, c, b, a, (t1 + t2) & WORD];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]) & WORD);
}

/** SHA-512 of bytes, as the number that Ed25519 reads it: little-endian. */
function sha512(bytes) {
  const padded = new Uint8Array(Math.ceil((bytes.length + 17) / 128) * 128);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setUint32(padded.length - 4, bytes.length * 8);
  let state = START;
  for (let at = 0; at < padded.length; at += 128) {
    state = compress(state, padded.subarray(at, at + 128));
  }
  const hash = new Uint8Array(64);
  state.forEach((word, i) => new DataView(hash.buffer).setBigUint64(8 * i, word));
  return number(hash, true);
}

// Points are [X, Y, Z, T] with x = X/Z, y = Y/Z, xy = T/Z (RFC 8032, 5.1.4).
function add(p, q) {
  const a = mod((p[1] - p[0]) * (q[1] - q[0]));
  const b = mod((p[1] + p[0]) * (q[1] + q[0]));
  const c = mod(2n * p[3] * q[3] * D);
  const d = mod(2n * p[2] * q[2]);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function times(scalar, point) {
  let result = [0n, 1n, 1n, 0n];
  for (let s = scalar, p = point; s > 0n; s >>= 1n, p = add(p, p)) {
    if (s & 1n) {
      result = add(result, p);
    }
  }
  return result;
}

const equal = (p, q) => mod(p[0] * q[2] - q[0] * p[2]) === 0n && mod(p[1] * q[2] - q[1] * p[2]) === 0n;

function recoverX(y, sign) {
  const square = mod((y * y - 1n) * inverse(D * y * y + 1n));
  if (square === 0n) {
    return sign ? null : 0n;
  }
  let x = power(square, (P + 3n) / 8n);
  if (mod(x * x - square) !== 0n) {
    x = mod(x * ROOT_OF_MINUS_ONE);
  }
  if (mod(x * x - square) !== 0n) {
    return null;
  }
  return (x & 1n) === sign ? x : P - x;
}

function point(bytes) {
  const all = number(bytes, true);
  const y = all & (2n ** 255n - 1n);
  const x = y < P ? recoverX(y, all >> 255n) : null;
  return x === null ? null : [x, y, 1n, mod(x * y)];
}

const BASE_Y = mod(4n * inverse(5n));
const BASE_X = recoverX(BASE_Y, 0n);
const BASE = [BASE_X, BASE_Y, 1n, mod(BASE_X * BASE_Y)];

/** As verify, without the browser's help. */
export function verifyHere(key, signature, message) {
  if (key.length !== 32 || signature.length !== 64) {
    return false;
  }
  const a = point(key);
  const r = point(signature.subarray(0, 32));
  const s = number(signature.subarray(32), true);
  if (!a || !r || s >= L) {
    return false;
  }
  const covered = new Uint8Array(64 + message.length);
  covered.set(signature.subarray(0, 32));
  covered.set(key, 32);
  covered.set(message, 64);
  return equal(times(s, BASE), add(r, times(sha512(covered) % L, a)));
}

const known = new Map();

async function imported(key) {
  const name = key.join();
  if (!known.has(name)) {
    try {
      known.set(name, await globalThis.crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']));
    } catch (missing) {
      known.set(name, null);
    }
  }
  return known.get(name);
}

/** Whether a signature of 64 bytes over a message is that of a public key of 32 bytes. */
export async function verify(key, signature, message) {
  const helper = await imported(key);
  return helper
    ? globalThis.crypto.subtle.verify({ name: 'Ed25519' }, helper, signature, message)
    : verifyHere(key, signature, message);
}
