/** What is known of one machine's container. */
import type { EntityId } from '../../sim/contract/ids.ts';
import type { Box } from '../guests/container/box.ts';
import type { Insight } from './run-box.ts';

export type Run = {
  readonly id: EntityId;
  /** null: none was made, or it was taken away. */
  box: Box | null;
  name: string;
  /** What it was made for. */
  asked: string;
  /** `ended`: its program did, while its machine was on. */
  phase: 'stopped' | 'running' | 'paused' | 'ended';
  insight: Insight | null;
  /** It was started for a machine that is not on yet. */
  isHeld: boolean;
  /** Its machine was reset. */
  isAnew: boolean;
  /** One thing after the other. */
  line: Promise<void>;
};

export const freshRun = (id: EntityId): Run => ({
  id,
  box: null,
  name: '',
  asked: '',
  phase: 'stopped',
  insight: null,
  isHeld: false,
  isAnew: false,
  line: Promise.resolve(),
});

/** A failure is the act's own to tell of: the line goes on. */
export function inLine(run: Run, act: () => Promise<void>): Promise<void> {
  const done = run.line.then(act);
  run.line = done.catch(() => undefined);
  return done;
}
