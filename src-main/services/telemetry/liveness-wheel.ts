/** Items by the second at which to look at them again: each look costs what is due, never what there is. */
export type Wheel = {
  readonly now: () => number;
  /** Once per item: a later call moves it. Seconds further off than the wheel reaches are looked at early. */
  readonly schedule: (item: number, second: number) => void;
  readonly cancel: (item: number) => void;
  /** Turns to a second, and hands out what stood on the way. The one called may schedule that item only. */
  readonly turn: (second: number, due: (item: number) => void) => void;
};

/** A power of two, so that a mask finds the slot. Seventeen minutes. */
const slots = 1024;
const none = -1;

/** Lists that are linked through arrays: moving one of 150,000 items makes no garbage. */
export function createWheel(items: number, start: number): Wheel {
  const heads = new Int32Array(slots).fill(none);
  const next = new Int32Array(items).fill(none);
  const previous = new Int32Array(items).fill(none);
  const slotOf = new Int32Array(items).fill(none);
  let now = start;

  const cancel = (item: number): void => {
    const slot = slotOf[item] ?? none;
    if (slot === none) return;
    const before = previous[item] ?? none;
    const after = next[item] ?? none;
    if (before === none) heads[slot] = after;
    else next[before] = after;
    if (after !== none) previous[after] = before;
    slotOf[item] = none;
  };
  const schedule = (item: number, second: number): void => {
    cancel(item);
    const slot = Math.min(Math.max(Math.ceil(second), now + 1), now + slots - 1) & (slots - 1);
    const head = heads[slot] ?? none;
    next[item] = head;
    previous[item] = none;
    if (head !== none) previous[head] = item;
    heads[slot] = item;
    slotOf[item] = slot;
  };
  const visit = (slot: number, due: (item: number) => void): void => {
    let item = heads[slot] ?? none;
    heads[slot] = none;
    while (item !== none) {
      const after = next[item] ?? none;
      slotOf[item] = none;
      if (after !== none) previous[after] = none;
      due(item);
      item = after;
    }
  };
  return {
    now: () => now,
    cancel,
    schedule,
    turn: (second, due) => {
      const from = Math.max(now + 1, second - slots + 1);
      now = Math.max(now, second);
      for (let at = from; at <= second; at += 1) visit(at & (slots - 1), due);
    },
  };
}
