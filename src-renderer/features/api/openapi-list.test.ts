import { expect, test } from 'vitest';
import { callsOf } from './openapi-list.ts';

test('FR-120-051 the API page lists every call of the host with its summary', () => {
  const paths = {
    '/api/v1/status': { get: { summary: 'What the host is doing' }, parameters: [] },
    '/api/v1/commands': { post: {} },
  };
  expect(callsOf({ paths })).toEqual([
    { method: 'GET', path: '/api/v1/status', summary: 'What the host is doing' },
    { method: 'POST', path: '/api/v1/commands', summary: '' },
  ]);
  expect(callsOf({ paths: null })).toEqual([]);
  expect(callsOf('no document')).toEqual([]);
});
