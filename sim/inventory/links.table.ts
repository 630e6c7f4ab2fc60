import type { Kind, Links } from '../contract/entities.ts';

type Link = keyof Links;

const mains = ['utility', 'transformer', 'ats', 'genset', 'panel', 'ups'] as const;

/** What each kind may be fed by, may cool, runs on or mounts. */
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
  datacenter: {},
  folder: {},
  cluster: {},
  host: { runsOn: ['device'], mounts: ['datastore'] },
  pool: {},
  vm: {},
  datastore: {},
  vswitch: {},
  network: {},
  router: {},
  address: {},
  firewall: {},
  cloud: {},
  project: {},
  flavour: {},
  image: {},
  volume: {},
  ucs: {},
  interconnect: { runsOn: ['device'] },
  chassis: { runsOn: ['device'] },
  blade: {},
  profile: {},
  idpool: {},
  policy: {},
} as const satisfies Record<Kind, Partial<Record<Link, readonly Kind[]>>>;
