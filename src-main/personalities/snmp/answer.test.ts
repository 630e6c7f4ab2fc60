import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from './answer.ts';
import { createMib, scalar } from './mib.ts';
import type { Mib, MibEntry } from './mib.ts';
import { createBerReader } from './wire/ber-reader.ts';
import { compareOids, oidOf, oidText } from './wire/oid.ts';
import type { Oid } from './wire/oid.ts';
import type { Request, Response } from './wire/pdu.ts';
import { tags } from './wire/tags.table.ts';
import { integerOf, textOf } from './wire/values.ts';

const request = (type: Request['type'], oids: readonly string[], more?: Partial<Request>): Request => ({
  type,
  id: 7,
  nonRepeaters: 0,
  maxRepetitions: 0,
  oids: oids.map(oidOf),
  ...more,
});

/** OID and what stands there: an integer, or the tag of what is missing. */
const said = ({ bindings }: Response): [string, number | string][] =>
  bindings.map((binding) => {
    const reader = createBerReader(binding).enter(tags.sequence);
    const oid = oidText(reader.oid());
    return [oid, reader.nextTag() === tags.integer ? reader.integer() : `0x${reader.nextTag().toString(16)}`];
  });

const absent = createMib(objects(null));
const present = createMib(objects(2));

function objects(first: number | null): MibEntry[] {
  return [
    scalar(oidOf('1.3.6.1.9.2'), () => integerOf(20)),
    scalar(oidOf('1.3.6.1.9.10'), () => integerOf(100)),
    scalar(oidOf('1.3.6.1.9.1'), () => (first === null ? null : integerOf(first))),
  ];
}

const ask = (asked: Request, mib: Mib, room = 1000): Response =>
  answer({ request: asked, access: 'read', mib, room });

test('FR-130-105 GET tells an object that is unknown from an instance that is missing', () => {
  expect(
    said(ask(request('get', ['1.3.6.1.9.1.0', '1.3.6.1.9.2.5', '1.3.6.1.8.1.0', '1.3.6.1.9.2.0']), absent)),
  ).toEqual([
    ['1.3.6.1.9.1.0', '0x81'],
    ['1.3.6.1.9.2.5', '0x81'],
    ['1.3.6.1.8.1.0', '0x80'],
    ['1.3.6.1.9.2.0', 20],
  ]);
});

test('FR-130-106 GETNEXT goes by number, not by letter, passes over what is absent, and ends', () => {
  const steps = ['1.3', '1.3.6.1.9.1.0', '1.3.6.1.9.2', '1.3.6.1.9.2.0', '1.3.6.1.9.10.0', '2.5'];
  expect(said(ask(request('getNext', steps), absent))).toEqual([
    ['1.3.6.1.9.2.0', 20],
    ['1.3.6.1.9.2.0', 20],
    ['1.3.6.1.9.2.0', 20],
    ['1.3.6.1.9.10.0', 100],
    ['1.3.6.1.9.10.0', '0x82'],
    ['2.5', '0x82'],
  ]);
});

test('FR-130-106 GETBULK answers the first ones once and the others row by row', () => {
  const bulk = request('getBulk', ['1.3.6.1.9.2', '1.3.6.1.9.1', '1.3.6.1.9.2'], {
    nonRepeaters: 1,
    maxRepetitions: 2,
  });
  expect(said(ask(bulk, present))).toEqual([
    ['1.3.6.1.9.2.0', 20],
    ['1.3.6.1.9.1.0', 2],
    ['1.3.6.1.9.2.0', 20],
    ['1.3.6.1.9.2.0', 20],
    ['1.3.6.1.9.10.0', 100],
  ]);
});

test('FR-130-106 GETBULK stops once all of its rows are at the end', () => {
  const bulk = request('getBulk', ['1.3.6.1.9.2.0'], { maxRepetitions: 1_000_000 });
  expect(said(ask(bulk, present))).toEqual([
    ['1.3.6.1.9.10.0', 100],
    ['1.3.6.1.9.10.0', '0x82'],
  ]);
});

test('FR-130-106 what does not fit: GETBULK gives less of it, GET says tooBig', () => {
  const bulk = request('getBulk', ['1.3'], { maxRepetitions: 50 });
  expect(ask(bulk, present, 30)).toMatchObject({ status: 0 });
  expect(ask(bulk, present, 30).bindings).toHaveLength(2);
  expect(ask(request('get', ['1.3.6.1.9.2.0', '1.3.6.1.9.10.0']), present, 20)).toEqual({
    id: 7,
    status: 1,
    index: 0,
    bindings: [],
  });
});

/** What RFC 3416 says a walk is, the slow way. */
const nextByHand = (oids: readonly Oid[], from: Oid): Oid | undefined =>
  oids.filter((oid) => compareOids(oid, from) > 0).toSorted(compareOids)[0];

test('FR-130-106 from wherever it starts, a walk meets all that follows, once and in order', () => {
  const numbers = fc.array(fc.nat(5), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.uniqueArray(numbers, { selector: String, maxLength: 30 }), numbers, (objects, from) => {
      const walked: Mib = createMib(objects.map((object) => scalar(object, () => textOf('x'))));
      const found = walked.next(from)?.oid;
      expect(found).toEqual(
        nextByHand(
          objects.map((object) => [...object, 0]),
          from,
        ),
      );
    }),
  );
});
