import { expect, test } from 'vitest';
import { readManifests } from './manifest.ts';

const rack = `apiVersion: coldaisle/v1
kind: Rack
metadata:
  name: A21
  in: room1/A
spec:
  facing: north
`;

const faultOf = (source: string): string => {
  const read = readManifests('racks.yaml', source);
  return !read.ok && read.refusal.kind === 'refused' ? read.refusal.refusal.message : 'no fault';
};

test('FR-150-017 a file holds one document for each thing', () => {
  const read = readManifests(
    'racks.yaml',
    `${rack}---\n${rack.replace('A21', 'A22').replace('Rack', 'rack')}`,
  );
  expect(read.ok && read.value.map(({ kind, name, in: parent, spec }) => [kind, name, parent, spec])).toEqual(
    [
      ['rack', 'A21', 'room1/A', { facing: 'north' }],
      ['rack', 'A22', 'room1/A', { facing: 'north' }],
    ],
  );
});

test.each([
  ['an unknown kind', rack.replace('Rack', 'Rak'), /^racks\.yaml:2:7: kind: /],
  ['a name that cannot be', rack.replace('A21', '"A/21"'), /^racks\.yaml:4:9: metadata\.name: may hold/],
  [
    'a field nobody knows',
    rack.replace('  in: room1/A', '  parent: room1/A'),
    /^racks\.yaml:5:11: metadata\.parent: /,
  ],
  ['another version', rack.replace('v1', 'v2'), /^racks\.yaml:1:13: apiVersion: /],
  ['broken YAML', `${rack}  bad: [1,\n`, /^racks\.yaml:\d+:\d+: /],
  [
    'a fault in the second document',
    `${rack}---\n${rack.replace('Rack', 'Rak')}`,
    /^racks\.yaml:10:7: kind: /,
  ],
  ['an empty file', '', /is empty/],
  ['a list', '- a\n', /^racks\.yaml:1:1: the document: /],
])('FR-150-017 %s is told with its line and column', (_name, source, fault) => {
  expect(faultOf(source)).toMatch(fault);
});
