import { expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { cellsOf, isFree, nextFree, nextName } from './elevation.ts';
import { carryTo, walkFrom } from './elevation-walk.ts';
import type { Column } from './elevation-walk.ts';
import { freePositions, stretches } from './move-dialog.tsx';
import { sampleModels } from './rack-samples.ts';
import { carriedOver, homeOf } from './use-carry.ts';
import { targetAt } from './use-drag.ts';
import { spotIn } from './use-elevation-keys.ts';
import { device, rack } from './rack-parts.fixture.ts';

test.each([
  [
    'front',
    [
      [12, 'empty'],
      [11, 'dev-10'],
      [9, 'empty'],
      [8, 'empty'],
      [7, 'empty'],
      [6, 'empty'],
      [5, 'dev-5'],
      [4, 'empty'],
      [3, 'dev-1'],
    ],
  ],
  [
    'rear',
    [
      [12, 'rear'],
      [11, 'dev-10'],
      [9, 'empty'],
      [8, 'empty'],
      [7, 'empty'],
      [6, 'empty'],
      [5, 'empty'],
      [4, 'empty'],
      [3, 'dev-1'],
    ],
  ],
] as const)(
  'FR-120-325 seen from the %s each unit shows what stands there, half-depth devices on their own side only',
  (side, expected) => {
    const devices = [
      device([10, 2]),
      device([1, 3]),
      device([5, 1, 'front']),
      device([12, 1, 'rear'], { name: 'rear' }),
    ];
    const cells = cellsOf(12, devices, side);
    expect(
      cells.map((cell) => [cell.unit + cell.height - 1, cell.kind === 'empty' ? 'empty' : cell.device.name]),
    ).toEqual(expected);
  },
);

test('FR-120-325 an empty unit knows what stands at its other side', () => {
  const cells = cellsOf(12, [device([5, 1, 'front'])], 'rear');
  const cell = cells.find(({ unit }) => unit === 5);
  expect(cell?.kind === 'empty' && cell.behind?.name).toBe('dev-5');
});

const columns: readonly Column[] = (['rack-1', 'rack-2'] as EntityId[]).flatMap((id) =>
  (['front', 'rear'] as const).map((side) => ({
    rack: id,
    side,
    heightU: 12,
    cells: cellsOf(12, [device([4, 3])], side),
  })),
);
const one = 'rack-1' as EntityId;

test.each([
  ['ArrowUp', 3, 4],
  ['ArrowUp', 5, 7],
  ['ArrowUp', 12, 12],
  ['ArrowDown', 7, 6],
  ['ArrowDown', 6, 3],
  ['ArrowDown', 1, 1],
  ['PageUp', 1, 11],
  ['PageDown', 11, 1],
  ['Home', 3, 12],
  ['End', 9, 1],
] as const)('FR-120-328 %s from U%i goes to U%i, over a tall device in one step', (key, from, to) => {
  expect(walkFrom(columns, { rack: one, side: 'front', unit: from }, key)?.unit).toBe(to);
});

test('FR-120-328 left and right go from side to side and on to the next rack; other keys are no walk', () => {
  const spot = { rack: one, side: 'rear', unit: 5 } as const;
  expect(walkFrom(columns, spot, 'ArrowRight')).toEqual({ rack: 'rack-2', side: 'front', unit: 5 });
  expect(walkFrom(columns, spot, 'ArrowLeft')).toEqual({ rack: 'rack-1', side: 'front', unit: 5 });
  expect(walkFrom(columns, spot, 'x')).toBeNull();
  expect(spotIn(columns, { rack: 'rack-7' as EntityId, side: 'front', unit: 3 })).toEqual({
    rack: 'rack-1',
    side: 'front',
    unit: 12,
  });
});

test.each([
  ['both', 'ArrowUp', { rack: 'rack-1', position: 6, face: 'both' }],
  ['both', 'ArrowRight', { rack: 'rack-2', position: 5, face: 'both' }],
  ['front', 'ArrowRight', { rack: 'rack-1', position: 5, face: 'rear' }],
  ['rear', 'ArrowRight', { rack: 'rack-2', position: 5, face: 'front' }],
  ['rear', 'Home', { rack: 'rack-1', position: 11, face: 'rear' }],
  ['both', 'End', { rack: 'rack-1', position: 1, face: 'both' }],
] as const)(
  'FR-120-329 a carried %s device goes with %s where it could stand, and never out of the rack',
  (face, key, to) => {
    expect(carryTo(columns, { target: { rack: one, position: 5, face }, height: 2 }, key)).toEqual(to);
  },
);

test('FR-120-329 the pointer holds a device by the unit where it was gripped', () => {
  const box = {
    rack: one,
    heightU: 12,
    unitHeight: 20,
    top: 100,
    left: 30,
    width: 200,
    sides: ['front', 'rear'] as const,
  };
  const held = { device: device([5, 3]), grip: 1 };
  expect(targetAt(box, { x: 60, y: 100 + 4 * 20 + 5 }, held)).toEqual({
    rack: one,
    position: 7,
    face: 'both',
  });
  expect(targetAt(box, { x: 60, y: -50 }, held).position).toBe(10);
  expect(targetAt(box, { x: 60, y: 900 }, held).position).toBe(1);
  expect(targetAt(box, { x: 190, y: 200 }, { device: device([5, 1, 'front']), grip: 0 }).face).toBe('rear');
});

test('FR-120-329 what is carried stays in hand when its rack leaves the screen, over the first that is shown', () => {
  const model = sampleModels[2];
  if (model === undefined) throw new Error('no sample');
  const held = device([41, 2]);
  const carried = carriedOver({ device: held, from: one, by: 'keys', target: homeOf(held) }, [model]);
  expect(carried?.target).toEqual({ rack: 'rack-3', position: 41, face: 'both' });
  expect([carried?.verdict, carried?.isHome]).toEqual(['warned', false]);
});

test('FR-120-330 a copy goes to the nearest free slot above, else to the lowest, under the next name', () => {
  const devices = [device([1, 2]), device([3, 2]), device([7, 6])];
  expect(nextFree({ position: 1, height: 2, face: 'both' }, 12, devices)?.position).toBe(5);
  expect(nextFree({ position: 7, height: 2, face: 'both' }, 12, devices)?.position).toBe(5);
  expect(nextFree({ position: 1, height: 3, face: 'both' }, 12, devices)).toBeNull();
  expect(isFree({ position: 12, height: 2, face: 'both' }, 12, [])).toBe(false);
  expect(nextName('web-07', [device([1, 1], { name: 'web-08' })])).toBe('web-09');
  expect(nextName('db', [])).toBe('db-2');
});

test('FR-120-330 the dialog offers the stretches in which a device would find room', () => {
  const free = freePositions(device([1, 2]), {
    rack: rack(),
    devices: [device([1, 2]), device([6, 2])],
    face: 'both',
  });
  expect(stretches(free)).toEqual(['U8–U11', 'U1–U4']);
});
