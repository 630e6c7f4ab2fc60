/** Keys that mean something on one screen alone. There they come before the shortcut of an action. */
import type { Catalogue } from '../text/catalogue.ts';

type ScreenKeys = {
  /** Where they hold: a screen, or what is done on one. */
  readonly scope: 'racks' | 'floor' | 'floor-edit' | 'wall';
  readonly keys: string;
  readonly noun: keyof Catalogue['shell']['moves'];
};

export const screenKeys = (): readonly ScreenKeys[] => [
  { scope: 'racks', keys: '[ ]', noun: 'racks' },
  { scope: 'racks', keys: '/', noun: 'findRack' },
  { scope: 'racks', keys: 'Enter Space F2 Delete', noun: 'devices' },
  { scope: 'floor', keys: '+ - 0', noun: 'zoom' },
  { scope: 'floor-edit', keys: 'Space r Enter Delete', noun: 'floorEdit' },
  { scope: 'wall', keys: 'Space ArrowLeft ArrowRight s f', noun: 'wall' },
];
