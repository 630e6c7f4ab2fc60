import type { Settings } from '../../../sim/contract/settings.ts';
import type { Log } from '../../host/log.ts';
import type { SettingsStore } from '../../host/settings.ts';
import type { Broker } from '../broker.ts';
import type { DeviceState } from '../publisher.ts';
import { createHomeAssistant } from './home-assistant.ts';
import type { Mapper, MapperPlan, Source } from './mapper.ts';
import { createSparkplug } from './sparkplug/sparkplug.ts';
import { createUnifiedNamespace, isUsableEnterprise } from './unified-namespace.ts';

export type MappersDeps = {
  readonly broker: Broker;
  /** Where Sparkplug's edge nodes connect, with user and password where it needs them. */
  readonly brokerUrl: () => string;
  readonly settings: Pick<SettingsStore, 'get' | 'listen'>;
  /** Asked only while a mapper is on. Null: not to be had now, `arranged` follows. */
  readonly plan: () => MapperPlan | null;
  readonly source: Source;
  /** Wall milliseconds. */
  readonly now: () => number;
  readonly log: Log;
};

export type Mappers = {
  /** The inventory, and with it all indexes, changed. */
  readonly arranged: () => void;
  readonly reading: (sensor: number) => void;
  readonly deviceState: (device: number, state: DeviceState) => void;
  /** The broker came back. */
  readonly repeat: () => void;
  /** Resolves when what was asked of the mappers so far is done. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Name = 'sparkplug' | 'homeAssistant' | 'unifiedNamespace';
const names: readonly Name[] = ['sparkplug', 'homeAssistant', 'unifiedNamespace'];

/** Other worlds' views of the same readings, each off until the settings switch it on. */
export function createMappers(deps: MappersDeps): Mappers {
  const log = deps.log.child('mappers');
  const active = new Map<Name, { readonly mapper: Mapper; readonly asked: string }>();
  let turn = Promise.resolve();

  const follow = async (): Promise<void> => {
    const { mappers } = deps.settings.get();
    for (const name of names) {
      const asked = askedOf(name, mappers);
      const now = active.get(name);
      if (now?.asked === asked || (now === undefined && asked === null)) continue;
      active.delete(name);
      await now?.mapper.close('switched-off');
      if (asked === null) continue;
      const mapper = open(name, { ...deps, log, enterprise: mappers.enterprise });
      if (mapper === null) continue;
      active.set(name, { mapper, asked });
      const plan = deps.plan();
      if (plan !== null) mapper.arrange(plan);
    }
  };
  // One change after the other: what is switched off and on again must be gone before it comes back.
  const soon = (): void => {
    turn = turn.then(follow).catch((fault: unknown) => log.error('a mapper failed', { fault }));
  };
  const forget = deps.settings.listen(soon);
  soon();

  return {
    arranged: () => {
      const plan = active.size === 0 ? null : deps.plan();
      if (plan === null) return;
      for (const { mapper } of active.values()) mapper.arrange(plan);
    },
    reading: (sensor) => {
      if (active.size === 0) return;
      for (const { mapper } of active.values()) mapper.reading(sensor);
    },
    deviceState: (device, state) => {
      for (const { mapper } of active.values()) mapper.deviceState(device, state);
    },
    repeat: () => {
      for (const { mapper } of active.values()) mapper.repeat();
    },
    settled: () => turn,
    close: async () => {
      forget();
      await turn;
      const last = [...active.values()];
      active.clear();
      await Promise.all(last.map(({ mapper }) => mapper.close('host-ends')));
    },
  };
}

/** What the settings ask of a mapper; a mapper that is asked something else is made anew. Null: off. */
function askedOf(name: Name, settings: Settings['mappers']): string | null {
  if (settings[name] === 'off') return null;
  return name === 'unifiedNamespace' ? settings.enterprise : 'on';
}

type Means = MappersDeps & { readonly enterprise: string };

function open(name: Name, { enterprise, ...deps }: Means): Mapper | null {
  switch (name) {
    case 'sparkplug':
      return createSparkplug(deps);
    case 'homeAssistant':
      return createHomeAssistant(deps.broker);
    case 'unifiedNamespace':
      if (isUsableEnterprise(enterprise)) return createUnifiedNamespace({ ...deps, enterprise });
      deps.log.warn('the unified namespace stays off: its first level must not be that of the readings', {
        enterprise,
      });
      return null;
    default:
      return name satisfies never;
  }
}
