/** Storage policies over REST: `/vcenter/storage/policies`, and those of a machine. */
import { refusedAs, mapIn, noSuch, refuse, told } from '../rest/reply.ts';
import type { Reply } from '../rest/reply.ts';
import { fieldsIn, filterIn, isFields, param, specIn, textIn, textsIn } from '../rest/rest-call.ts';
import type { Fields, Operation, RestCall } from '../rest/rest-call.ts';
import { faultOf } from '../objects/faults.ts';
import type { Vm } from '../objects/machine/paper.ts';
import { isoOf } from '../wire/value.ts';
import { assignedItem, assignedTo } from './assigned.ts';
import type { Assigned } from './assigned.ts';
import { judge, judgeWhole, partsOf } from './compliance.ts';
import type { Subject, Verdict } from './compliance.ts';
import { mismatches } from './fitting.ts';
import { policiesOf, policyOf } from './policies.ts';
import type { Policy } from './policies.ts';
import { associated } from './profiles.ts';

const path = '/vcenter/storage/policies';

const words = {
  compliant: 'COMPLIANT',
  nonCompliant: 'NON_COMPLIANT',
  unknown: 'UNKNOWN_COMPLIANCE',
  notApplicable: 'NOT_APPLICABLE',
} as const satisfies Record<Verdict['status'], string>;

function list(call: RestCall): Reply {
  const wanted = filterIn(call, 'policies');
  return told(
    policiesOf(call.vc)
      .filter(({ id, category }) => category === 'REQUIREMENT' && (wanted?.has(id) ?? true))
      .map(({ id, name, description }) => ({ policy: id, name, description })),
  );
}

const withPolicy =
  (run: (call: RestCall, policy: Policy) => Reply) =>
  (call: RestCall): Reply => {
    const id = param(call, 'policy');
    const policy = policyOf(call.vc, id);
    return policy === undefined ? noSuch('storage policy', id) : run(call, policy);
  };

/** Its machines, whether their home has it, and which of their disks. */
const machinesWith = withPolicy(({ vc, dialect }, { id }) => {
  const byMachine = Map.groupBy(associated(vc, id), ({ vm }) => vc.refs.of(vm).value);
  const entries = [...byMachine].map(([vm, parts]) => {
    const disks = parts.flatMap(({ disk }) => (disk === null ? [] : [String(disk.key)]));
    return [vm, { vm_home: parts.some(({ disk }) => disk === null), disks }] as const;
  });
  return told(mapIn(dialect, entries));
});

const compatible = withPolicy((call, policy) => {
  const stores = textsIn(specIn(call), 'datastores').map((id) => ({
    id,
    store: call.vc.refs.entity({ _ref: 'Datastore', value: id }),
  }));
  const missing = stores.find(({ store }) => store?.kind !== 'datastore');
  if (missing !== undefined) return noSuch('datastore', missing.id);
  const fitting = stores.flatMap(({ id, store }) =>
    store?.kind === 'datastore' && mismatches(call.vc, policy, store).length === 0 ? [{ datastore: id }] : [],
  );
  return told({ compatible_datastores: fitting });
});

function compliantMachines(call: RestCall): Reply {
  const { vc, dialect } = call;
  const statuses = filterIn(call, 'status');
  const machines = filterIn(call, 'vms');
  if (statuses === undefined) return refuse('invalid_argument', 'A status must be asked for.');
  const entries = vc
    .world()
    .inventory.ofKind('vm')
    .flatMap((vm) => {
      const id = vc.refs.of(vm).value;
      const status = words[judgeWhole(vc, vm)];
      if (!statuses.has(status) || machines?.has(id) === false) return [];
      return [[id, { overall_compliance: status }] as const];
    });
  return told(mapIn(dialect, entries));
}

const withMachine =
  (run: (call: RestCall, vm: Vm) => Reply | Promise<Reply>) =>
  (call: RestCall): Reply | Promise<Reply> => {
    const id = param(call, 'vm');
    const vm = call.vc.refs.entity({ _ref: 'VirtualMachine', value: id });
    if (vm?.kind !== 'vm') return noSuch('virtual machine', id);
    const asking = { vc: call.vc, caller: call.caller, version: { id: '', index: 0 } };
    const refusal = call.vc.access.refusal(asking, call.vc.refs.of(vm), ['StorageProfile.View']);
    return refusal === null ? run(call, vm) : refusedAs(refusal);
  };

