// Follows the inventory ledger of an event from its first line: every hash, every sum, and that sold never passed capacity.
import { hex, sha256, utf8 } from './random.js';

const AT_ONCE = 5000;
const page = document.querySelector('[data-inventory]');
const says = page.querySelector('[data-says]');
const button = page.querySelector('[data-check]');
const seatsOf = new Map([...page.querySelectorAll('[data-type]')].map((row) => [row.dataset.type, row.dataset.seatsOf || row.dataset.type]));

function holds(line, before) {
  const parts = line.split(' ');
  const [capacity, free, held, sold] = parts.slice(5, 9).map(Number);
  const hash = hex(sha256(utf8(before + '\n' + parts.slice(0, 10).join(' '))));
  const counted = free + held + sold === capacity && free >= 0 && held >= 0 && sold >= 0 && sold <= capacity;
  return counted && hash === parts[10] ? hash : null;
}

/**
 * Follows what ticket types have that are sold on the same seats. Movements of one moment are written type by type, so it
 * is asked between moments.
 */
function sharedSeats() {
  const types = new Map();
  let moment = null;
  const fits = () => {
    const sold = new Map();
    for (const [type, counts] of types) {
      const leading = seatsOf.get(type) || type;
      sold.set(leading, (sold.get(leading) || 0) + counts.sold);
    }
    return [...sold].every(([leading, count]) => !types.has(leading) || count <= types.get(leading).capacity);
  };
  return {
    fits,
    follow(line) {
      const parts = line.split(' ');
      const fitted = parts[9] === moment || fits();
      moment = parts[9];
      types.set(parts[1], { capacity: Number(parts[5]), sold: Number(parts[8]) });
      return fitted;
    },
  };
}

async function read(from) {
  const answer = await fetch('/api/v1/events/' + encodeURIComponent(page.dataset.inventory) + '/inventory/lines?from=' + from + '&count=' + AT_ONCE);
  if (!answer.ok) {
    throw new Error('Lines: ' + answer.status);
  }
  return (await answer.text()).split('\n').filter((line) => line);
}

/** The hash that the fairness log says of the first lines, or null without a head. */
async function head() {
  if (!page.dataset.headIndex) {
    return null;
  }
  const answer = await fetch('/api/v1/fairness/leaves/' + page.dataset.headIndex, { headers: { Accept: 'application/json' } });
  return JSON.parse((await answer.json()).body);
}

async function check() {
  const said = await head();
  let hash = page.dataset.genesis;
  let place = 0;
  let agreed = !said;
  const shared = sharedSeats();
  let lines = await read(1);
  while (lines.length) {
    for (const line of lines) {
      place += 1;
      hash = Number(line.split(' ')[0]) === place ? holds(line, hash) : null;
      if (!hash || !shared.follow(line)) {
        return { state: 'broken', place };
      }
      agreed = agreed || (place === said.lines && hash === said.hash);
    }
    says.textContent = says.dataset.running.replace('{0}', place);
    lines = lines.length === AT_ONCE ? await read(place + 1) : [];
  }
  return { state: agreed && shared.fits() ? 'sound' : 'broken', place, head: Boolean(said) };
}

button.addEventListener('click', () => {
  button.disabled = true;
  says.textContent = says.dataset.running.replace('{0}', 0);
  check()
    .catch(() => ({ state: 'broken', place: 0 }))
    .then((found) => {
      button.disabled = false;
      says.dataset.state = found.state;
      page.dataset.verdict = found.state === 'sound' ? 'good' : 'bad';
      const text = says.dataset[found.state].replace('{0}', found.place);
      says.textContent = found.state === 'sound' ? text + ' ' + (found.head ? says.dataset.head : says.dataset.nohead) : text;
    });
});
