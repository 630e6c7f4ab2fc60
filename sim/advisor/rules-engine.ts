import type { Recommendation } from '../contract/advisor.ts';
import type { Advisor, Picture } from './advisor.ts';
import { rules } from './rules.table.ts';
import type { Finding } from './finding.ts';

/** Below this nothing is worth an operator's glance: kW. */
const leastSaving = 0.03;

/** The first advisor: a table of rules, corrected by what earlier advice of the same kind really saved. */
export const adviseByRules: Advisor = (picture) => {
  const said: Recommendation[] = [];
  for (const rule of rules) {
    for (const finding of rule.find(picture)) {
      if (isResting(picture, finding, rule.id)) continue;
      if (said.some((other) => other.target === finding.target)) continue;
      if (rule.aim === 'saving' && said.some((other) => isContrary(picture, other, finding))) continue;
      const learnt = correct(picture, rule.id, finding);
      if (rule.aim === 'saving' && learnt.saving < leastSaving) continue;
      said.push({ ...learnt, rule: rule.id, savingDay: 24 * learnt.saving });
    }
  }
  return said;
};

const isResting = ({ resting }: Picture, { target }: Finding, rule: Recommendation['rule']): boolean =>
  resting.some((one) => one.target === target && (one.rule === null || one.rule === rule));

/** Nothing is made warmer in a room, or on a water, that is just being made cooler. */
function isContrary({ chillers, rooms }: Picture, safe: Recommendation, finding: Finding): boolean {
  if (safe.rule !== 'cool-again') return false;
  const room = safe.guard.room;
  if (finding.guard.room === room) return true;
  const units = rooms.find(({ id }) => id === room)?.units ?? [];
  const chiller = chillers.find(({ id }) => id === finding.target);
  return chiller?.units.some(({ id }) => units.some((unit) => unit.id === id)) ?? false;
}

/** What was measured here before weighs more than the rule of thumb. */
function correct({ lessons }: Picture, rule: Recommendation['rule'], finding: Finding): Finding {
  const lesson = lessons.find((one) => one.rule === rule && one.target === finding.target);
  if (lesson === undefined || finding.saving <= 0) return finding;
  return { ...finding, saving: finding.saving * lesson.share, confidence: 0.9 };
}
