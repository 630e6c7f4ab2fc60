/** A room of two units as its sensors might show it; tests change what they are about. */
import type { EntityId } from '../contract/ids.ts';
import type { ChillerPicture, Picture, RoomPicture, UnitPicture } from './advisor.ts';

const id = (text: string): EntityId => text as EntityId;

export const unit = (name: string, more: Partial<UnitPicture>): UnitPicture => ({
  id: id(name),
  name,
  coil: 'compressor',
  control: 'supply',
  humidifier: 'steam',
  setpoint: 20,
  rated: 70,
  fanPower: 5,
  state: 'running',
  supply: 20,
  return: 32,
  fan: 48,
  drive: 50,
  power: 10.5,
  load: 50,
  ...more,
});

export const room = (more: Partial<RoomPicture>): RoomPicture => ({
  id: id('room-1'),
  name: 'room1',
  recommended: { low: 18, high: 27 },
  power: 72,
  humidity: 43,
  dewPoint: 9.5,
  inletMost: 22,
  inletLately: 22.2,
  units: [unit('crac-1', {}), unit('crac-2', {})],
  ...more,
});

export const chiller = (more: Partial<ChillerPicture>): ChillerPicture => ({
  id: id('chiller-1'),
  name: 'chiller-01',
  condenser: 'air',
  economiser: 'none',
  setpoint: 12,
  state: 'running',
  supply: 12,
  return: 15,
  power: 12,
  units: [],
  ...more,
});

export const picture = (more: Partial<Picture>): Picture => ({
  site: id('site-1'),
  outdoor: 12,
  wetBulb: 8,
  rooms: [room({})],
  chillers: [],
  lessons: [],
  resting: [],
  ...more,
});
