import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { HELP, hostArguments, parseArguments } from '../../scripts/start/arguments.mjs';

const parsed = (...argv: string[]) => {
  const result = parseArguments(argv);
  if (!result.ok) throw new Error(result.message);
  return result.options;
};

const refusal = (...argv: string[]): string => {
  const result = parseArguments(argv);
  return result.ok ? 'accepted' : result.message;
};

test('without flags the best face is chosen and the host decides the rest', () => {
  expect(parsed()).toEqual({
    face: 'auto',
    help: false,
    port: null,
    lab: null,
    data: null,
    broker: null,
    mqttPort: null,
  });
});

test('a value may follow its flag after a space or an equals sign', () => {
  expect(parsed('--port', '8080', '--lab=a b.lab.yaml', '--data=/d=e')).toMatchObject({
    port: '8080',
    lab: 'a b.lab.yaml',
    data: '/d=e',
  });
});

test.each([['--web'], ['--electron'], ['--headless']])('%s chooses a face, and says so once', (flag) => {
  expect(parsed(flag, flag).face).toBe(flag.slice(2));
});

test.each([
  [['--wbe'], 'Unknown flag --wbe.'],
  [['lab.yaml'], 'Unexpected "lab.yaml".'],
  [['--web', '--headless'], '--web and --headless exclude each other.'],
  [['--port'], '--port needs a value.'],
  [['--lab', '--web'], '--lab needs a value.'],
  [['--data='], '--data needs a value.'],
  [['--port', '65536'], '--port must be a port from 0 to 65535, not "65536".'],
  [['--mqtt-port', '1e3'], '--mqtt-port must be a port from 0 to 65535, not "1e3".'],
])('%j is refused: %s', (argv, message) => {
  expect(refusal(...argv)).toBe(`${message} See "npm start -- --help".`);
});

test('help lists every flag that is understood', () => {
  for (const flag of ['--web', '--electron', '--headless', '--help']) {
    expect(parseArguments([flag]).ok).toBe(true);
    expect(HELP).toContain(flag);
  }
  for (const flag of ['--port', '--lab', '--data', '--broker', '--mqtt-port']) {
    expect(parseArguments([flag, '1']).ok).toBe(true);
    expect(HELP).toContain(flag);
  }
});

const folders = { data: '/d', from: '/typed' };

test('the host is told only what was asked for, and always to end with its parent', () => {
  expect(hostArguments(parsed(), folders)).toEqual(['--data', '/d', '--watch-parent']);
  expect(
    hostArguments(parsed('--port', '0', '--broker', 'mqtt://h', '--lab', 'l', '--mqtt-port', '1'), folders),
  ).toEqual([
    '--data',
    '/d',
    '--watch-parent',
    '--port',
    '0',
    '--lab',
    'l',
    '--broker',
    'mqtt://h',
    '--mqtt-port',
    '1',
  ]);
});

test('a lab file is meant where it was typed; another word is the name of a lab', () => {
  expect(hostArguments(parsed('--lab', 'my.coldaisle'), folders)).toContain(
    resolve('/typed', 'my.coldaisle'),
  );
  expect(hostArguments(parsed('--lab', 'starter'), folders)).toContain('starter');
});
