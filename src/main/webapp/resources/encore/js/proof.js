// Checks a draw with nothing but a bundle of public log data: no call to anybody, no word taken from the server.
// A finding has the same name here and in the command-line verifier.
import { canonical, hex, sha256, unhex, utf8 } from './random.js';
import { Rules, Refused, draw, exchange } from './engine.js';

/** One check: its name, what came of it, what is wrong by name and why, and what it looked at. */
class Check {
  constructor(name) {
    this.name = name;
    this.state = 'good';
    this.finding = null;
    this.facts = [];
  }

  fact(label, value) {
    this.facts.push([label, String(value)]);
    return this;
  }

  wrong(finding, label, value) {
    if (this.state !== 'bad') {
      this.state = 'bad';
      this.finding = finding;
    }
    return this.fact(label, value);
  }

  wait() {
    if (this.state === 'good') {
      this.state = 'wait';
    }
    return this;
  }

  none() {
    if (this.state === 'good') {
      this.state = 'none';
    }
    return this;
  }
}

/** The leaves of a bundle, read once and found by what they are. */
class Story {
  constructor(bundle) {
    this.bundle = bundle;
    this.leaves = bundle.leaves
      .map((leaf) => ({ ...leaf, at: leaf.index, value: JSON.parse(leaf.body) }))
      .sort((a, b) => a.index - b.index);
    this.draw = this.leaves.find((leaf) => leaf.index === bundle.draw);
    this.body = this.draw.value;
    this.odds = this.leaves.find((leaf) => leaf.index === this.body.oddsIndex);
    this.committed = this.kindOf(this.body.chain, 'group');
    this.revealed = this.kindOf(this.body.chain, 'seed');
    this.draws = this.drawsOf(this.body.chain);
    this.previous = this.committed && this.committed.value.previous;
    const told = this.revealed ? unhex(this.revealed.value.seed) : new Uint8Array(0);
    this.told = hex(sha256(told));
    this.seed = this.told === this.body.chain ? told : null;
  }

  kindOf(chain, key) {
    return this.leaves.find((leaf) => leaf.value.chain === chain && leaf.value[key] !== undefined);
  }

  /** Draws and choices for points of a chain, in the order of the log. */
  drawsOf(chain) {
    return this.leaves.filter((leaf) => leaf.value.chain === chain && leaf.value.after !== undefined);
  }

  rules() {
    return new Rules(this.odds.value.rules);
  }
}

/** The checkpoint is signed by the log's key. */
async function signed(story, merkle) {
  const check = new Check('signed');
  const { checkpoint, key } = story.bundle;
  const lines = checkpoint.split('\n');
  check.fact('log', lines[0]).fact('leaves', lines[1]).fact('root', lines[2]).fact('key', key);
  try {
    return (await merkle.verifyCheckpoint(checkpoint, key)) ? check : check.wrong('signature-wrong', 'error', 'signature');
  } catch (unreadable) {
    const unable = unreadable.message.startsWith('This browser');
    return unable ? check.fact('error', unreadable.message).wait() : check.wrong('signature-wrong', 'error', unreadable.message);
  }
}

/** Every leaf that the other checks rely on is in the signed tree. */
function included(story, merkle) {
  const check = new Check('included');
  const lines = story.bundle.checkpoint.split('\n');
  const size = Number(lines[1]);
  check.fact('leaf', story.draw.index).fact('leaves', size);
  story.leaves.forEach((leaf) => {
    let right = false;
    try {
      const hash = sha256(Uint8Array.of(0, ...utf8(leaf.body)));
      right = leaf.index < size && merkle.verifyInclusion(hash, leaf.index, size, leaf.proof, lines[2]);
    } catch (unreadable) {
      check.fact('error', unreadable.message);
    }
    if (!right) {
      check.wrong('log-tampered', 'leaf', leaf.index);
    }
  });
  return check.fact('proofs', story.leaves.length);
}

/** The draw used odds that were published before it. */
function published(story) {
  const check = new Check('odds');
  const { odds, draw: leaf, body } = story;
  if (!odds || !odds.value.rules) {
    return check.wrong('odds-changed', 'leaf', body.oddsIndex);
  }
  const hash = hex(sha256(utf8(canonical(odds.value.rules))));
  check.fact('odds_leaf', odds.index).fact('leaf', leaf.index).fact('published', odds.value.publishedAt || '').fact('odds_hash', hash);
  if (odds.index >= leaf.index) {
    check.wrong('odds-changed', 'error', 'published after the draw');
  }
  if (hash !== body.odds) {
    check.wrong('odds-changed', 'said', body.odds);
  }
  if (odds.value.banner !== body.banner || odds.value.rules.banner !== body.banner) {
    check.wrong('odds-changed', 'banner', odds.value.banner);
  }
  return check;
}

/** The seed was fixed before the draw and told later. */
function committed(story) {
  const check = new Check('seed');
  const { committed: leaf, revealed, body } = story;
  check.fact('commitment', body.chain);
  if (!leaf || leaf.index >= story.draw.index) {
    return check.wrong('seed-mismatch', 'error', 'not committed before the draw');
  }
  check.fact('committed_leaf', leaf.index);
  if (story.odds && story.odds.value.rules && story.odds.value.rules.group !== leaf.value.group) {
    check.wrong('seed-mismatch', 'group', leaf.value.group);
  }
  if (!revealed) {
    return check.wait();
  }
  check.fact('seed', revealed.value.seed).fact('revealed_leaf', revealed.index);
  if (story.told !== body.chain) {
    check.wrong('seed-mismatch', 'sha256', story.told);
  }
  if (story.draws.some((one) => one.index > revealed.index)) {
    check.wrong('seed-mismatch', 'error', 'drawn after the seed was told');
  }
  return check;
}

