/** Real devices in: each source reads, and publishes as its sensor would. Ingest cannot tell them from bots. */
import type { Result } from '../../../sim/contract/result.ts';
import type { HardwareSource, HardwareState } from '../../../sim/contract/settings.ts';
import type { SettingsStore } from '../../host/settings.ts';
import { createKit } from './kit.ts';
import type { Kit, KitDeps } from './kit.ts';
import { createPreviews } from './preview.ts';
import type { Runner } from './runner.ts';
import type { Tally } from './tally.ts';

export type HardwareDeps = KitDeps & { readonly settings: Pick<SettingsStore, 'get' | 'listen'> };

export type Hardware = {
  /** In the order of the settings. */
  readonly states: () => HardwareState[];
  /** Reads a source once, saved or not, and publishes nothing. */
  readonly preview: (source: HardwareSource) => Promise<Result<HardwareState>>;
  /** Called after something changed, now and then. */
  readonly listen: (heard: () => void) => () => void;
  readonly close: () => Promise<void>;
};

type Bench = {
  readonly source: HardwareSource;
  readonly tally: Tally;
  /** Null until what it was before has ended, and where it is switched off. */
  runner: Runner | null;
  readonly started: Promise<void>;
};

export function createHardware(deps: HardwareDeps): Hardware {
  const kit = createKit(deps);
  const previews = createPreviews(kit);
  const benches = createBenches(kit);
  const arrange = (): void => {
    benches.arrange(deps.settings.get().hardware);
    kit.changed();
  };
  const dispose = deps.settings.listen(arrange);
  arrange();
  return {
    states: () => deps.settings.get().hardware.flatMap(({ id }) => benches.stateOf(id) ?? []),
    preview: previews.look,
    listen: kit.listen,
    close: async () => {
      dispose();
      kit.close();
      await Promise.all([previews.close(), benches.close()]);
    },
  };
}

function createBenches(kit: Kit) {
  const benches = new Map<string, Bench>();
  /** A name is used again only when whoever had it is gone. */
  const endings = new Map<string, Promise<void>>();
  let isClosed = false;
  const end = (id: string, next: HardwareSource | null): void => {
    const bench = benches.get(id);
    benches.delete(id);
    if (bench !== undefined) endings.set(id, endBench(bench, next));
  };
  const put = (source: HardwareSource): void => {
    const tally = kit.tallyFor(source, kit.changed);
    const start = async (): Promise<void> => {
      await endings.get(source.id);
      if (isClosed || source.state === 'off') return;
      bench.runner = kit.start(source, { tally, purpose: 'run' });
    };
    const bench: Bench = { source, tally, runner: null, started: Promise.resolve().then(start) };
    benches.set(source.id, bench);
  };
  return {
    arrange: (sources: readonly HardwareSource[]): void => {
      const wanted = new Map(sources.map((source) => [source.id, source]));
      for (const [id, { source }] of benches) {
        const next = wanted.get(id) ?? null;
        if (JSON.stringify(next) !== JSON.stringify(source)) end(id, next);
      }
      for (const source of wanted.values()) if (!benches.has(source.id)) put(source);
    },
    stateOf: (id: string): HardwareState | null => {
      const bench = benches.get(id);
      bench?.runner?.refresh?.();
      return bench?.tally.state() ?? null;
    },
    close: async (): Promise<void> => {
      isClosed = true;
      for (const [id, { source }] of benches) end(id, source);
      await Promise.all(endings.values());
    },
  };
}

async function endBench(bench: Bench, next: HardwareSource | null): Promise<void> {
  await bench.started;
  await bench.runner?.end(next);
}
