// Draws QR codes (ISO/IEC 18004) of capitals and digits with error correction M, up to version 10: a web ticket makes its
// codes itself, also without a network.

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const EC_WORDS = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
const MOST_VERSION = 10;
const QUIET = 4;
const MASKS = [
  (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3, (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3), (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2
];

function rawWords(version) {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const marks = Math.floor(version / 7) + 2;
    modules -= (25 * marks - 10) * marks - 55 + (version >= 7 ? 36 : 0);
  }
  return Math.floor(modules / 8);
}

const dataWords = (version) => rawWords(version) - EC_WORDS[version] * BLOCKS[version];

function bitsOf(text, version) {
  const bits = [];
  const put = (value, length) => {
    for (let i = length - 1; i >= 0; i--) {
      bits.push((value >> i) & 1);
    }
  };
  put(2, 4);
  put(text.length, version < 10 ? 9 : 11);
  for (let i = 0; i + 1 < text.length; i += 2) {
    put(LETTERS.indexOf(text[i]) * 45 + LETTERS.indexOf(text[i + 1]), 11);
  }
  if (text.length % 2) {
    put(LETTERS.indexOf(text[text.length - 1]), 6);
  }
  return bits;
}

function wordsOf(text) {
  let version = 1;
  while (version <= MOST_VERSION && bitsOf(text, version).length > dataWords(version) * 8) {
    version++;
  }
  if (version > MOST_VERSION) {
    throw new Error('too long for a QR code');
  }
  const bits = bitsOf(text, version);
  const room = dataWords(version) * 8;
  for (let i = 0; i < 4 && bits.length < room; i++) {
    bits.push(0);
  }
  while (bits.length % 8) {
    bits.push(0);
  }
  const words = [];
  for (let i = 0; i < bits.length; i += 8) {
    words.push(bits.slice(i, i + 8).reduce((sum, bit) => sum * 2 + bit, 0));
  }
  for (let pad = 0xec; words.length < dataWords(version); pad ^= 0xec ^ 0x11) {
    words.push(pad);
  }
  return { version, words };
}

// Reed and Solomon over the field of 256 with x^8 + x^4 + x^3 + x^2 + 1.
function product(x, y) {
  let z = 0;
  for (let i = 7; i >= 0; i--) {
    z = (z << 1) ^ ((z >> 7) * 0x11d);
    z ^= ((y >> i) & 1) * x;
  }
  return z;
}

function divisor(degree) {
  const result = new Array(degree).fill(0);
  result[degree - 1] = 1;
  let base = 1;
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) {
      result[j] = product(result[j], base) ^ (j + 1 < degree ? result[j + 1] : 0);
    }
    base = product(base, 2);
  }
  return result;
}

function remainder(data, by) {
  const result = new Array(by.length).fill(0);
  data.forEach((word) => {
    const factor = word ^ result.shift();
    result.push(0);
    by.forEach((coefficient, i) => { result[i] ^= product(coefficient, factor); });
  });
  return result;
}

function interleaved(version, words) {
  const blocks = BLOCKS[version];
  const short = Math.floor(rawWords(version) / blocks) - EC_WORDS[version];
  const shortBlocks = blocks - (rawWords(version) % blocks);
  const by = divisor(EC_WORDS[version]);
  const data = [];
  for (let i = 0, at = 0; i < blocks; i++) {
    const length = short + (i < shortBlocks ? 0 : 1);
    data.push(words.slice(at, at + length));
    at += length;
  }
  const correction = data.map((block) => remainder(block, by));
  const result = [];
  for (let i = 0; i <= short; i++) {
    data.filter((block) => i < block.length).forEach((block) => result.push(block[i]));
  }
  for (let i = 0; i < EC_WORDS[version]; i++) {
    correction.forEach((block) => result.push(block[i]));
  }
  return result;
}

function checked(value, length, by) {
  let rest = value;
  for (let i = 0; i < length; i++) {
    rest = (rest << 1) ^ ((rest >> (length - 1)) * by);
  }
  return (value << length) | rest;
}

class Picture {
  constructor(version) {
    this.version = version;
    this.size = version * 4 + 17;
    this.dark = Array.from({ length: this.size }, () => new Array(this.size).fill(false));
    this.fixed = Array.from({ length: this.size }, () => new Array(this.size).fill(false));
  }

  fix(x, y, dark) {
    if (x >= 0 && y >= 0 && x < this.size && y < this.size) {
      this.dark[y][x] = Boolean(dark);
      this.fixed[y][x] = true;
    }
  }

