/** A ledger for the faces: no screen shows it. */
import type { AssetRow } from '../../../sim/contract/assets.ts';
import { rowsFrom } from './use-asset-window.ts';

const models = [
  ['server', 'Generic', '2U server, two sockets', 750, 2],
  ['server', 'Generic', '1U server, one socket', 400, 1],
  ['switch', 'Generic', 'Top-of-rack switch, 48 ports', 180, 1],
  ['storage', 'Generic', '4U disk shelf', 900, 4],
] as const;
const owners = ['Platform', 'Web shop', null, 'Research'] as const;
const lifecycles = ['active', 'active', 'planned', 'active', 'staged', 'retired'] as const;

const sample = (n: number): AssetRow => {
  const [category, manufacturer, model, rated, height] = models[n % models.length] ?? models[0];
  const rack = `${n % 2 === 0 ? 'A' : 'B'}0${(n % 5) + 1}`;
  const lifecycle = lifecycles[n % lifecycles.length] ?? 'active';
  const owner = owners[n % owners.length] ?? null;
  return {
    id: `device-${n}` as AssetRow['id'],
    name: `${category === 'switch' ? 'sw' : 'srv'}-${String(n).padStart(4, '0')}`,
    category,
    model,
    manufacturer,
    rack: `rack-${n % 5}` as NonNullable<AssetRow['rack']>,
    place: `dc1/hall-1/${rack.slice(0, 1)}/${rack}`,
    rackName: rack,
    unit: 1 + ((n * 4) % 38),
    height,
    feed: n % 7 === 0 ? 'A' : 'A+B',
    address: `10.20.0.${n + 10}`,
    lifecycle,
    rated,
    drawn: lifecycle === 'active' ? rated * 0.61 : 0,
    weight: 12.5 * height,
    owner,
    service: owner === null ? null : 'Payments',
    serial: `SN-${7000 + n}`,
    tag: `DC1-${String(n).padStart(5, '0')}`,
    installed: '2024-03-11',
    warranty: n % 4 === 1 ? '2025-11-30' : '2027-03-31',
  };
};

const some = Array.from({ length: 40 }, (_, index) => sample(index + 1));
export const sampleRows = rowsFrom(some, 12_480);
export const noRows = rowsFrom([], 0);
export const sampleToday = '2026-01-05';
