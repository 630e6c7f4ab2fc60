/** A drill's report as plain text, for a mail or a ticket. */
import type { DrillCard, DrillReport, DrillRun } from '../../../sim/contract/drills.ts';
import { text, told } from '../../text/text.ts';
import { clockSpan, labMoment, numberText } from '../../ui/numbers.ts';
import { drillTitle, spanWords } from './scenario-words.ts';

export type Fact = { readonly label: string; readonly value: string };

function after(seconds: number | null): string {
  const words = text().scenarios.report;
  return seconds === null ? words.never : words.after(spanWords(seconds));
}

/** Half points happen; whole ones need no decimal. */
export const pointsText = (points: number): string => numberText(points, Number.isInteger(points) ? 0 : 1);

export function factsOf(report: DrillReport): readonly Fact[] {
  const { facts, rackMinutes } = text().scenarios.report;
  return [
    { label: facts.detected, value: after(report.detectedAfter) },
    { label: facts.acknowledged, value: after(report.acknowledgedAfter) },
    { label: facts.restored, value: after(report.restoredAfter) },
    { label: facts.raised, value: String(report.raised) },
    { label: facts.missed, value: String(report.missed) },
    { label: facts.hot, value: rackMinutes(numberText(report.hotRackMinutes, 1)) },
    { label: facts.dark, value: rackMinutes(numberText(report.darkRackMinutes, 1)) },
  ];
}

/** `+00:03:12` after the start. */
export const offsetText = (run: Pick<DrillRun, 'startedAt'>, at: number): string =>
  `+${clockSpan(at - run.startedAt)}`;

export const isScored = (cards: readonly DrillCard[], { drill }: Pick<DrillRun, 'drill'>): boolean =>
  cards.find(({ id }) => id === drill)?.kind !== 'script';

export const scoreWords = (cards: readonly DrillCard[], run: DrillRun): string => {
  if (run.report === null) return '–';
  const words = text().scenarios.report;
  return isScored(cards, run) ? words.score(String(run.report.score)).join('') : words.watched;
};

/** Spaces as they are on a keyboard: thin ones are lost on the way through a mail. */
const plain = (thin: string): string => thin.replaceAll('\u2009', ' ');

export function reportText(cards: readonly DrillCard[], run: DrillRun, lab: string): string {
  const { report } = run;
  if (report === null) return '';
  const { report: words, drills } = text().scenarios;
  const span = { from: labMoment(run.startedAt), to: run.endedAt === null ? null : labMoment(run.endedAt) };
  const lines = [
    words.textTitle(drillTitle(cards, run.drill), run.drill, run.id),
    words.textOutcome(scoreWords(cards, run), drills.outcomes[run.outcome]),
    words.textLab({ lab, by: run.startedBy }, span),
    '',
    ...(isScored(cards, run)
      ? report.parts.map(
          ({ name, points, of, because }) =>
            `${told(name)}: ${words.pointsOf(pointsText(points), of)} (${told(because)})`,
        )
      : []),
    '',
    ...factsOf(report).map(({ label, value }) => `${label}: ${value}`),
    '',
    ...report.timeline.map(({ at, text: what }) => `${offsetText(run, at)}  ${told(what)}`),
  ];
  return `${plain(lines.join('\n'))
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}