  marks() {
    if (this.version === 1) {
      return [];
    }
    const count = Math.floor(this.version / 7) + 2;
    const step = Math.floor((this.version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
    const places = [6];
    for (let place = this.size - 7; places.length < count; place -= step) {
      places.splice(1, 0, place);
    }
    return places;
  }

  frame() {
    for (let i = 0; i < this.size; i++) {
      this.fix(6, i, i % 2 === 0);
      this.fix(i, 6, i % 2 === 0);
    }
    [[3, 3], [this.size - 4, 3], [3, this.size - 4]].forEach(([cx, cy]) => {
      for (let dy = -4; dy <= 4; dy++) {
        for (let dx = -4; dx <= 4; dx++) {
          const ring = Math.max(Math.abs(dx), Math.abs(dy));
          this.fix(cx + dx, cy + dy, ring !== 2 && ring !== 4);
        }
      }
    });
    const places = this.marks();
    const last = places.length - 1;
    places.forEach((cy, i) => places.forEach((cx, j) => {
      if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) {
        return;
      }
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) {
          this.fix(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
        }
      }
    }));
    this.format(0);
    if (this.version >= 7) {
      const bits = checked(this.version, 12, 0x1f25);
      for (let i = 0; i < 18; i++) {
        const a = this.size - 11 + (i % 3);
        const b = Math.floor(i / 3);
        this.fix(a, b, (bits >> i) & 1);
        this.fix(b, a, (bits >> i) & 1);
      }
    }
  }

  format(mask) {
    const bits = checked(mask, 10, 0x537) ^ 0x5412;
    const bit = (i) => (bits >> i) & 1;
    for (let i = 0; i < 15; i++) {
      const near = i < 6 ? i : i < 8 ? i + 1 : 14 - i + (i === 8 ? 1 : 0);
      if (i < 8) {
        this.fix(8, near, bit(i));
        this.fix(this.size - 1 - i, 8, bit(i));
      } else {
        this.fix(near, 8, bit(i));
        this.fix(8, this.size - 15 + i, bit(i));
      }
    }
    this.fix(8, this.size - 8, true);
  }

  fill(words) {
    let i = 0;
    for (let right = this.size - 1; right >= 1; right -= 2) {
      if (right === 6) {
        right = 5;
      }
      for (let step = 0; step < this.size; step++) {
        const y = ((right + 1) & 2) === 0 ? this.size - 1 - step : step;
        for (const x of [right, right - 1]) {
          if (!this.fixed[y][x] && i < words.length * 8) {
            this.dark[y][x] = Boolean((words[i >> 3] >> (7 - (i & 7))) & 1);
            i++;
          }
        }
      }
    }
  }

  mask(number) {
    for (let y = 0; y < this.size; y++) {
      for (let x = 0; x < this.size; x++) {
        if (!this.fixed[y][x] && MASKS[number](x, y) === 0) {
          this.dark[y][x] = !this.dark[y][x];
        }
      }
    }
  }

  // How hard this is to read: runs, squares and an uneven sum. Anything that prefers mixed pictures will do.
  penalty() {
    let sum = 0;
    let darks = 0;
    for (let a = 0; a < this.size; a++) {
      for (const at of [(b) => this.dark[a][b], (b) => this.dark[b][a]]) {
        let run = 0;
        for (let b = 0; b < this.size; b++) {
          run = b > 0 && at(b) === at(b - 1) ? run + 1 : 1;
          sum += run === 5 ? 3 : run > 5 ? 1 : 0;
        }
      }
      for (let b = 0; b < this.size; b++) {
        const here = this.dark[a][b];
        darks += here ? 1 : 0;
        if (a && b && here === this.dark[a - 1][b] && here === this.dark[a][b - 1] && here === this.dark[a - 1][b - 1]) {
          sum += 3;
        }
      }
    }
    return sum + Math.floor(Math.abs((darks * 20) / (this.size * this.size) - 10)) * 10;
  }
}

/** Rows of squares, true for dark, of a text of capitals, digits and . - / : $ % * + and blanks. */
export function squares(text) {
  const { version, words } = wordsOf(text);
  const picture = new Picture(version);
  picture.frame();
  picture.fill(interleaved(version, words));
  const best = MASKS.map((mask, number) => {
    picture.mask(number);
    picture.format(number);
    const penalty = picture.penalty();
    picture.mask(number);
    return penalty;
  }).reduce((least, penalty, number, all) => (penalty < all[least] ? number : least), 0);
  picture.mask(best);
  picture.format(best);
  return picture.dark;
}

/** The same as an SVG path with its quiet zone; one unit is one square, the view box is 0 0 side side. */
export function path(text) {
  const rows = squares(text);
  const parts = [];
  rows.forEach((row, y) => row.forEach((dark, x) => {
    if (dark) {
      parts.push('M' + (x + QUIET) + ' ' + (y + QUIET) + 'h1v1h-1z');
    }
  }));
  return { d: parts.join(''), side: rows.length + 2 * QUIET };
}
