// How a gate without a network decides, by what it took with it: the same rules, in the same order, as the server's.
import { digest, windowOf } from './door-codes.js';

const TOLERANCE = 1;

/** Where a ticket stands on a list, as far as this gate knows. */
export function standing(bundle, code, list) {
  return bundle.admissions.get(digest(code) + ' ' + list) || { entries: 0, inside: false, at: 0, gate: '' };
}

function ticketOf(bundle, code) {
  const known = bundle.tickets.get(digest(code));
  return known && { type: bundle.types[known[0]], issue: known[1] };
}

/**
 * The verdict on what was shown, as the server would answer it. The time is the server's, in milliseconds.
 */
export function decide(bundle, shown, list, direction, now) {
  if (!shown) {
    return { outcome: 'UNKNOWN' };
  }
  const ticket = ticketOf(bundle, shown.code);
  if (!ticket || shown.entry === 'FOREIGN') {
    return { outcome: shown.entry === 'FOREIGN' ? 'WRONG_EVENT' : 'UNKNOWN' };
  }
  const state = standing(bundle, shown.code, list.code);
  const told = { ticket: shown.code, type: ticket.type.name };
  if (ticket.issue === 0 || (shown.issue !== null && shown.issue !== ticket.issue)) {
    return { outcome: 'CANCELLED', ...told };
  }
  if (list.ticketTypes.length && !list.ticketTypes.includes(ticket.type.code)) {
    return { outcome: 'WRONG_TYPE', ...told };
  }
  if (direction === 'EXIT') {
    return { outcome: state.inside ? 'VALID' : 'NOT_INSIDE', ...told };
  }
  if (now < Date.parse(list.opensAt) || now >= Date.parse(list.closesAt)) {
    return { outcome: 'NOT_OPEN', ...told };
  }
  if (list.rotating && shown.entry !== 'ROTATING') {
    return { outcome: 'STATIC_CODE', ...told };
  }
  if (shown.window !== null && Math.abs(windowOf(now) - shown.window) > TOLERANCE) {
    return { outcome: 'STALE_CODE', ...told };
  }
  if (state.entries === 0 || (list.reentry && !state.inside)) {
    return { outcome: 'VALID', ...told };
  }
  return { outcome: 'ALREADY_USED', usedAt: new Date(state.at).toISOString(), usedGate: state.gate, ...told };
}

/** Remembers that somebody went through. */
export function passed(bundle, code, list, direction, at, gate) {
  const state = standing(bundle, code, list);
  const entry = direction !== 'EXIT';
  const next = {
    entries: state.entries + (entry ? 1 : 0), inside: entry,
    at: state.at || at, gate: state.gate || gate
  };
  bundle.admissions.set(digest(code) + ' ' + list, next);
  return next;
}

/** Takes an answer of the server into what the gate knows: everything, or what changed. */
export function merge(old, answer) {
  const fresh = answer.full || !old;
  const bundle = {
    event: answer.event, title: answer.title, startsAt: answer.startsAt, zone: answer.zone, venue: answer.venue,
    next: answer.next, keys: answer.keys, types: answer.types, lists: answer.lists,
    tickets: fresh ? new Map() : old.tickets, admissions: fresh ? new Map() : old.admissions
  };
  answer.tickets.forEach((line) => {
    const [name, type, issue] = line.split(' ');
    bundle.tickets.set(name, [Number(type), Number(issue)]);
  });
  answer.admissions.forEach((line) => {
    const [name, list, entries, inside, first] = line.split(' ');
    const key = name + ' ' + list;
    const gate = (bundle.admissions.get(key) || { gate: '' }).gate;
    bundle.admissions.set(key, { entries: Number(entries), inside: inside === '1', at: Number(first) * 1000, gate });
  });
  return bundle;
}
