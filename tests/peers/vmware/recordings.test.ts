import { expect, test } from 'vitest';
import { plain } from './recording-plain.ts';
import type { Recorded } from './recording-proxy.ts';
import { oneOfEach, readRecordings } from './recordings.ts';

const asked = (body: string, path: string): Recorded => ({ method: 'POST', path, body });

test('FR-020-155 requests that differ by words and numbers are one, by elements two', () => {
  const kept = oneOfEach([
    asked('<a><b>one</b></a>', '/sdk'),
    asked('<a><b>two</b></a>', '/sdk'),
    asked('<a><b>one</b><b>two</b></a>', '/sdk'),
    asked('<a><c>one</c></a>', '/sdk'),
    asked('{"id":"1"}', '/rest/tag/id:7?~action=attach'),
    asked('{"id":"2"}', '/rest/tag/id:8?~action=attach'),
    asked('{"id":"2"}', '/rest/tag/id:8?~action=detach'),
  ]);
  expect(kept.map(({ path, body }) => `${path} ${body}`)).toEqual([
    '/sdk <a><b>one</b></a>',
    '/sdk <a><c>one</c></a>',
    '/rest/tag/id:7?~action=attach {"id":"1"}',
    '/rest/tag/id:8?~action=detach {"id":"2"}',
  ]);
});

test('FR-020-155 a recording holds requests only, one of each shape, and opens as what a client sent', () => {
  const recordings = readRecordings();
  expect(recordings.length).toBeGreaterThan(1000);
  expect(oneOfEach(recordings)).toHaveLength(recordings.length);
  for (const recording of recordings)
    expect(
      Object.keys(recording).filter((key) => !['method', 'path', 'action', 'type', 'body'].includes(key)),
    ).toEqual([]);
  const methods = recordings.map(({ body }) => /Body[^>]*><(?:\w+:)?(\w+)/.exec(body)?.[1]);
  for (const method of [
    'Login',
    'RetrievePropertiesEx',
    'Fetch',
    'CloneVM_Task',
    'QueryPerf',
    'CreateFilter',
    'StartProgramInGuest',
    'InitiateFileTransferToGuest',
    'ExecuteSoap',
    'AcquireTicket',
    'CreateScheduledTask',
    'ConfigureEvcMode_Task',
    'CreateIpPool',
    'RequestSecurityToken',
    'PbmCreate',
  ])
    expect(methods).toContain(method);
  const paths = recordings.map(({ path }) => path);
  for (const place of [
    '/sdk/vim25/',
    '/api/content/',
    '/api/vcenter/',
    '/rest/',
    '/folder/',
    '/cls/',
    '/nfc/',
  ])
    expect(paths.some((path) => path.startsWith(place))).toBe(true);
});

test('FR-020-155 nothing in a recording tells of the computer that it was made on', () => {
  const text = JSON.stringify(readRecordings());
  expect(
    text.match(/\/root\/|\/home\/|\/work\/|PRIVATE KEY|(?:127\.0\.0\.1|localhost):(?!8989)\d{2,}/g),
  ).toBeNull();
  const [kept] = [asked('GET https://127.0.0.1:43211/ /tmp/bats-Xy1/a /root/.cache/b', '/x')].map(plain);
  expect(kept?.body).toBe('GET https://127.0.0.1:8989/ /tmp/lab/a /lab');
});
