/** A drill's report as plain text, for a mail or a ticket. */
import type { DrillCard, DrillReport, DrillRun } from '../../../sim/contract/drills.ts';
import { clockSpan, labMoment, numberText } from '../../ui/numbers.ts';
import { drillTitle, outcomeTitles, spanWords } from './scenario-words.ts';

export type Fact = { readonly label: string; readonly value: string };

const after = (seconds: number | null): string =>
  seconds === null ? 'never' : `after ${spanWords(seconds)}`;

/** Half points happen; whole ones need no decimal. */
export const pointsText = (points: number): string => numberText(points, Number.isInteger(points) ? 0 : 1);

export const factsOf = (report: DrillReport): readonly Fact[] => [
  { label: 'Detected', value: after(report.detectedAfter) },
  { label: 'Acknowledged', value: after(report.acknowledgedAfter) },
  { label: 'Restored', value: after(report.restoredAfter) },
  { label: 'Alarms raised', value: String(report.raised) },
  { label: 'Alarms missed', value: String(report.missed) },
  { label: 'Too hot or cold', value: `${numberText(report.hotRackMinutes, 1)} rack-minutes` },
  { label: 'Without power', value: `${numberText(report.darkRackMinutes, 1)} rack-minutes` },
];

/** `+00:03:12` after the start. */
export const offsetText = (run: Pick<DrillRun, 'startedAt'>, at: number): string =>
  `+${clockSpan(at - run.startedAt)}`;

export const isScored = (cards: readonly DrillCard[], { drill }: Pick<DrillRun, 'drill'>): boolean =>
  cards.find(({ id }) => id === drill)?.kind !== 'script';

export const scoreWords = (cards: readonly DrillCard[], run: DrillRun): string => {
  if (run.report === null) return '–';
  return isScored(cards, run) ? `${run.report.score} of 100 points` : 'Watched, not scored';
};

/** Spaces as they are on a keyboard: thin ones are lost on the way through a mail. */
const plain = (text: string): string => text.replaceAll('\u2009', ' ');

export function reportText(cards: readonly DrillCard[], run: DrillRun, lab: string): string {
  const { report } = run;
  if (report === null) return '';
  const ended = run.endedAt === null ? '' : `, ended ${labMoment(run.endedAt)}`;
  const lines = [
    `Drill: ${drillTitle(cards, run.drill)} (${run.drill}, ${run.id})`,
    `${scoreWords(cards, run)}; ${outcomeTitles[run.outcome].toLowerCase()}`,
    `Lab “${lab}” (simulated), lab time: started ${labMoment(run.startedAt)}${ended}, by ${run.startedBy}`,
    '',
    ...(isScored(cards, run)
      ? report.parts.map(
          ({ name, points, of, because }) => `${name}: ${pointsText(points)} of ${of} (${because})`,
        )
      : []),
    '',
    ...factsOf(report).map(({ label, value }) => `${label}: ${value}`),
    '',
    ...report.timeline.map(({ at, text }) => `${offsetText(run, at)}  ${text}`),
  ];
  return `${plain(lines.join('\n'))
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}
