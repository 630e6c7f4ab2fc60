import type { Distribution } from './distribution.ts';
import { alpineBin, alpineSbin } from './families.table.ts';
import { administrative, otherPlaces } from './layout.table.ts';

/** Where a distribution keeps a program's file. */
export function placeOf(family: Distribution['family'], name: string): string {
  if (family !== 'alpine')
    return otherPlaces[name] ?? `/usr/${administrative.has(name) ? 'sbin' : 'bin'}/${name}`;
  if (alpineBin.has(name)) return `/bin/${name}`;
  if (alpineSbin.has(name)) return `/sbin/${name}`;
  return `/usr/${administrative.has(name) ? 'sbin' : 'bin'}/${name}`;
}
