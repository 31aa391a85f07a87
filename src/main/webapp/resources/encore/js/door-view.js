// What the door shows: the verdict across the hall, counts, the last scans, and entries that need a look.

const ICONS = {
  READY: 'scan', CHECKING: 'refresh', FAILED: 'warning', VALID: 'check', EXIT: 'exit', UNDO: 'refresh', ALREADY_USED: 'clock', DOUBLE: 'users',
  NOT_INSIDE: 'exit', WRONG_EVENT: 'external', WRONG_TYPE: 'external', NOT_OPEN: 'clock', STATIC_CODE: 'phone', STALE_CODE: 'clock', CANCELLED: 'trash',
  REFUSED: 'cross', UNKNOWN: 'cross'
};
const LONG_AGO_MILLIS = 43200000;

export class DoorView {
  constructor(page) {
    this.page = page;
    this.texts = page.dataset;
    this.language = document.documentElement.lang;
    this.verdict = document.getElementById('verdict');
    this.outcomes = {};
    page.querySelectorAll('[data-outcome]').forEach((told) => {
      this.outcomes[told.dataset.outcome] = { title: told.dataset.title, say: told.dataset.say };
    });
  }

  time(instant, zone, withDay) {
    const form = withDay ? { dateStyle: 'medium', timeStyle: 'short' } : { timeStyle: 'medium' };
    return new Intl.DateTimeFormat(this.language, { ...form, timeZone: zone || undefined, hourCycle: 'h23' }).format(new Date(instant));
  }

  static grouped(ticket) {
    return ticket ? ticket.replace(/(.{4})(?=.)/g, '$1\u00a0') : '';
  }

  icon(name) {
    const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    picture.setAttribute('class', 'icon');
    picture.setAttribute('viewBox', '0 0 24 24');
    picture.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', this.texts.icons + '#' + name);
    picture.appendChild(use);
    return picture;
  }

  show(name, title, say, detail, more) {
    this.verdict.dataset.verdict = name;
    this.verdict.querySelector('use').setAttribute('href', this.texts.icons + '#' + ICONS[name]);
    const parts = { title, say, detail, more };
    Object.keys(parts).forEach((part) => {
      this.verdict.querySelector('.verdict-' + part).textContent = parts[part] || '';
    });
    this.verdict.classList.remove('verdict-fresh');
    void this.verdict.offsetWidth;
    this.verdict.classList.add('verdict-fresh');
  }

  /** Shows a verdict, and answers its name for the sound. */
  tell(result) {
    const exit = result.outcome === 'VALID' && result.direction === 'EXIT';
    const words = exit ? { title: this.texts.exit, say: this.texts.exitSay } : this.outcomes[result.outcome];
    const person = [result.type, DoorView.grouped(result.ticket)].filter(Boolean).join(' · ');
    const alone = result.alone ? this.texts.alone : '';
    if (result.usedAt) {
      const long = Date.now() - Date.parse(result.usedAt) > LONG_AGO_MILLIS;
      const where = this.texts.usedAt.replace('{gate}', result.usedGate || '–').replace('{time}', this.time(result.usedAt, this.texts.zone, long));
      this.show(result.outcome, words.title, words.say, where, [result.holder, person].filter(Boolean).join(' · '));
    } else if (result.otherEvent) {
      this.show(result.outcome, words.title, words.say, result.otherEvent, this.time(result.otherStartsAt, result.otherZone, true));
    } else {
      this.show(result.outcome, words.title, words.say, result.holder || (result.alone ? result.type : ''), [result.holder || !result.alone ? person : DoorView.grouped(result.ticket), alone].filter(Boolean).join(' · '));
    }
    return result.outcome;
  }

  counts(list, admitted, inside) {
    const numbers = new Intl.NumberFormat(this.language);
    document.getElementById('scan-count').textContent =
      this.texts.of.replace('{admitted}', numbers.format(admitted)).replace('{expected}', numbers.format(list.expected));
    document.getElementById('scan-inside').textContent = this.texts.inside.replace('{inside}', numbers.format(inside));
    const progress = document.getElementById('scan-progress');
    progress.max = Math.max(1, list.expected);
    progress.value = admitted;
  }

  line(online, pending, ended) {
    const line = document.getElementById('door-line');
    line.dataset.line = ended ? 'ended' : online ? 'online' : 'offline';
    const state = ended ? this.texts.lineEnded : online ? this.texts.lineOnline : this.texts.lineOffline;
    const waits = pending ? this.texts.waiting.replace('{count}', new Intl.NumberFormat(this.language).format(pending)) : '';
    line.textContent = [state, waits].filter(Boolean).join(' · ');
  }

  row(scan, undo) {
    const line = document.createElement('tr');
    const name = scan.direction === 'UNDO' ? 'UNDO' : scan.direction === 'EXIT' && scan.outcome === 'VALID' ? 'EXIT' : scan.outcome;
    const said = { UNDO: this.texts.undone, EXIT: this.texts.exit }[name];
    const cells = [this.time(scan.at, this.texts.zone), null, scan.holder || '', DoorView.grouped(scan.ticket), [scan.gate, scan.waiting ? this.texts.rowWaiting : ''].filter(Boolean).join(' · ')];
    cells.forEach((text) => {
      const cell = document.createElement('td');
      if (text === null) {
        cell.className = 'scan-result scan-result-' + (name === 'EXIT' ? 'VALID' : name);
        cell.append(this.icon(ICONS[name]), said || this.outcomes[scan.outcome].title);
      } else {
        cell.textContent = text;
      }
      line.appendChild(cell);
    });
    const last = line.appendChild(document.createElement('td'));
    if (scan.undoable) {
      const button = last.appendChild(document.createElement('button'));
      button.type = 'button';
      button.className = 'button button-small button-quiet';
      button.textContent = this.texts.undo;
      button.setAttribute('aria-label', this.texts.undoOf.replace('{ticket}', scan.ticket || ''));
      button.addEventListener('click', () => undo(scan));
    }
    return line;
  }

  scans(scans, undo) {
    const table = document.getElementById('scan-table');
    table.hidden = scans.length === 0;
    document.getElementById('scan-none').hidden = scans.length > 0;
    table.querySelector('tbody').replaceChildren(...scans.map((scan) => this.row(scan, undo)));
  }

  doubles(doubles, undo) {
    document.getElementById('door-doubles').hidden = doubles.length === 0;
    document.querySelector('#door-doubles ul').replaceChildren(...doubles.map((twice) => {
      const line = document.createElement('li');
      const who = [twice.holder, DoorView.grouped(twice.ticket)].filter(Boolean).join(' · ');
      const again = this.texts.usedAt.replace('{gate}', twice.gate).replace('{time}', this.time(twice.at, this.texts.zone));
      const before = twice.keptAt
        ? this.texts.keptAt.replace('{gate}', twice.keptGate).replace('{time}', this.time(twice.keptAt, this.texts.zone))
        : this.outcomes[twice.outcome].say;
      const title = document.createElement('strong');
      title.textContent = this.outcomes[twice.outcome].title + (who ? ': ' + who : '');
      const detail = document.createElement('span');
      detail.textContent = again + ' · ' + before;
      line.append(title, detail);
      if (twice.outcome === 'DOUBLE') {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button button-small button-quiet';
        button.textContent = this.texts.undo;
        button.setAttribute('aria-label', this.texts.undoOf.replace('{ticket}', twice.ticket || ''));
        button.addEventListener('click', () => undo(twice));
        line.append(button);
      }
      return line;
    }));
  }
}
