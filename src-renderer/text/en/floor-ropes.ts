/** Leak ropes on the floor, and how new racks are fed. */
export const ropes = {
  wetAt: (metres: string) => `wet at ${metres}`,
  menu: 'Leak rope…',
  laid: 'Leak sensors',
  change: (name: string) => `${name}…`,
  title: 'Leak rope',
  where: 'What it reports to',
  ofRoom: (room: string) => `Anywhere in ${room}`,
  around: (unit: string) => `Around ${unit}`,
  click: 'Click the plan, or press Insert, to lay it',
  corner: (number: number, of: number) => `Corner ${number} of ${of}`,
  previous: 'Corner before',
  next: 'Next corner',
  add: 'Add a corner behind this one',
  drop: 'Take this corner away',
  noPoint: 'It has no corner yet',
  length: (metres: string) => `${metres} long`,
  tooShort: 'A rope needs two corners at least',
  save: 'Save the rope',
  remove: 'Remove the rope',
  created: (name: string) => `${name} laid`,
  changed: (name: string) => `Course of ${name} changed`,
  removed: 'Leak rope removed',
  mapLabel: (room: string) =>
    `Course of a leak rope in ${room}. Arrows move the corner, Page Up and Page Down go from corner to corner, Insert adds one, Delete takes it away, Enter saves, Escape lets go.`,
};

export const drawing = { svg: 'Save the floor as SVG, 1 : 50' };

type FreeBreakers = {
  readonly feed: string;
  readonly count: number;
  readonly of: number;
  readonly panel: string;
};

export const feeds = {
  with: 'With rack PDUs A and B',
  all: (a: string, b: string) => `A from ${a}, B from ${b}`,
  some: ({ feed, count, of, panel }: FreeBreakers) =>
    `${feed}: ${count} of ${of} racks, as many breakers are free on ${panel}`,
  none: (feed: string) => `${feed}: no panel has a free breaker; add one, or feed the racks later`,
  second: 'B: no second panel has a free breaker; both feeds on one panel would be no redundancy',
};
