import { expect, test } from 'vitest';
import { readShellOptions } from './shell-options.ts';

const nothing = {
  dataDirectory: null,
  port: null,
  lab: null,
  labFile: null,
  brokerUrl: null,
  mqttPort: null,
  watchParent: false,
  others: [],
};

test('without flags nothing is asked for', () => {
  expect(readShellOptions([], '/home/ann')).toEqual({ ok: true, value: nothing });
});

test('the flags are those of the host, with paths from the working directory', () => {
  const given = [
    '--port=4317',
    '--data',
    'here',
    '--lab',
    '/labs/a.lab.yaml',
    '--broker',
    'mqtt://127.0.0.1:1883',
    '--mqtt-port',
    '0',
    '--watch-parent',
    'b.coldaisle',
  ];
  expect(readShellOptions(given, '/home/ann')).toEqual({
    ok: true,
    value: {
      dataDirectory: '/home/ann/here',
      port: 4317,
      lab: null,
      labFile: '/labs/a.lab.yaml',
      brokerUrl: 'mqtt://127.0.0.1:1883',
      mqttPort: 0,
      watchParent: true,
      others: ['b.coldaisle'],
    },
  });
});

test('a lab of the data directory is named, not found', () => {
  expect(readShellOptions(['--lab', 'monday'], '/home/ann')).toEqual({
    ok: true,
    value: { ...nothing, lab: 'monday' },
  });
});

test('Chromium’s switches are let through', () => {
  expect(readShellOptions(['--no-sandbox', '--remote-debugging-port=0', '--type'], '/')).toEqual({
    ok: true,
    value: nothing,
  });
});

test.each([['--port', 'many'], ['--port=70000'], ['--port=-1'], ['--port'], ['--mqtt-port=x']])(
  '%s %s is refused in words',
  (...given) => {
    expect(readShellOptions(given, '/')).toMatchObject({ ok: false, refusal: { code: 'invalid-input' } });
  },
);
