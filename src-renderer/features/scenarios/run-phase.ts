/** Where a run stands at a moment of lab time: ahead, growing, in force, over. The same arithmetic as the world's. */
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { ScenarioCard, ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { text } from '../../text/text.ts';
import { clockSpan, numberText, withUnit } from '../../ui/numbers.ts';

type Timed = Pick<ScenarioRun, 'startedAt' | 'ramp' | 'duration'>;

export type RunPhase =
  | { readonly kind: 'scheduled'; readonly beginsIn: number }
  /** `share` of its strength; milliseconds until it has all of it, and until it ends, if it does. */
  | {
      readonly kind: 'growing';
      readonly share: number;
      readonly fullIn: number;
      readonly endsIn: number | null;
    }
  | { readonly kind: 'in-force'; readonly endsIn: number | null }
  | { readonly kind: 'over' };

export function phaseAt({ startedAt, ramp, duration }: Timed, now: number): RunPhase {
  const age = now - startedAt;
  if (age < 0) return { kind: 'scheduled', beginsIn: -age };
  const endsIn = duration === null ? null : duration * 1000 - age;
  if (endsIn !== null && endsIn <= 0) return { kind: 'over' };
  const fullIn = ramp * 1000 - age;
  if (fullIn > 0) return { kind: 'growing', share: age / (ramp * 1000), fullIn, endsIn };
  return { kind: 'in-force', endsIn };
}

function endWords(endsIn: number | null): string {
  const words = text().scenarios.phase;
  return endsIn === null ? words.untilStopped : words.endsIn(clockSpan(endsIn));
}

/** The progress line. */
export function phaseWords(phase: RunPhase): string {
  const words = text().scenarios.phase;
  switch (phase.kind) {
    case 'scheduled':
      return words.scheduled(clockSpan(phase.beginsIn));
    case 'growing': {
      const share = withUnit(numberText(Math.floor(phase.share * 100), 0), '%');
      const endsFirst = phase.endsIn !== null && phase.endsIn < phase.fullIn;
      return words.growing(share, endsFirst ? null : clockSpan(phase.fullIn), endWords(phase.endsIn));
    }
    case 'in-force':
      return words.inForce(endWords(phase.endsIn));
    case 'over':
      return words.over;
    default:
      return phase satisfies never;
  }
}

/** How far the bar reaches: through its ramp, then through its time. */
export function phaseShare(run: Timed, now: number): number {
  const phase = phaseAt(run, now);
  switch (phase.kind) {
    case 'scheduled':
      return 0;
    case 'growing':
      return phase.share;
    case 'in-force':
      return run.duration === null ? 1 : (now - run.startedAt) / (run.duration * 1000);
    case 'over':
      return 1;
    default:
      return phase satisfies never;
  }
}

type Split = { readonly running: readonly ScenarioRun[]; readonly scheduled: readonly ScenarioRun[] };

/** Running newest first, scheduled soonest first. */
export function splitRuns(runs: Iterable<ScenarioRun>, now: number): Split {
  const { ahead = [], begun = [] } = Object.groupBy([...runs], (run) =>
    run.startedAt > now ? 'ahead' : 'begun',
  );
  return {
    running: begun.toSorted((a, b) => b.startedAt - a.startedAt),
    scheduled: ahead.toSorted((a, b) => a.startedAt - b.startedAt),
  };
}

type RunAgain = Extract<CommandInput, { type: 'scenario.run' }>;

/** The same once more, in full; what had not begun yet keeps its moment. */
export function runAgain(run: ScenarioRun, card: ScenarioCard | undefined, now: number): RunAgain {
  const delay = Math.max(0, Math.round((run.startedAt - now) / 1000));
  return {
    type: 'scenario.run',
    name: run.name,
    target: run.target,
    severity: run.severity,
    ramp: run.ramp,
    duration: run.duration,
    ...(card === undefined || card.size === null ? {} : { size: run.size }),
    ...(delay === 0 ? {} : { delay }),
  };
}
