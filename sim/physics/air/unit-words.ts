import { stateWords } from '../../contract/state-words.table.ts';

const numberOf = (word: (typeof stateWords.crac)[number]): number => stateWords.crac.indexOf(word);

/** What the numbers in a cooling unit's `state` mean. */
export const unitState = {
  off: numberOf('off'),
  running: numberOf('running'),
  starting: numberOf('starting'),
  failed: numberOf('failed'),
  noPower: numberOf('no-power'),
} as const;

const chillerNumberOf = (word: (typeof stateWords.chiller)[number]): number =>
  stateWords.chiller.indexOf(word);

/** And in a chiller's. */
export const chillerState = {
  off: chillerNumberOf('off'),
  running: chillerNumberOf('running'),
  starting: chillerNumberOf('starting'),
  tripped: chillerNumberOf('tripped'),
  noPower: chillerNumberOf('no-power'),
  economiser: chillerNumberOf('economiser'),
} as const;