/** No draw of the chain was left out. */
function complete(story) {
  const check = new Check('complete');
  const nonces = story.draws.map((leaf) => leaf.value.nonce);
  check.fact('nonces', nonces.length ? nonces[0] + ' – ' + nonces[nonces.length - 1] : '').fact('nonce', story.body.nonce);
  nonces.forEach((nonce, due) => {
    if (nonce !== due) {
      check.wrong('nonce-gap', 'missing', due);
    }
  });
  if (story.revealed) {
    check.fact('said_draws', story.revealed.value.draws);
    if (story.revealed.value.draws !== nonces.length) {
      check.wrong('nonce-gap', 'draws', nonces.length);
    }
  }
  return check;
}

function same(left, right) {
  return canonical(left) === canonical(right);
}

/** Every state begins where the one before ended, and this draw changed it by the rules. */
function lawful(story, decided) {
  const check = new Check('state');
  let state = startOf(story, check);
  let from = story.draws.length && story.draws[0].value.nonce === 0 ? 0 : Infinity;
  story.draws.forEach((leaf) => {
    if (leaf.value.nonce === from && state !== null && !same(leaf.value.before, state)) {
      check.wrong('state-tampered', 'leaf', leaf.index).fact('before', canonical(leaf.value.before)).fact('due', canonical(state));
    }
    from = leaf.value.nonce + 1;
    state = leaf.value.after;
  });
  check.fact('before', canonical(story.body.before)).fact('after', canonical(story.body.after));
  if (decided === null) {
    return check.wait();
  }
  if (decided.after && !same(decided.after, story.body.after)) {
    check.wrong('state-tampered', 'due', canonical(decided.after));
  }
  return check;
}

/** What the first draw of the chain starts from: the end of the chain before, which must be whole. */
function startOf(story, check) {
  if (!story.previous) {
    return {};
  }
  const before = story.drawsOf(story.previous);
  const told = story.kindOf(story.previous, 'seed');
  if (!told || told.value.draws !== before.length) {
    check.wrong('state-tampered', 'previous', story.previous);
    return null;
  }
  return before.length ? before[before.length - 1].value.after : null;
}

/** The shared stock was what the draw before left of it; the box is part of the state. */
function stocked(story) {
  const check = new Check('stock');
  if (!story.odds || !story.odds.value.rules) {
    return check.none();
  }
  const rules = story.rules();
  const shared = rules.shared();
  if (shared.length === 0) {
    return rules.source.box ? check.fact('box', canonical(story.body.before)) : check.none();
  }
  const others = story.leaves.filter((leaf) => leaf.value.banner === story.body.banner && leaf.value.after && leaf.index < story.draw.index);
  const last = others[others.length - 1];
  shared.forEach((code) => {
    const said = story.body.stock[code];
    check.fact(code, said);
    const due = last
      ? last.value.stock[code] - last.value.prizes.filter((prize) => prize === code).length
      : story.bundle.first
        ? rules.byCode.get(code).stock
        : said;
    if (said !== due) {
      check.wrong('stock-tampered', 'due', due);
    }
  });
  return last || story.bundle.first ? check : check.wait();
}

/** What the engine makes of the draw: null while the seed is secret. */
function decide(story) {
  if (!story.odds || !story.odds.value.rules) {
    return null;
  }
  const { body, seed } = story;
  const rules = story.rules();
  try {
    if (body.item !== undefined) {
      return exchange(rules, body.before, body.stock || {}, body.item);
    }
    return seed ? draw(rules, body.before, body.stock || {}, body, seed) : null;
  } catch (refused) {
    if (refused instanceof Refused) {
      return { refused: refused.message };
    }
    throw refused;
  }
}

/** The prizes and the price follow from seeds, odds and state. */
function computed(story, decided) {
  const check = new Check('result');
  const { body } = story;
  if (body.clientSeed !== undefined) {
    check.fact('client_seed', body.clientSeed);
  }
  check.fact('nonce', body.nonce).fact('prizes', body.prizes.join(', ')).fact('price', body.price);
  if (decided === null) {
    return check.wait();
  }
  if (decided.refused) {
    return check.wrong('draw-tampered', 'error', decided.refused);
  }
  if (!same(decided.prizes, body.prizes)) {
    check.wrong('draw-tampered', 'due', decided.prizes.join(', '));
  }
  const paid = body.lots.reduce((sum, lot) => sum + lot[1], 0);
  if (decided.price !== body.price || paid !== body.price) {
    check.wrong('draw-tampered', 'due', decided.price);
  }
  return check;
}

/** All checks of a bundle, in the order in which a fan reads them. */
export async function checks(bundle, merkle) {
  const story = new Story(bundle);
  const decided = decide(story);
  return [
    computed(story, decided),
    published(story),
    committed(story),
    complete(story),
    lawful(story, decided),
    stocked(story),
    included(story, merkle),
    await signed(story, merkle)
  ];
}
