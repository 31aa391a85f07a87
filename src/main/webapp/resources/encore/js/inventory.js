// Follows the inventory ledger of an event from its first line: every hash, every sum, and that sold never passed capacity.
import { hex, sha256, utf8 } from './random.js';

const AT_ONCE = 5000;
const page = document.querySelector('[data-inventory]');
const says = page.querySelector('[data-says]');
const button = page.querySelector('[data-check]');

function holds(line, before) {
  const parts = line.split(' ');
  const [capacity, free, held, sold] = parts.slice(5, 9).map(Number);
  const hash = hex(sha256(utf8(before + '\n' + parts.slice(0, 10).join(' '))));
  const counted = free + held + sold === capacity && free >= 0 && held >= 0 && sold >= 0 && sold <= capacity;
  return counted && hash === parts[10] ? hash : null;
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
  let lines = await read(1);
  while (lines.length) {
    for (const line of lines) {
      place += 1;
      hash = Number(line.split(' ')[0]) === place ? holds(line, hash) : null;
      if (!hash) {
        return { state: 'broken', place };
      }
      agreed = agreed || (place === said.lines && hash === said.hash);
    }
    says.textContent = says.dataset.running.replace('{0}', place);
    lines = lines.length === AT_ONCE ? await read(place + 1) : [];
  }
  return { state: agreed ? 'sound' : 'broken', place, head: Boolean(said) };
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
