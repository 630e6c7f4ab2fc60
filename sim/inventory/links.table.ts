import type { Kind, Links } from '../contract/entities.ts';

type Link = keyof Links;

const mains = ['utility', 'transformer', 'ats', 'genset', 'panel', 'ups'] as const;

/** What each kind may be fed by or may cool. */
export const linkKinds = {
  site: {},
  room: {},
  row: {},
  rack: {},
  device: { fedBy: ['pdu'] },
  pdu: { fedBy: mains },
  utility: {},
  transformer: { fedBy: ['utility'] },
  genset: {},
  ats: { fedBy: ['utility', 'transformer', 'genset'] },
  ups: { fedBy: mains },
  battery: {},
  panel: { fedBy: mains },
  crac: { fedBy: mains, cools: ['room'] },
  chiller: { fedBy: mains, cools: ['crac'] },
  sensor: {},
} as const satisfies Record<Kind, Partial<Record<Link, readonly Kind[]>>>;
