import { accepted, refusalFromIssues, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { hardwareSourceSchema } from '../../../sim/contract/settings.ts';
import type { HardwareSource, HardwareState } from '../../../sim/contract/settings.ts';
import type { Kit } from './kit.ts';
import type { Tally } from './tally.ts';

export type Previews = {
  readonly look: (source: HardwareSource) => Promise<Result<HardwareState>>;
  readonly close: () => Promise<void>;
};

/** Each holds a connection to a device that may take few. */
const mostAtOnce = 4;

export function createPreviews(kit: Kit): Previews {
  const underWay = new Map<Promise<HardwareState>, () => void>();
  let isClosed = false;
  return {
    look: async (input) => {
      const parsed = hardwareSourceSchema.safeParse(input);
      if (!parsed.success) return { ok: false, refusal: refusalFromIssues(parsed.error.issues) };
      if (isClosed || underWay.size >= mostAtOnce) {
        return refused('busy', 'Too many previews are under way', { hint: 'Try again in a few seconds.' });
      }
      const over = Promise.withResolvers<void>();
      const looked = lookOnce({ ...parsed.data, state: 'on' }, kit, over);
      underWay.set(looked, over.resolve);
      try {
        return accepted(await looked);
      } finally {
        underWay.delete(looked);
      }
    },
    close: async () => {
      isClosed = true;
      for (const giveUp of underWay.values()) giveUp();
      await Promise.all(underWay.keys());
    },
  };
}

/** Reads a source once: until each point has said something, the link has failed, or patience ends. */
async function lookOnce(
  source: HardwareSource,
  kit: Kit,
  over: PromiseWithResolvers<void>,
): Promise<HardwareState> {
  const timer = setTimeout(over.resolve, kit.limits.previewMillis);
  const tally = kit.tallyFor(source, () => {
    if (isOver(tally, source)) over.resolve();
  });
  const runner = kit.start(source, { tally, purpose: 'look' });
  await over.promise;
  clearTimeout(timer);
  if (source.kind === 'mqtt' && tally.linkState() === 'up') noteSilence(source, tally);
  const state = tally.state();
  await runner.end(null);
  return state;
}

function isOver(tally: Tally, { kind, points }: HardwareSource): boolean {
  if (tally.linkState() === 'failing') return true;
  if (tally.linkState() !== 'up') return false;
  // A broker tells nobody when it has said all; an agent and a register do.
  return kind === 'mqtt' ? tally.isComplete() : points.length === 0 || tally.isComplete();
}

function noteSilence({ points }: HardwareSource, tally: Tally): void {
  const spoken = new Set(
    tally.state().points.flatMap(({ index, raw, problem }) => ((raw ?? problem) === null ? [] : [index])),
  );
  points.forEach(({ topic, from }, index) => {
    if (!spoken.has(index)) tally.failed({ index, topic, from }, null, nothingHeard);
  });
}

const nothingHeard =
  'Nothing has arrived there while we listened: the device may speak seldom, or on another topic';
