// Draws the order of a queue again from what was committed and revealed: encore-queue/1, sharing nothing with the server.
import { Luck, hex, sha256, unhex, utf8 } from './random.js';

const page = document.querySelector('[data-queue-proof]');
const api = '/api/v1/events/' + encodeURIComponent(page.dataset.queueProof) + '/queue/';

function says(word) {
  const verdict = page.querySelector('[data-says]');
  verdict.textContent = verdict.dataset[word];
  verdict.dataset.state = word;
  page.dataset.verdict = { sound: 'good', broken: 'bad' }[word] || 'wait';
}

function result(check, good) {
  const item = page.querySelector('[data-check="' + check + '"]');
  item.dataset.state = good ? 'good' : 'bad';
  item.querySelector('[data-sign]').textContent = good ? item.dataset.good : item.dataset.bad;
  return good;
}

async function leaf(index) {
  const answer = await fetch('/api/v1/fairness/leaves/' + index, { headers: { Accept: 'application/json' } });
  return JSON.parse((await answer.json()).body);
}

/** The codes in the order in which they are called. */
export function draw(seed, list) {
  const codes = list.split('\n').filter((line) => line).map((line) => line.split(' ')[0]);
  const luck = new Luck(unhex(seed), hex(sha256(utf8(list))), 0, 0);
  for (let i = codes.length - 1; i > 0; i--) {
    const other = luck.below(i + 1);
    [codes[i], codes[other]] = [codes[other], codes[i]];
  }
  return codes;
}

async function check() {
  const proof = await (await fetch(api + 'draw')).json();
  if (!proof.seed || proof.drawnIndex === undefined || proof.drawnIndex === null) {
    says('early');
    return;
  }
  const list = await (await fetch(api + 'entrants')).text();
  const [opened, entrants, drawn] = await Promise.all([proof.openedIndex, proof.entrantsIndex, proof.drawnIndex].map(leaf));
  const hash = hex(sha256(utf8(list)));
  const order = draw(proof.seed, list);
  const good = [
    result('seed', hex(sha256(unhex(drawn.seed))) === opened.commitment && drawn.seed === proof.seed),
    result('entrants', hash === entrants.hash && hash === proof.hash),
    result('log', proof.openedIndex < proof.entrantsIndex && proof.entrantsIndex < proof.drawnIndex),
    result('order', hex(sha256(utf8(order.join('\n')))) === drawn.order)
  ];
  says(good.every((one) => one) ? 'sound' : 'broken');
  const code = page.querySelector('[data-code]').value.trim();
  if (code) {
    const place = order.indexOf(code) + 1;
    page.querySelector('[data-result]').textContent = place ? page.dataset.place.replace('{0}', place) : page.dataset.absent;
  }
}

check().catch(() => says('broken'));
