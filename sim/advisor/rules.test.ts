import { expect, test } from 'vitest';
import type { Picture } from './advisor.ts';
import { chiller, picture, room, unit } from './picture.fixture.ts';
import { adviseByRules } from './rules-engine.ts';

type Case = {
  readonly when: string;
  readonly seen: Picture;
  /** `rule target from>to`, in order. */
  readonly said: readonly string[];
};

const said = (seen: Picture): string[] =>
  adviseByRules(seen).map(({ rule, target, from, to }) => `${rule} ${target} ${from}>${to}`);

const cold = unit('crac-3', {
  coil: 'chilled-water',
  setpoint: 22,
  supply: 22,
  return: 31,
  drive: 36,
  load: 35,
  power: 0.4,
});
const colder = unit('crac-4', { ...cold, name: 'crac-4' });
const wet = room({
  id: 'room-2' as never,
  name: 'room2',
  units: [cold, { ...colder, id: 'crac-4' as never }],
  inletLately: 26.2,
});
const withWater = (more: Partial<Picture>, more2: Parameters<typeof chiller>[0]): Picture =>
  picture({ rooms: [wet], chillers: [chiller({ units: wet.units, ...more2 })], ...more });

const air: readonly Case[] = [
  {
    when: 'all inlets lie 4.8 K below the maximum',
    seen: picture({}),
    said: ['cool-room crac-1 20>21', 'cool-room crac-2 20>21'],
  },
  {
    when: 'they lie 2 K below it',
    seen: picture({ rooms: [room({ inletLately: 25 })] }),
    said: ['cool-room crac-1 20>20.5', 'cool-room crac-2 20>20.5'],
  },
  { when: 'they lie 1 K below it', seen: picture({ rooms: [room({ inletLately: 26 })] }), said: [] },
  {
    when: 'nobody watched for long enough',
    seen: picture({ rooms: [room({ inletLately: null })] }),
    said: [],
  },
  {
    when: 'a unit has failed',
    seen: picture({ rooms: [room({ units: [unit('crac-1', {}), unit('crac-2', { state: 'failed' })] })] }),
    said: [],
  },
  {
    when: 'a unit does not say how it is',
    seen: picture({ rooms: [room({ units: [unit('crac-1', { state: null })] })] }),
    said: [],
  },
  {
    when: 'an inlet nears its limit',
    seen: picture({ rooms: [room({ inletMost: 26.8, inletLately: 26.8 })] }),
    said: ['cool-again crac-1 20>19', 'cool-again crac-2 20>19'],
  },
  {
    when: 'an inlet nears its limit though the air is as cool as it may be',
    seen: picture({
      rooms: [
        room({ inletMost: 26.8, inletLately: 26.8, units: [unit('crac-1', { setpoint: 18, supply: 18 })] }),
      ],
    }),
    said: [],
  },
  {
    when: 'the class of equipment is dense and its maximum 22 °C',
    seen: picture({ rooms: [room({ recommended: { low: 18, high: 22 }, inletMost: 21, inletLately: 21 })] }),
    said: [],
  },
  {
    when: 'a coil is colder than the dew point in a room that is humidified',
    seen: picture({
      rooms: [
        room({
          dewPoint: 12,
          units: [unit('crac-1', { supply: 14, setpoint: 14, return: 27, fan: 60, power: 3 })],
        }),
      ],
    }),
    said: ['wet-coil crac-1 14>15'],
  },
];

const fans: readonly Case[] = [
  {
    when: 'one unit is off while the other turns at 87 %',
    seen: picture({
      rooms: [
        room({
          inletLately: 26,
          units: [unit('crac-1', { fan: 87 }), unit('crac-2', { state: 'off', fan: 0 })],
        }),
      ],
    }),
    said: ['share-air crac-2 0>1'],
  },
  {
    when: 'one is off and the other turns slowly',
    seen: picture({
      rooms: [
        room({
          inletLately: 26,
          units: [unit('crac-1', { fan: 50 }), unit('crac-2', { state: 'off', fan: 0 })],
        }),
      ],
    }),
    said: [],
  },
  {
    when: 'three units at least speed blow more than 24 kW of racks breathe',
    seen: picture({
      rooms: [
        room({
          inletLately: 26,
          power: 24,
          units: ['a', 'b', 'c'].map((name, at) => unit(name, { fan: 40, load: 30 + at })),
        }),
      ],
    }),
    said: ['rest-unit a 1>0'],
  },
  {
    when: 'two units at least speed are needed all the same',
    seen: picture({
      rooms: [room({ inletLately: 26, power: 40, units: ['a', 'b'].map((name) => unit(name, { fan: 40 })) })],
    }),
    said: [],
  },
];

