import type { OrderVerb } from '../../../sim/contract/orders.ts';

/** Orders that one asks about before giving them: what they do to who lives on the unit. */
export const askFirst: Partial<Record<OrderVerb, string>> = {
  'breaker-open': 'Everything behind it that has no other feed goes down at once.',
  'ups-bypass': 'Its load then hangs on the mains alone: no battery carries it through the next dip.',
  'ups-off': 'Everything behind it that has no other feed goes down at once.',
  'unit-off': 'What it cools warms from now on, until another unit takes over or it is switched on again.',
};

/** What makes an order senseless: the word that the unit says, and why. */
export const senseless: Partial<Record<OrderVerb, Readonly<Record<string, string>>>> = {
  'breaker-open': { tripped: 'It has tripped: it is open already', open: 'It is open already' },
  'breaker-close': { energised: 'It is closed already', closed: 'It is closed already' },
  'ups-online': { online: 'It is online already' },
  'ups-eco': { eco: 'It is in eco mode already' },
  'ups-bypass': { 'on-bypass': 'It is on bypass already', off: 'It is off: bring it online first' },
  'ups-off': { off: 'It is off already' },
  'genset-start': {
    delay: 'It is starting',
    cranking: 'It is starting',
    warming: 'It is starting',
    running: 'It runs already',
    'out-of-fuel': 'Its tank is empty: fill it first',
  },
  'unit-on': {
    running: 'It runs already',
    starting: 'It is starting',
    economiser: 'It runs already, on outdoor air',
  },
  'unit-off': { off: 'It is off already' },
  'leak-dry': { dry: 'Nothing is wet here' },
};
