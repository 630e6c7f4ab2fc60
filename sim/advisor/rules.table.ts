import type { AdviceRule } from '../contract/advisor.ts';
import { coolAgain, coolRoom, wetCoil } from './air-rules.ts';
import { restUnit, shareAir } from './fan-rules.ts';
import type { Picture } from './advisor.ts';
import type { Finding } from './finding.ts';
import { freeCooling, warmWater } from './water-rules.ts';

type Rule = {
  readonly id: AdviceRule;
  /** `safety` is said whatever it costs; `saving` only where it saves. */
  readonly aim: 'safety' | 'saving';
  readonly find: (picture: Picture) => readonly Finding[];
};

/** In the order of their weight: of two that speak of one thing, or of one room's air, the first is heard. */
export const rules: readonly Rule[] = [
  { id: 'cool-again', aim: 'safety', find: coolAgain },
  { id: 'share-air', aim: 'saving', find: shareAir },
  { id: 'rest-unit', aim: 'saving', find: restUnit },
  { id: 'free-cooling', aim: 'saving', find: freeCooling },
  { id: 'warm-water', aim: 'saving', find: warmWater },
  { id: 'wet-coil', aim: 'saving', find: wetCoil },
  { id: 'cool-room', aim: 'saving', find: coolRoom },
];
