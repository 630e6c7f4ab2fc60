/** What became of a host, as vCenter's log tells it. */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import type { Vc } from '../vc.ts';
import { computeOf } from '../objects/inventory/tree.ts';
import type { Data } from '../wire/value.ts';
import { hostArgument } from './arguments.ts';
import type { NewEvent } from './event.ts';
import type { Change } from './change.ts';

type HostChange = Change<EntityOf<'host'>>;
type Told = { readonly type: string; readonly message: string; readonly fields?: Data };

export function hostChanges(vc: Vc, change: HostChange): readonly NewEvent[] {
  const { after, user } = change;
  const about = [vc.refs.of(after)];
  return [...connection(vc, change), ...maintenance(change), ...power(change)].map(
    ({ type, message, fields }) => ({
      type,
      message,
      user,
      about,
      fields: fields ?? {},
    }),
  );
}

function connection(vc: Vc, { before, after }: HostChange): readonly Told[] {
  if (before.spec.state === after.spec.state) return [];
  switch (after.spec.state) {
    case 'connected':
      return [{ type: 'HostConnectedEvent', message: `Connected to ${after.name}` }];
    case 'disconnected':
      return [
        {
          type: 'HostDisconnectedEvent',
          message: `Disconnected from ${after.name}`,
          fields: { reason: 'user' },
        },
      ];
    case 'not-responding':
      return [
        { type: 'HostConnectionLostEvent', message: `Host ${after.name} is not responding` },
        ...failedInCluster(vc, after),
      ];
    default:
      return after.spec.state satisfies never;
  }
}

function failedInCluster(vc: Vc, host: EntityOf<'host'>): readonly Told[] {
  const cluster = host.parent === null ? undefined : vc.world().inventory.get(host.parent);
  if (cluster?.kind !== 'cluster' || !cluster.spec.ha) return [];
  return [
    {
      type: 'DasHostFailedEvent',
      message: `vSphere HA detected a host failure of ${host.name} in ${cluster.name}`,
      fields: {
        failedHost: hostArgument(vc, host),
        computeResource: {
          _type: 'ComputeResourceEventArgument',
          name: cluster.name,
          computeResource: computeOf(vc, cluster),
        },
      },
    },
  ];
}

function maintenance({ before, after }: HostChange): readonly Told[] {
  if (before.spec.mode === after.spec.mode) return [];
  switch (after.spec.mode) {
    case 'entering-maintenance':
      return [
        { type: 'EnteringMaintenanceModeEvent', message: `${after.name} is entering maintenance mode` },
      ];
    case 'maintenance':
      return [{ type: 'EnteredMaintenanceModeEvent', message: `${after.name} has entered maintenance mode` }];
    case 'normal':
      return [{ type: 'ExitMaintenanceModeEvent', message: `${after.name} has left maintenance mode` }];
    default:
      return after.spec.mode satisfies never;
  }
}

function power({ before, after }: HostChange): readonly Told[] {
  if (before.spec.power === after.spec.power) return [];
  switch (after.spec.power) {
    case 'on':
      return before.spec.power === 'standby'
        ? [{ type: 'ExitedStandbyModeEvent', message: `${after.name} has left standby` }]
        : [];
    case 'standby':
      return [{ type: 'EnteredStandbyModeEvent', message: `${after.name} is in standby` }];
    case 'off':
      return [
        { type: 'HostShutdownEvent', message: `${after.name} was shut down`, fields: { reason: 'power' } },
      ];
    default:
      return after.spec.power satisfies never;
  }
}
