/** Would a machine move? The world is asked to decide, and nothing is done. */
import type { Entity } from '../../../../../sim/contract/entities.ts';
import { refListAt, refAt, textAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { done, localized } from '../fault.ts';
import type { Answer, Fault } from '../fault.ts';
import { judged } from '../machine/doing.ts';
import type { Call, Method } from '../managed.ts';
import { escapedName } from '../managed-entity.ts';

export const migrationMethods: Readonly<Record<string, Method<null>>> = {
  QueryVMotionCompatibility: (call) => {
    const vm = refAt(call.args, 'vm');
    if (vm === undefined) return done([]);
    const asked = refListAt(call.args, 'host');
    return done(asked.map((host) => ({ host, compatibility: hinders(call, vm, host) === null ? all : [] })));
  },
  ValidateMigration: (call) => validate(call),
};

const all = ['cpu', 'software'];

function validate(call: Call): Answer {
  const host = refAt(call.args, 'host') ?? onlyHost(call, refAt(call.args, 'pool'));
  const events: Data[] = [];
  for (const vm of refListAt(call.args, 'vm')) {
    const entity = call.vc.refs.entity(vm);
    if (entity?.kind !== 'vm' || host === undefined) continue;
    const wanted = textAt(call.args, 'state');
    // What is asked about a machine in another state is not asked of a move while it runs.
    if (wanted === 'poweredOff' && entity.spec.power === 'on') continue;
    const fault = hinders(call, vm, host);
    if (fault !== null) events.push(errorEvent(call, { fault, vm: entity, host: call.vc.refs.entity(host) }));
  }
  return done(events);
}

/** A pool of a lone host leads nowhere else; a cluster's leaves the host to DRS. */
function onlyHost({ vc }: Call, pool: Ref | undefined): Ref | undefined {
  const found = pool === undefined ? undefined : vc.refs.find(pool);
  return found?.is === 'root-pool' && found.entity.kind === 'host' ? vc.refs.of(found.entity) : undefined;
}

function hinders(call: Call, vm: Ref, host: Ref): Fault | null {
  const machine = call.vc.refs.entity(vm);
  const target = call.vc.refs.entity(host);
  if (machine === undefined || target === undefined)
    return { type: 'InvalidArgument', message: `There is no ${vm.value} or no ${host.value}.`, fields: {} };
  if (machine.kind === 'vm' && machine.spec.host === target.id) return null;
  const may = judged(call, { type: 'machine.migrate', id: machine.id, host: target.id });
  return may.ok ? null : may.fault;
}

type Hindered = { readonly fault: Fault; readonly vm: Entity; readonly host: Entity | undefined };

function errorEvent({ vc, caller }: Call, { fault, vm, host }: Hindered): Data {
  return {
    _type: 'MigrationErrorEvent',
    key: -1,
    chainId: -1,
    createdTime: isoOf(vc.now()),
    userName: caller?.user ?? '',
    vm: { name: escapedName(vm.name), vm: vc.refs.of(vm) },
    host: host === undefined ? undefined : { name: host.name, host: vc.refs.of(host) },
    fullFormattedMessage: fault.message,
    template: false,
    fault: localized(fault),
  };
}
