// Decides draws again: encore-gacha/1, written from the specification and sharing nothing with the server.
import { Alias, Luck } from './random.js';

const WHOLE = 1000000;
const ENGINE = 'encore-gacha/1';

/** A call that the rules do not allow. */
export class Refused extends Error {}

/** The published rules of a banner, with the tables that its draws need. */
export class Rules {
  constructor(source) {
    if (source.engine !== ENGINE) {
      throw new Error('rules of another engine: ' + source.engine);
    }
    this.source = source;
    this.tiers = source.tiers;
    this.base = source.tiers.map((tier) => tier.weight || 0);
    this.items = source.items;
    this.byCode = new Map(source.items.map((item) => [item.code, item]));
    this.counters = (source.pity || [])
      .map((track) => ({
        tier: this.tier(track.tier),
        featured: track.featured === true,
        hard: track.hard,
        after: track.after || 0,
        step: track.step || 0,
        key: this.scoped('pity.' + track.tier + (track.featured ? '.featured' : ''), track.carry)
      }))
      .sort((a, b) => a.tier - b.tier || (a.key < b.key ? -1 : 1));
    this.rateUps = new Map(
      (source.rateUps || []).map((up) => [
        this.tier(up.tier),
        { share: up.share, key: up.carry === 'none' ? null : this.scoped('featured.' + up.tier, up.carry) }
      ])
    );
  }

  tier(name) {
    return name === undefined ? -1 : this.tiers.findIndex((tier) => tier.name === name);
  }

  own(name) {
    return name + '@' + this.source.banner;
  }

  scoped(name, carry) {
    return carry === 'group' ? name : this.own(name);
  }

  /** Codes of the items that all fans share a stock of. */
  shared() {
    return this.items.filter((item) => item.stock > 0).map((item) => item.code);
  }

  /** The items of a tier that chance may give; of a tier with a rate-up its featured ones or the others. */
  choice(tier, featured) {
    const name = this.tiers[tier].name;
    return this.items.filter(
      (item) => item.tier === name && item.weight > 0 && (!this.rateUps.has(tier) || (item.featured === true) === featured)
    );
  }
}

/** A state that is being worked on; numbers that are 0 are not in it. */
class Memory {
  constructor(before) {
    this.numbers = { ...before };
  }

  get(key) {
    return this.numbers[key] || 0;
  }

  set(key, number) {
    if (number === 0) {
      delete this.numbers[key];
    } else {
      this.numbers[key] = number;
    }
  }
}

function stepNow(rules, memory, free) {
  const steps = rules.source.steps;
  if (!steps || free) {
    return -1;
  }
  const next = memory.get(rules.own('step'));
  if (steps.then === 'loop') {
    return next % steps.list.length;
  }
  if (steps.then === 'stay') {
    return Math.min(next, steps.list.length - 1);
  }
  if (next >= steps.list.length) {
    throw new Refused('the steps are over');
  }
  return next;
}

function priceOf(rules, memory, call, step) {
  if (call.free) {
    if (!rules.source.freeDaily) {
      throw new Refused('there is no free draw');
    }
    if (call.count !== 1 || call.day <= memory.get(rules.own('freeday'))) {
      throw new Refused('the free draw was used');
    }
    return 0;
  }
  const offers = step < 0 ? rules.source.prices || [] : [rules.source.steps.list[step]];
  const offer = offers.find((one) => one.count === call.count);
  if (!offer) {
    throw new Refused('no such count is offered');
  }
  return offer.price;
}

function drawnToday(rules, memory, call) {
  return call.day > memory.get(rules.own('day')) ? 0 : memory.get(rules.own('today'));
}

function checkCaps(rules, memory, call) {
  const caps = rules.source.caps || {};
  if (call.free) {
    return;
  }
  if (caps.daily && drawnToday(rules, memory, call) + call.count > caps.daily) {
    throw new Refused('the daily cap is reached');
  }
  if (caps.total && memory.get(rules.own('total')) + call.count > caps.total) {
    throw new Refused('the total cap is reached');
  }
}

function settle(rules, memory, call, step, today) {
  const caps = rules.source.caps || {};
  if (call.free) {
    memory.set(rules.own('freeday'), call.day);
  } else {
    if (caps.daily) {
      memory.set(rules.own('day'), Math.max(call.day, memory.get(rules.own('day'))));
      memory.set(rules.own('today'), today + call.count);
    }
    if (caps.total) {
      memory.set(rules.own('total'), memory.get(rules.own('total')) + call.count);
    }
    if (step >= 0) {
      const { then, list } = rules.source.steps;
      const next = then === 'loop' ? (step + 1) % list.length : then === 'stay' ? Math.min(step + 1, list.length - 1) : step + 1;
      memory.set(rules.own('step'), next);
    }
  }
  if (rules.source.ceiling) {
    memory.set(rules.own('points'), memory.get(rules.own('points')) + rules.source.ceiling.points * call.count);
  }
}

/** Slots of banners with chances. */
class TierSlots {
  constructor(rules, memory, call, step) {
    this.rules = rules;
    this.memory = memory;
    this.weights = step >= 0 && rules.source.steps.list[step].weights ? rules.source.steps.list[step].weights : rules.base;
    this.ten = call.count === 10 ? rules.tier(rules.source.guarantee) : -1;
    this.ofStep = step >= 0 ? rules.tier(rules.source.steps.list[step].guarantee) : -1;
    this.best = Infinity;
  }