const ofMachine = withMachine(({ vc, dialect }, vm) => {
  const { home, disks } = assignedTo(vc, vm.id);
  return told({
    ...(home === undefined ? {} : { vm_home: home }),
    disks: mapIn(dialect, Object.entries(disks)),
  });
});

/** `{type: USE_SPECIFIED_POLICY, policy}`; undefined: not a wish that can be read. */
function wishIn(call: RestCall, wish: Fields): string | null | undefined {
  switch (textIn(wish, 'type')) {
    case 'USE_SPECIFIED_POLICY': {
      const id = textIn(wish, 'policy') ?? '';
      return policyOf(call.vc, id) === undefined ? undefined : id;
    }
    case 'USE_DEFAULT_POLICY':
      return null;
    default:
      return undefined;
  }
}

/** An object in `/api`, pairs in `/rest`. */
function pairsIn(value: unknown): readonly (readonly [string, Fields])[] {
  if (Array.isArray(value))
    return (value as readonly unknown[]).flatMap((pair) =>
      isFields(pair) && typeof pair['key'] === 'string'
        ? [[pair['key'], fieldsIn(pair, 'value')] as const]
        : [],
    );
  return isFields(value) ? Object.keys(value).map((key) => [key, fieldsIn(value, key)] as const) : [];
}

const setMachine = withMachine(async (call, vm) => {
  const spec = specIn(call);
  const before = assignedTo(call.vc, vm.id);
  let { home } = before;
  if (isFields(spec['vm_home'])) {
    const wish = wishIn(call, spec['vm_home']);
    if (wish === undefined)
      return refuse('invalid_argument', 'vm_home names no storage policy that is there.');
    home = wish ?? undefined;
  }
  const disks: Record<string, string> = { ...before.disks };
  for (const [key, fields] of pairsIn(spec['disks'])) {
    const wish = wishIn(call, fields);
    if (!vm.spec.disks.some((disk) => String(disk.key) === key)) return noSuch('disk', key);
    if (wish === undefined)
      return refuse('invalid_argument', `Disk ${key} names no storage policy that is there.`);
    if (wish === null) delete disks[key];
    else disks[key] = wish;
  }
  const after: Assigned = { ...(home === undefined ? {} : { home }), disks };
  const did = await call.vc.papers.write([assignedItem(vm.id, after)], call.caller);
  return did.ok ? told(undefined) : refusedAs(faultOf(did.refusal));
});

function verdictOn({ vc }: RestCall, part: Subject) {
  const { status, policy, unmet } = judge(vc, part);
  return {
    status: words[status],
    check_time: isoOf(vc.now()),
    ...(policy === undefined ? {} : { policy }),
    failure_cause: unmet.map(({ message }) => ({ id: 'pbm.mismatch', default_message: message, args: [] })),
  };
}

const machineCompliance = withMachine((call, vm) =>
  told({
    overall_compliance: words[judgeWhole(call.vc, vm)],
    vm_home: verdictOn(call, { vm, disk: null }),
    disks: mapIn(
      call.dialect,
      partsOf(vm).flatMap((part) =>
        part.disk === null ? [] : [[String(part.disk.key), verdictOn(call, part)] as const],
      ),
    ),
  }),
);

export const policyOperations: readonly Operation[] = [
  { on: `GET ${path}`, run: list },
  { on: `GET ${path}/{policy}/vm`, run: machinesWith },
  { on: `POST ${path}/{policy}`, action: 'check-compatibility', run: compatible },
  { on: `GET ${path}/compliance/vm`, run: compliantMachines },
  { on: 'GET /vcenter/vm/{vm}/storage/policy', run: ofMachine },
  { on: 'PATCH /vcenter/vm/{vm}/storage/policy', run: setMachine },
  { on: 'GET /vcenter/vm/{vm}/storage/policy/compliance', run: machineCompliance },
  { on: 'POST /vcenter/vm/{vm}/storage/policy/compliance', action: 'check', run: machineCompliance },
];
