import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { versionOf } from '../../../src-main/personalities/vmware/schema/version.ts';
import { openEnvelope, readRequest } from '../../../src-main/personalities/vmware/wire/read.ts';
import { bytesOf, wireBench } from '../../../src-main/personalities/vmware/wire/wire.fixture.ts';
import { defaultLimits, readXml } from '../../../src-main/personalities/vmware/wire/xml.ts';
import { readRecordings } from './recordings.ts';

const { schema } = wireBench();
const asked = readRecordings().filter(({ body }) => body.includes('Envelope'));

/** '' where it was read; otherwise what was wrong with it. */
function read(bytes: Uint8Array, action: string | undefined): string {
  const root = readXml(bytes, defaultLimits);
  const request = root.ok ? readRequest(root.value, { schema, version: versionOf(schema, action) }) : root;
  return request.ok ? '' : request.refusal.message;
}

describe('requests of real clients', () => {
  test('FR-020-008 every request that a client was recorded with is read', () => {
    const refused = asked.flatMap(({ body, action }) => read(bytesOf(body), action) || []);
    expect(refused).toEqual([]);
    expect(asked.length).toBeGreaterThan(500);
  });

  test('FR-020-008 every method they ask of the vim service is in the schema', () => {
    const strange = asked.flatMap(({ body }) => {
      const root = readXml(bytesOf(body), defaultLimits);
      const opened = root.ok ? openEnvelope(root.value) : root;
      if (!opened.ok) return [opened.refusal.message];
      const { name, uri } = opened.value.body;
      return uri === 'urn:vim25' && schema.method(name) === undefined ? [name] : [];
    });
    expect(strange).toEqual([]);
  });

  test('FR-020-009 no request, however bent, does more than to be refused', () => {
    const piece = fc.record({
      from: fc.nat(),
      length: fc.nat(40),
      to: fc.nat(),
      put: fc.constantFrom(
        '',
        '<',
        '</a>',
        '&',
        ']]>',
        '<!--',
        '\u0000',
        '-1',
        'xsi:type="Event"',
        '<x>',
        '99999999999999999999',
      ),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...asked),
        fc.array(piece, { minLength: 1, maxLength: 4 }),
        ({ body, action }, pieces) => {
          const bent = pieces.reduce((text, { from, length, to, put }) => {
            const start = from % text.length;
            const cut = text.slice(start, start + length);
            const rest = text.slice(0, start) + put + text.slice(start + length);
            const place = to % (rest.length + 1);
            return rest.slice(0, place) + cut + rest.slice(place) + ' ';
          }, body);
          expect(typeof read(bytesOf(bent), action)).toBe('string');
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('FR-020-009 bytes that are no letters are refused too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...asked),
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 8 }),
        ({ body }, at, junk) => {
          const bytes = Buffer.from(body);
          bytes.set(junk, at % (bytes.length - 8));
          expect(typeof read(bytes, undefined)).toBe('string');
        },
      ),
      { numRuns: 1000 },
    );
  });
});
