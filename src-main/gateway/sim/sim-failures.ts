/** Failures under /sim/inject: scenarios by the seeds' names, and any other by its own. */
import * as z from 'zod';
import { scenarioNameSchema } from '../../../sim/contract/scenarios.ts';
import type { ScenarioName } from '../../../sim/contract/scenarios.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { answer, asked, done, one, read } from './sim-call.ts';
import type { SimCall, SimHandler } from './sim-call.ts';

const seconds = z.number().min(0).max(31_536_000);
const name = z.string().min(1).max(80);
const common = {
  /** Left out: as its card says; null: until it is taken away. */
  duration_sec: seconds.nullable().optional(),
  delay_sec: seconds.default(0),
};
type Common = { readonly duration_sec?: number | null | undefined; readonly delay_sec: number };

const timing = ({ duration_sec: duration, delay_sec: delay }: Common): object => ({
  delay,
  ...(duration === undefined ? {} : { duration }),
});

/** As the seeds have it: what of a host fails. */
const hostFailures = {
  crash: { name: 'HOST_FAILURE', severity: 'total' },
  power: { name: 'HOST_FAILURE', severity: 'total' },
  network: { name: 'NIC_LOSS', severity: 'total' },
  memory: { name: 'MEMORY_PRESSURE', severity: 'partial' },
} as const satisfies Record<string, { name: ScenarioName; severity: string }>;

const hostFailureSchema = z.strictObject({
  host_id: name,
  type: z.enum(Object.keys(hostFailures) as [keyof typeof hostFailures]).default('crash'),
  ...common,
});

export const failHost: SimHandler = async (call) => {
  const body = read(hostFailureSchema, call.body);
  if (!body.ok) return body;
  const host = await one(call, { kind: 'host', name: body.value.host_id, where: 'host_id' });
  if (!host.ok) return host;
  const failure = hostFailures[body.value.type];
  return done(call, { type: 'scenario.run', ...failure, target: host.value.id, ...timing(body.value) }, 201);
};

const partitionSchema = z.strictObject({
  network: name,
  /** `total`: nothing on it hears anything. */
  severity: z.enum(['partial', 'total']).default('partial'),
  ...common,
});

export const partNetwork: SimHandler = async (call) => {
  const body = read(partitionSchema, call.body);
  if (!body.ok) return body;
  const { network, severity } = body.value;
  const found = await one(call, { kind: 'network', name: network, where: 'network' });
  if (!found.ok) return found;
  const run = { type: 'scenario.run', name: 'NETWORK_PARTITION', severity, target: found.value.id };
  return done(call, { ...run, ...timing(body.value) }, 201);
};

const diskFullSchema = z
  .strictObject({ vm_id: name.optional(), datastore: name.optional(), ...common })
  .refine(
    (body) => body.vm_id !== undefined || body.datastore !== undefined,
    'name a datastore, or a vm_id whose datastore it shall be',
  );

export const fillDisk: SimHandler = async (call) => {
  const body = read(diskFullSchema, call.body);
  if (!body.ok) return body;
  const store = await storeMeant(call, body.value);
  if (!store.ok) return store;
  const run = { type: 'scenario.run', name: 'DISK_FULL', severity: 'total', target: store.value };
  return done(call, { ...run, ...timing(body.value) }, 201);
};

async function storeMeant(
  call: SimCall,
  { vm_id: vmId, datastore }: z.output<typeof diskFullSchema>,
): Promise<Result<string>> {
  if (datastore !== undefined) {
    const store = await one(call, { kind: 'datastore', name: datastore, where: 'datastore' });
    return store.ok ? accepted(store.value.id) : store;
  }
  const vm = await one(call, { kind: 'vm', name: vmId ?? '', where: 'vm_id' });
  if (!vm.ok) return vm;
  const on = vm.value.spec.disks.find((disk) => disk.datastore !== null)?.datastore;
  if (on !== undefined && on !== null) return accepted(on);
  return refused('wrong-state', `${vm.value.name} has no disk on a datastore`, {
    where: 'vm_id',
    hint: 'Name a datastore.',
  });
}

const anySchema = z.strictObject({
  target: name,
  size: z.number().optional(),
  severity: z.enum(['partial', 'total']).default('partial'),
  ramp_sec: seconds.optional(),
  ...common,
});

/** `link-flap` is LINK_FLAP, and so on with all that the lab can do. */
export const failAny: SimHandler = async (call) => {
  const scenario = scenarioNameSchema.safeParse(call.name.toUpperCase().replaceAll('-', '_'));
  if (!scenario.success) {
    const names = scenarioNameSchema.options.map((each) => each.toLowerCase().replaceAll('_', '-'));
    return refused('not-found', `There is no failure ${call.name}`, {
      hint: `There are ${names.join(', ')}.`,
    });
  }
  const body = read(anySchema, call.body);
  if (!body.ok) return body;
  const { target, size, severity, ramp_sec: ramp } = body.value;
  const found = await asked(call, 'entity', { id: target });
  if (!found.ok) return { ok: false, refusal: { ...found.refusal, where: 'target' } };
  const run = { type: 'scenario.run', name: scenario.data, target: found.value.id, severity };
  const more = { ...(size === undefined ? {} : { size }), ...(ramp === undefined ? {} : { ramp }) };
  return done(call, { ...run, ...more, ...timing(body.value) }, 201);
};

export const listFailures: SimHandler = async (call) => {
  const found = await asked(call, 'scenarios', {});
  return found.ok ? answer({ items: found.value.runs }) : found;
};

export const endFailure: SimHandler = (call) => done(call, { type: 'scenario.stop', id: call.name });
