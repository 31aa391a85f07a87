// The page that checks a draw: loads public log data once, checks them here, and keeps them as a file that it checks
// again without any server.
import * as merkle from './merkle.js';
import { checks } from './proof.js';

const NEIGHBOURS = 200;
const AT_ONCE = 200;
const AGAIN_MILLIS = 2000;
const AGAIN_TIMES = 15;

let next;
const page = document.querySelector('[data-verify]');
const words = new Map(Array.from(page.querySelectorAll('[data-word]'), (word) => [word.dataset.word, word.textContent]));

async function get(path) {
  const answer = await fetch('/api/v1/fairness/' + path, { headers: { Accept: 'application/json, text/plain' } });
  if (!answer.ok) {
    throw new Error(path + ': ' + answer.status);
  }
  return answer;
}

async function proven(leaf, size) {
  const proof = await (await get('proofs/inclusion?index=' + leaf.index + '&size=' + size)).json();
  return { index: leaf.index, kind: leaf.kind, body: leaf.body, proof: proof.hashes };
}

async function leafAt(index) {
  return (await get('leaves/' + index)).json();
}

async function chain(commitment, size, into) {
  const all = [];
  let found;
  do {
    const from = all.length ? all[all.length - 1].index + 1 : 0;
    found = (await (await get('chains/' + commitment + '?from=' + from + '&size=' + size)).json()).leaves;
    all.push(...found);
  } while (found.length === AT_ONCE);
  all.forEach((leaf) => into.set(leaf.index, leaf));
  return all;
}

/** The leaves before the draw, back to the last draw that took from the same shared stock. */
async function neighbours(drawn, size, into) {
  const from = Math.max(0, drawn.index - NEIGHBOURS);
  const before = (await (await get('leaves?from=' + from + '&count=' + (drawn.index - from))).json()).leaves.reverse();
  const banner = JSON.parse(drawn.body).banner;
  const last = before.findIndex((leaf) => (leaf.kind === 'draw' || leaf.kind === 'exchange') && JSON.parse(leaf.body).banner === banner);
  const seen = last < 0 ? before : before.slice(0, last + 1);
  const missing = seen.filter((leaf) => !into.has(leaf.index));
  for (const leaf of missing) {
    into.set(leaf.index, await proven(leaf, size));
  }
  return last < 0 && from === 0;
}

/** Everything that the checks need, and nothing else. */
async function load(index) {
  const checkpoint = await (await get('checkpoint')).text();
  const size = Number(checkpoint.split('\n')[1]);
  if (!(index < size)) {
    return null;
  }
  const leaves = new Map();
  const drawn = await leafAt(index);
  const body = JSON.parse(drawn.body);
  const own = await chain(body.chain, size, leaves);
  const previous = own.map((leaf) => JSON.parse(leaf.body).previous).find((one) => one !== undefined);
  if (previous) {
    await chain(previous, size, leaves);
  }
  if (!leaves.has(body.oddsIndex)) {
    leaves.set(body.oddsIndex, await proven(await leafAt(body.oddsIndex), size));
  }
  const first = body.stock ? await neighbours(drawn, size, leaves) : false;
  const key = (await (await get('key')).text()).trim();
  return { encore: 'draw/1', code: body.code, draw: index, first, checkpoint, key, leaves: Array.from(leaves.values()) };
}

function says(text) {
  page.querySelector('[data-says]').textContent = words.get(text) || text;
}

function show(check) {
  const item = page.querySelector('[data-check="' + check.name + '"]');
  item.dataset.state = check.state;
  item.querySelector('[data-sign]').textContent = words.get('sign.' + check.state);
  item.querySelector('[data-result]').textContent = item.dataset[check.state];
  const name = item.querySelector('[data-finding]');
  name.hidden = check.finding === null;
  name.textContent = check.finding === null ? '' : check.finding + ': ' + words.get('finding.' + check.finding);
  const facts = item.querySelector('dl');
  facts.replaceChildren();
  check.facts.forEach(([label, value]) => {
    const term = facts.appendChild(document.createElement('dt'));
    term.textContent = words.get('fact.' + label) || label;
    const text = facts.appendChild(document.createElement('dd')).appendChild(document.createElement('code'));
    text.className = 'hash';
    text.textContent = value;
  });
  item.querySelector('details').hidden = check.facts.length === 0;
}

function keep(bundle) {
  const link = page.querySelector('[data-keep]');
  URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([JSON.stringify(bundle, null, 1)], { type: 'application/json' }));
  link.download = 'encore-' + bundle.code + '.json';
  link.hidden = false;
}

async function check(bundle) {
  const results = await checks(bundle, merkle);
  results.forEach(show);
  const states = results.map((result) => result.state);
  const verdict = states.includes('bad') ? 'bad' : states.includes('wait') ? 'wait' : 'good';
  page.dataset.verdict = verdict;
  page.querySelector('[data-code]').textContent = bundle.code;
  says('verdict.' + verdict);
  keep(bundle);
  return verdict;
}

async function open(file) {
  clearTimeout(next);
  try {
    await check(JSON.parse(await file.text()));
  } catch (unreadable) {
    page.dataset.verdict = 'unread';
    says('unread');
  }
}

function takeFiles() {
  page.querySelector('input[type="file"]').addEventListener('change', (event) => {
    if (event.target.files.length > 0) {
      open(event.target.files[0]);
    }
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) {
      open(event.dataTransfer.files[0]);
    }
  });
}

/** What is still missing, a seed told a moment ago perhaps, comes with one of the next checkpoints. */
async function start(times = AGAIN_TIMES) {
  const index = page.dataset.index;
  if (page.dataset.verify === '') {
    says('choose');
    return;
  }
  try {
    const bundle = index === '' ? null : await load(Number(index));
    if (bundle === null) {
      says('soon');
      next = setTimeout(() => (index === '' ? location.reload() : start()), AGAIN_MILLIS);
    } else if ((await check(bundle)) === 'wait' && times > 0) {
      next = setTimeout(() => start(times - 1), AGAIN_MILLIS);
    }
  } catch (failed) {
    page.dataset.verdict = 'unread';
    says('unreached');
  }
}

takeFiles();
start();