  next(last, luck) {
    const { rules, memory } = this;
    const misses = rules.counters.map((counter) => memory.get(counter.key));
    const due = rules.counters.map((counter, i) => misses[i] >= counter.hard - 1);
    const floors = rules.counters.filter((counter, i) => due[i]).map((counter) => counter.tier);
    [this.ten, this.ofStep].filter((tier) => last && tier >= 0 && this.best > tier).forEach((tier) => floors.push(tier));
    const weights = this.chances(misses, floors.length ? Math.min(...floors) : -1);
    const possible = weights.map((weight, tier) => tier).filter((tier) => weights[tier] > 0);
    const tier = possible[new Alias(possible.map((one) => weights[one])).pick(luck)];
    const rateUp = rules.rateUps.get(tier);
    const featured = rateUp !== undefined && (this.promised(tier, rateUp, due) || luck.below(WHOLE) < rateUp.share);
    const items = rules.choice(tier, featured);
    const item = items[new Alias(items.map((one) => one.weight)).pick(luck)];
    this.remember(tier, featured, misses, due, rateUp);
    return [item];
  }

  /** The weights of the tiers, with those of counters that have gone far and of what must be reached. */
  chances(misses, floor) {
    const weights = this.weights.slice();
    this.rules.counters.forEach((counter, i) => {
      const reached = Math.min(misses[i], counter.hard - 1) + 1 - counter.after;
      if (counter.step > 0 && reached > 0) {
        raise(weights, counter.tier, counter.step * reached);
      }
    });
    if (floor >= 0) {
      raise(weights, floor, WHOLE);
    }
    return weights;
  }

  promised(tier, rateUp, due) {
    return (
      (rateUp.key !== null && this.memory.get(rateUp.key) > 0) ||
      this.rules.counters.some((counter, i) => counter.tier === tier && counter.featured && due[i])
    );
  }

  remember(tier, featured, misses, due, rateUp) {
    this.best = Math.min(this.best, tier);
    this.rules.counters.forEach((counter, i) => {
      if (counter.tier === tier && (featured || !counter.featured)) {
        this.memory.set(counter.key, 0);
      } else if (!due[i]) {
        this.memory.set(counter.key, misses[i] + 1);
      }
    });
    if (rateUp && rateUp.key !== null) {
      this.memory.set(rateUp.key, featured ? 0 : 1);
    }
  }
}

function raise(weights, tier, more) {
  let wanted = more;
  for (let i = weights.length - 1; i > tier; i--) {
    const taken = Math.min(wanted, weights[i]);
    weights[i] -= taken;
    weights[tier] += taken;
    wanted -= taken;
  }
}

/** Slots of boxes: every copy that is left is equally likely. */
class BoxSlots {
  constructor(rules, memory, call) {
    this.rules = rules;
    this.memory = memory;
    this.box = rules.source.box;
    if (this.box.reset === 'never' && this.total() < call.count) {
      throw new Refused('the box holds fewer');
    }
    if (this.box.reset !== 'never' && this.total() === 0) {
      this.refill();
    }
  }

  key(item) {
    return this.rules.own('box.' + item.code);
  }

  left(item) {
    return Math.max(0, (item.copies || 0) - this.memory.get(this.key(item)));
  }

  total() {
    return this.rules.items.reduce((sum, item) => sum + this.left(item), 0);
  }

  next(last, luck) {
    let rest = luck.below(this.total());
    const item = this.rules.items.find((one) => {
      rest -= this.left(one);
      return rest < 0;
    });
    const given = [item];
    this.memory.set(this.key(item), this.memory.get(this.key(item)) + 1);
    const left = this.total();
    if (left === 0 && this.box.lastOne) {
      given.push(this.rules.byCode.get(this.box.lastOne));
    }
    const keysGone = this.box.reset === 'keys' && !this.rules.items.some((one) => one.key && this.left(one) > 0);
    if (this.box.reset !== 'never' && (left === 0 || keysGone)) {
      this.refill();
    }
    return given;
  }

  refill() {
    this.rules.items.forEach((item) => this.memory.set(this.key(item), 0));
    this.memory.set(this.rules.own('round'), this.memory.get(this.rules.own('round')) + 1);
  }
}

/**
 * Decides a call: { count, free, day, clientSeed, nonce } from a state and a stock.
 * Answers { prizes, price, after, left }.
 */
export function draw(rules, before, stock, call, serverSeed) {
  const memory = new Memory(before);
  const step = stepNow(rules, memory, call.free);
  const price = priceOf(rules, memory, call, step);
  checkCaps(rules, memory, call);
  const today = drawnToday(rules, memory, call);
  const slots = rules.source.box ? new BoxSlots(rules, memory, call) : new TierSlots(rules, memory, call, step);
  const left = { ...stock };
  const prizes = [];
  for (let slot = 0; slot < call.count; slot++) {
    slots.next(slot === call.count - 1, new Luck(serverSeed, call.clientSeed, call.nonce, slot)).forEach((item) => {
      prizes.push(give(item, left));
    });
  }
  settle(rules, memory, call, step, today);
  return { prizes, price, after: memory.numbers, left };
}

function give(item, left) {
  if (!(item.stock > 0)) {
    return item.code;
  }
  if (left[item.code] > 0) {
    left[item.code]--;
    return item.code;
  }
  return item.substitute;
}

/** Gives an item for points, without luck. */
export function exchange(rules, before, stock, code) {
  const ceiling = rules.source.ceiling;
  const memory = new Memory(before);
  const left = { ...stock };
  if (!ceiling || !ceiling.items.includes(code)) {
    throw new Refused('it is not offered for points');
  }
  if (memory.get(rules.own('points')) < ceiling.price) {
    throw new Refused('the points are too few');
  }
  if (rules.byCode.get(code).stock > 0 && !(left[code]-- > 0)) {
    throw new Refused('nothing is left of it');
  }
  memory.set(rules.own('points'), memory.get(rules.own('points')) - ceiling.price);
  return { prizes: [code], price: 0, after: memory.numbers, left };
}
