import type { Recommendation } from '../contract/advisor.ts';

/** What a rule finds, before lessons and guards. */
export type Finding = Omit<Recommendation, 'rule' | 'savingDay'>;
