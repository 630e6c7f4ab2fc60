/** What hosts of vcsim say of themselves that is not the lab's: the figures and the port of the one they were recorded from. */
import type { EntityOf } from '../../sim/contract/entities.ts';
import type { AnyManaged, Asking, Read } from '../personalities/vmware/objects/managed.ts';
import { dataAt, numberAt } from '../personalities/vmware/wire/ask.ts';
import { isData } from '../personalities/vmware/wire/value.ts';
import type { Data, Value } from '../personalities/vmware/wire/value.ts';

type Host = EntityOf<'host'>;

export type Ports = {
  /** Where the endpoint listens; it is told once it does. */
  readonly port: () => number;
  /** `VCSIM_HOST_PORT_UNIQUE`: each host has one of its own. */
  readonly each: 'same' | 'own';
};

/** MiB and MHz of an idle ESXi. */
const idle = { memory: 1404, cpu: 67 } as const;

export function withHostWords(type: AnyManaged, ports: Ports): AnyManaged {
  const portOf = ({ vc }: Asking, host: Host): number =>
    ports.each === 'same'
      ? ports.port()
      : ports.port() + 1 + [...vc.world().inventory.ofKind('host')].findIndex(({ id }) => id === host.id);
  const summary = (told: Value, asking: Asking, host: Host): Value => {
    if (!isData(told)) return told;
    const config = dataAt(told, 'config');
    const stats = dataAt(told, 'quickStats');
    return {
      ...told,
      ...(config === undefined ? {} : { config: { ...config, port: portOf(asking, host) } }),
      ...(stats === undefined ? {} : { quickStats: atLeastIdle(stats, host) }),
    };
  };
  const { summary: read, ...others } = type.properties;
  if (read === undefined) return type;
  const spoken: Read<unknown> = (thing, asking, ref) =>
    summary(read(thing, asking, ref), asking, thing as Host);
  // Short ways past the summary would not hear of it.
  const paths = Object.fromEntries(
    Object.entries(type.paths ?? {}).filter(([path]) => !/^summary\.(config|quickStats)\b/.test(path)),
  );
  return { ...type, properties: { ...others, summary: spoken }, paths };
}

const atLeastIdle = (stats: Data, { spec }: Host): Data =>
  spec.power === 'on'
    ? {
        ...stats,
        overallMemoryUsage: Math.max(idle.memory, numberAt(stats, 'overallMemoryUsage') ?? 0),
        overallCpuUsage: Math.max(idle.cpu, numberAt(stats, 'overallCpuUsage') ?? 0),
      }
    : stats;
