import { expect, test } from 'vitest';
import { systemOf } from './alarm-systems.table.ts';

test('FR-130-373 an alarm belongs to power, cooling, environment, network or security by its thing and its metric', () => {
  expect(systemOf('ups', 'temperature')).toBe('power');
  expect(systemOf('pdu', 'state')).toBe('power');
  expect(systemOf('rack', 'power')).toBe('power');
  expect(systemOf('crac', 'supply-temperature')).toBe('cooling');
  expect(systemOf('crac', 'leak')).toBe('cooling');
  expect(systemOf('rack', 'temperature')).toBe('environment');
  expect(systemOf('room', 'smoke')).toBe('environment');
  expect(systemOf('rack', 'door')).toBe('security');
  expect(systemOf('device', 'state')).toBe('network');
  expect(systemOf(null, null)).toBe('environment');
});