const water: readonly Case[] = [
  {
    when: 'the chiller lifts heat 26 K',
    seen: withWater({ outdoor: 38 }, {}),
    said: ['warm-water chiller-1 12>13'],
  },
  { when: 'the weather is cool', seen: withWater({ outdoor: 20 }, {}), said: [] },
  { when: 'nobody knows the weather', seen: withWater({ outdoor: null }, {}), said: [] },
  {
    when: 'a valve is open 90 %',
    seen: withWater({ outdoor: 38 }, { units: [cold, { ...colder, drive: 90 }] }),
    said: [],
  },
  {
    when: 'the coils would have no head left',
    seen: withWater({ outdoor: 42 }, { setpoint: 18, units: [cold, { ...colder, load: 80 }] }),
    said: [],
  },
  {
    when: 'the tower could do it were the water a little warmer',
    seen: withWater({ wetBulb: 10.2 }, { economiser: 'water-side', return: 18 }),
    said: ['free-cooling chiller-1 12>14'],
  },
  {
    when: 'the tower does it already',
    seen: withWater({ wetBulb: 6 }, { economiser: 'water-side', state: 'economiser' }),
    said: [],
  },
  {
    when: 'the air is too humid for the tower',
    seen: withWater({ wetBulb: 24 }, { economiser: 'water-side' }),
    said: [],
  },
];

test.each(air)('FR-130-310 by the rules of air, when $when: $said', ({ seen, said: expected }) => {
  expect(said(seen)).toEqual(expected);
});

test.each(fans)('FR-130-311 by the rules of fans, when $when: $said', ({ seen, said: expected }) => {
  expect(said(seen)).toEqual(expected);
});

test.each(water)('FR-130-312 by the rules of water, when $when: $said', ({ seen, said: expected }) => {
  expect(said(seen)).toEqual(expected);
});

test('FR-130-313 a recommendation says why with its numbers, what it saves, how sure it is and what must stay true', () => {
  const [first] = adviseByRules(picture({}));
  expect(first).toMatchObject({
    verb: 'set-point',
    facts: { inlet: 22.2, limit: 27, rise: 12, step: 1 },
    guard: { room: 'room-1', inletMost: 27 },
    doneBy: 'anyone',
  });
  expect(first?.reason).toContain('22.2 °C');
  // 10.5 kW less the fans' 5 × 0.48³, 2.5 % of it for one kelvin.
  expect(first?.saving).toBeCloseTo(0.025 * (10.5 - 5 * 0.48 ** 3), 6);
  expect(first?.savingDay).toBeCloseTo(24 * (first?.saving ?? 0), 9);
  expect(first?.confidence).toBeGreaterThan(0);
});

test('FR-130-313 a unit is put to rest only by a hand, for redundancy is a person’s decision', () => {
  const units = ['a', 'b', 'c'].map((name) => unit(name, { fan: 40 }));
  const [rest] = adviseByRules(picture({ rooms: [room({ inletLately: 26, power: 24, units })] }));
  expect(rest).toMatchObject({ rule: 'rest-unit', doneBy: 'hand' });
});

test('FR-130-314 what was measured before corrects the rule of thumb, and what saves nothing is not said again', () => {
  const target = 'crac-1' as never;
  const usual = adviseByRules(picture({}))[0]?.saving ?? 0;
  const half = adviseByRules(picture({ lessons: [{ rule: 'cool-room', target, share: 0.5 }] }))[0];
  expect(half?.saving).toBeCloseTo(usual / 2, 9);
  expect(half?.confidence).toBe(0.9);
  const none = adviseByRules(picture({ lessons: [{ rule: 'cool-room', target, share: 0 }] }));
  expect(none.map((one) => one.target)).toEqual(['crac-2']);
});

test('FR-130-314 what rests is left alone: a thing for any rule, or for one', () => {
  const target = 'crac-1' as never;
  expect(said(picture({ resting: [{ target, rule: null }] }))).toEqual(['cool-room crac-2 20>21']);
  expect(said(picture({ resting: [{ target, rule: 'cool-room' }] }))).toEqual(['cool-room crac-2 20>21']);
  expect(said(picture({ resting: [{ target, rule: 'wet-coil' }] })).length).toBe(2);
});

test('FR-130-314 nothing is made warmer while its room is made cooler', () => {
  const hot = { ...wet, inletMost: 26.9 };
  const seen = withWater({ outdoor: 38, rooms: [hot] }, {});
  expect(said(seen)).toEqual(['cool-again crac-3 22>21', 'cool-again crac-4 22>21']);
});
