import { expect, test } from 'vitest';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { oidOf } from '../wire/oid.ts';
import { mibOf, tree, watched } from './mib-tree.fixture.ts';

const pdu = '1.3.6.1.4.1.318.1.1.26';

test('FR-130-103 a rack PDU says who it is, its power in hundredths of kW and its energy in tenths of kWh', () => {
  const lab = watched();
  const mib = mibOf(lab, lab.pdu);
  expect(tree(mib, `${pdu}.2.1`)).toMatchObject({ '3.1': 'pdu-a', '4.1': 'site1/room1/A01', '8.1': 'R' });
  expect(tree(mib, `${pdu}.4.2.1`)).toMatchObject({ '4.1': 2, '7.1': 3, '12.1': 32, '13.1': 110 });
  expect(tree(mib, `${pdu}.4.3.1`)).toMatchObject({ '3.1': 'pdu-a', '4.1': 2, '5.1': 487, '9.1': 12_345 });
  expect(mib.get(oidOf('1.3.6.1.2.1.1.2.0'))).toEqual({
    type: 'oid',
    value: oidOf('1.3.6.1.4.1.318.1.3.4.6'),
  });
});

test('FR-130-103 each phase says its current, voltage, power and how near its breaker it is', () => {
  const lab = watched();
  expect(tree(mibOf(lab, lab.pdu), `${pdu}.6.3.1`)).toMatchObject({
    '4.1': 2,
    '4.2': 3,
    '4.3': 4,
    '5.1': 52,
    '5.2': 271,
    '6.3': 230,
    '7.1': 120,
    '7.3': 768,
  });
});

test('FR-130-103 a unit of one phase has one row, for whichever phase that is', () => {
  const lab = watched();
  const single = lab.put({ id: 'pdu-3', kind: 'pdu', parent: lab.rack, spec: { phases: 'L2', breaker: 16 } });
  lab.says(single, 'current@L2', 10);
  lab.says(single, 'power', 2.3);
  lab.says(single, 'voltage', 230);
  expect(tree(mibOf(lab, single), `${pdu}.6.3.1`)).toEqual({
    '1.1': 1,
    '2.1': 1,
    '3.1': 1,
    '4.1': 2,
    '5.1': 100,
    '6.1': 230,
    '7.1': 230,
  });
});

test('FR-130-103 its outlets are the devices on its feed, going round the phases by slot as in physics', () => {
  const lab = watched();
  const named = (id: EntityId) => tree(mibOf(lab, id), `${pdu}.9.2.2.1`);
  // The blank panel takes its turn on phase 2 of feed A, but no outlet.
  expect(named(lab.pdu)).toMatchObject({ '3.1': 'both-feeds', '5.1': 1, '3.2': 'feed-a-only', '5.2': 3 });
  expect(named(lab.other)).toMatchObject({ '3.1': 'both-feeds', '5.1': 1, '3.2': 'feed-b-only', '5.2': 2 });
  expect(tree(mibOf(lab, lab.pdu), `${pdu}.9.1`)).toEqual({ '0': 2 });
  lab.remove(lab.pdu);
  expect(named(lab.other)).toMatchObject({ '3.2': 'feed-b-only', '3.3': 'feed-a-only' });
});

test('FR-130-103 an outlet is on while the unit has power', () => {
  const lab = watched();
  const mib = mibOf(lab, lab.pdu);
  const states = () => tree(mib, `${pdu}.9.2.3.1.5`);
  expect(states()).toEqual({ '1': 2, '2': 2 });
  lab.says(lab.pdu, 'state', 2);
  expect(states()).toEqual({ '1': 1, '2': 1 });
  lab.says(lab.pdu, 'state', null);
  expect(states()).toEqual({});
});
