// The line between a gate and the server: one request a scan while it holds, decisions of its own while it does not, and a
// queue that is told when it is back.
import { read } from './door-codes.js';
import { decide, merge, passed } from './door-rules.js';
import { enqueue, forget, keep, kept, told, waiting } from './door-store.js';

const ADDRESS = '/api/v1/check-ins';
const ANSWER_MILLIS = 4000;
const BUNDLE_MILLIS = 30000;
const AT_ONCE = 100;
const PASSING = new Set([409, 429]);

/** The server answered, and it was no. */
export class Refused extends Error {
  constructor(status, code) {
    super(code || String(status));
    this.status = status;
    this.code = code;
  }
}

/** A gate at an event. changed() is called when the line, the queue or the bundle changed, clash(answer) for a double entry. */
export class Gate {
  constructor(event, token, changed, clash) {
    Object.assign(this, { event, token, changed, clash });
    this.online = navigator.onLine;
    this.skew = 0;
    this.bundle = null;
    this.pending = 0;
    this.telling = null;
  }

  /** Loads what the device kept, and then what the server has. */
  async open() {
    this.bundle = (await kept('bundle ' + this.event)) || null;
    this.skew = (await kept('skew')) || 0;
    const queue = await waiting(this.event);
    this.pending = queue.length;
    queue.filter((scan) => scan.admitted && scan.code && this.bundle).forEach((scan) => {
      passed(this.bundle, scan.code, scan.list, scan.direction, Date.parse(scan.at) + this.skew, scan.gate);
    });
    this.changed();
    await this.meet();
  }

  now() {
    return Date.now() + this.skew;
  }

  async ask(path, body, millis) {
    const leaving = new AbortController();
    const timer = setTimeout(() => leaving.abort(), millis || ANSWER_MILLIS);
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Requested-With': 'encore-door' };
    if (this.token) {
      headers.Authorization = 'Bearer ' + this.token;
    }
    try {
      const answer = await fetch(ADDRESS + path, {
        method: body ? 'POST' : 'GET', credentials: this.token ? 'omit' : 'same-origin', headers,
        body: body ? JSON.stringify(body) : undefined, signal: leaving.signal
      });
      if (answer.status >= 500) {
        throw new Error('no answer');
      }
      const said = await answer.json().catch(() => ({}));
      if (!answer.ok) {
        throw new Refused(answer.status, said.code);
      }
      this.line(true);
      return said;
    } catch (failed) {
      if (!(failed instanceof Refused)) {
        this.line(false);
      }
      throw failed;
    } finally {
      clearTimeout(timer);
    }
  }

  line(holds) {
    if (this.online !== holds) {
      this.online = holds;
      this.changed();
    }
  }

  /** The verdict on a scan, by the server or by this gate. */
  async scan(scan) {
    if (this.online && navigator.onLine) {
      try {
        const result = await this.ask('', { qr: scan.qr, gate: scan.gate, nonce: scan.nonce, event: this.event, list: scan.list, direction: scan.direction });
        if (result.admitted && this.bundle && result.ticket) {
          passed(this.bundle, result.ticket, scan.list, scan.direction, Date.parse(result.scannedAt), result.gate);
        }
        return result;
      } catch (failed) {
        if (failed instanceof Refused && !PASSING.has(failed.status)) {
          throw failed;
        }
      }
    }
    return this.alone(scan);
  }

  async alone(scan) {
    const list = this.bundle && this.bundle.lists.find((one) => one.code === scan.list);
    if (!list) {
      throw new Error('nothing to decide by');
    }
    const shown = await read(scan.qr, this.bundle.keys);
    const verdict = decide(this.bundle, shown, list, scan.direction, this.now());
    const admitted = verdict.outcome === 'VALID';
    await enqueue({ ...scan, event: this.event, at: new Date().toISOString(), admitted, code: shown ? shown.code : null });
    if (admitted) {
      passed(this.bundle, shown.code, scan.list, scan.direction, this.now(), scan.gate);
    }
    this.pending += 1;
    this.changed();
    return { ...verdict, alone: true, direction: scan.direction, admitted };
  }

  /** Tells what waits and hears what changed; failing is no harm, it comes again. */
  async meet() {
    if (!this.telling) {
      this.telling = this.tell().finally(() => { this.telling = null; });
    }
    return this.telling;
  }

  async tell() {
    try {
      await this.tellQueue();
      if (!this.bundle || !this.heard || Date.now() - this.heard > BUNDLE_MILLIS) {
        await this.hear();
      }
    } catch (failed) {
      if (failed instanceof Refused && (failed.status === 401 || failed.status === 404)) {
        this.ended = true;
      }
    }
    this.changed();
  }

  async tellQueue() {
    for (let queue = await waiting(this.event); queue.length; queue = await waiting(this.event)) {
      const scans = queue.slice(0, AT_ONCE).map(({ qr, gate, nonce, list, direction, at, admitted }) => ({ qr, gate, nonce, list, direction, at, admitted }));
      const answers = await this.ask('/batch', { event: this.event, sentAt: new Date().toISOString(), scans }, 20000);
      for (const answer of answers) {
        if (answer.error && answer.error !== 'checkin.nonce_reused') {
          throw new Refused(404, answer.error);
        }
        await told(answer.nonce);
        if (answer.result && answer.result.admitted && answer.result.outcome !== 'VALID' && answer.result.direction === 'ENTRY') {
          this.clash(answer.result);
        }
      }
      this.pending = (await waiting(this.event)).length;
      this.heard = 0;
      this.changed();
    }
    this.pending = 0;
  }

  async hear() {
    const sent = Date.now();
    const since = this.bundle ? '&since=' + encodeURIComponent(this.bundle.next) : '';
    const answer = await this.ask('/bundle?event=' + encodeURIComponent(this.event) + since, null, 20000);
    this.heard = Date.now();
    this.skew = Date.parse(answer.now) - (sent + this.heard) / 2;
    this.bundle = merge(this.bundle, answer);
    await keep('bundle ' + this.event, this.bundle);
    await keep('skew', this.skew);
  }
}

/** This device, if it was enrolled. */
export const device = () => kept('device');

/** Exchanges the code of an invitation for this device's token. */
export async function enrol(code) {
  const answer = await fetch(ADDRESS + '/enrolments', {
    method: 'POST', credentials: 'omit', headers: { Accept: 'application/json', 'Content-Type': 'application/json' }, body: JSON.stringify({ code })
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Refused(answer.status, said.code);
  }
  await keep('device', said);
  return said;
}

/** This device is nobody's any more. */
export async function leave() {
  const enrolled = await device();
  if (enrolled) {
    await forget('bundle ' + enrolled.event);
  }
  await forget('device');
}
