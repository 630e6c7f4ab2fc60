import type { OrderVerb } from '../../../sim/contract/orders.ts';
import type { Catalogue } from '../../text/catalogue.ts';

type Words = Catalogue['inspector']['orders'];

/** Orders that one asks about before giving them, with what they do to who lives on the unit. */
export const askFirst: Partial<Record<OrderVerb, keyof Words['askFirst']>> = {
  'breaker-open': 'dark',
  'ups-bypass': 'bypass',
  'ups-off': 'dark',
  'unit-off': 'warm',
};

/** What makes an order senseless: the word that the unit says, and why. */
export const senseless: Partial<Record<OrderVerb, Readonly<Record<string, keyof Words['senseless']>>>> = {
  'breaker-open': { tripped: 'hasTripped', open: 'open' },
  'breaker-close': { energised: 'closed', closed: 'closed' },
  'ups-online': { online: 'online' },
  'ups-eco': { eco: 'eco' },
  'ups-bypass': { 'on-bypass': 'bypass', off: 'offFirst' },
  'ups-off': { off: 'off' },
  'genset-start': {
    delay: 'starting',
    cranking: 'starting',
    warming: 'starting',
    running: 'runs',
    'out-of-fuel': 'tankEmpty',
  },
  'unit-on': { running: 'runs', starting: 'starting', economiser: 'economiser' },
  'unit-off': { off: 'off' },
  'leak-dry': { dry: 'dry' },
};
