// Luck from seeds: encore-random/1 and encore-alias/1, written from the specification and sharing nothing with the
// server. SHA-256 is here too, because WebCrypto is missing wherever a page is not served by https.

const K = new Uint32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74,
  0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d,
  0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
  0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
  0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
]);

const START = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

function compress(h, w) {
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15];
    const b = w[i - 2];
    const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
    const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
    w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, k] = h;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (k + s1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    k = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  [a, b, c, d, e, f, g, k].forEach((word, i) => {
    h[i] = (h[i] + word) | 0;
  });
}

/** SHA-256 (FIPS 180-4) of bytes. */
export function sha256(bytes) {
  const blocks = ((bytes.length + 8) >>> 6) + 1;
  const padded = new Uint8Array(blocks * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, bytes.length << 3);
  const h = Int32Array.from(START);
  const w = new Int32Array(64);
  for (let block = 0; block < blocks; block++) {
    for (let i = 0; i < 16; i++) {
      w[i] = view.getInt32(block * 64 + i * 4);
    }
    compress(h, w);
  }
  const out = new DataView(new ArrayBuffer(32));
  h.forEach((word, i) => out.setInt32(i * 4, word));
  return new Uint8Array(out.buffer);
}

export function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  parts.forEach((part) => {
    whole.set(part, at);
    at += part.length;
  });
  return whole;
}

export function utf8(text) {
  return new TextEncoder().encode(text);
}

export function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function unhex(text) {
  return Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
}

/** HMAC-SHA256 (RFC 2104) under a key of at most 64 bytes. */
export function hmac(key, message) {
  const inner = new Uint8Array(64).fill(0x36);
  const outer = new Uint8Array(64).fill(0x5c);
  key.forEach((byte, i) => {
    inner[i] ^= byte;
    outer[i] ^= byte;
  });
  return sha256(concat(outer, sha256(concat(inner, message))));
}

/** The choices of one slot of one call, from their beginning. */
export class Luck {
  constructor(serverSeed, clientSeed, nonce, slot) {
    this.serverSeed = serverSeed;
    this.prefix = clientSeed + ':' + nonce + ':' + slot + ':';
    this.blocks = 0;
    this.words = [];
  }

  word() {
    if (this.words.length === 0) {
      const block = new DataView(hmac(this.serverSeed, utf8(this.prefix + this.blocks++)).buffer);
      this.words = [0, 8, 16, 24].map((at) => block.getBigUint64(at));
    }
    return this.words.shift();
  }

  /** A whole number from 0 to n - 1, each equally likely. */
  below(n) {
    if (n === 1) {
      return 0;
    }
    const bound = BigInt(n);
    const limit = (1n << 64n) - ((1n << 64n) % bound);
    let word = this.word();
    while (word >= limit) {
      word = this.word();
    }
    return Number(word % bound);
  }
}

/** A choice among whole weights with one column and one threshold. */
export class Alias {
  constructor(weights) {
    const n = weights.length;
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const scaled = weights.map((weight) => weight * n);
    const small = [];
    const large = [];
    scaled.forEach((weight, i) => (weight < sum ? small : large).push(i));
    this.sum = sum;
    this.threshold = weights.map(() => sum);
    this.alias = weights.map((weight, i) => i);
    while (small.length && large.length) {
      const poor = small.shift();
      const rich = large[0];
      this.threshold[poor] = scaled[poor];
      this.alias[poor] = rich;
      scaled[rich] -= sum - scaled[poor];
      if (scaled[rich] < sum) {
        small.push(large.shift());
      }
    }
  }

  pick(luck) {
    if (this.alias.length === 1) {
      return 0;
    }
    const column = luck.below(this.alias.length);
    return luck.below(this.sum) < this.threshold[column] ? column : this.alias[column];
  }
}

/** Canonical JSON: keys in the order of their code points, no space, whole numbers. */
export function canonical(value) {
  if (Array.isArray(value)) {
    return '[' + value.map(canonical).join(',') + ']';
  }
  if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value).sort((a, b) => compare(utf8(a), utf8(b)));
    return '{' + keys.map((key) => JSON.stringify(key) + ':' + canonical(value[key])).join(',') + '}';
  }
  return JSON.stringify(value);
}

function compare(a, b) {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] !== b[i]) {
      return a[i] - b[i];
    }
  }
  return a.length - b.length;
}
