/** What this machine is told to do beside the lab: kept in the data directory, never mailed with a lab. */
import * as z from 'zod';
import { severitySchema } from './alarms.ts';
import { metricSchema } from './entities.ts';
import { entityIdSchema } from './ids.ts';
import { reportScheduleSchema } from './reports.ts';

const onOff = z.enum(['off', 'on']);
const port = z.int().min(0).max(65_535);
const host = z.string().min(1).max(253);
const url = z.url({ protocol: /^https?$/ });

export const historySettingsSchema = z.strictObject({
  /** Days of lab time that every reading is kept, and then its five-minute means. 0 keeps them for good. */
  rawDays: z.number().min(0).max(36_500).default(30),
  bucketDays: z.number().min(0).max(36_500).default(730),
});

export const remoteWriteSettingsSchema = z.strictObject({
  state: onOff.default('off'),
  url: url.default('http://127.0.0.1:9090/api/v1/write'),
  everySeconds: z.number().min(1).max(3600).default(10),
});

export const mapperSettingsSchema = z.strictObject({
  sparkplug: onOff.default('off'),
  homeAssistant: onOff.default('off'),
  unifiedNamespace: onOff.default('off'),
  /** First level of the unified namespace. */
  enterprise: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/)
    .refine((name) => name !== 'dc', 'must not be dc: readings there would be taken for new ones')
    .default('coldaisle'),
});

/** Devices answer each on an address of their own (127.10.x.y, Linux) or each on a port of its own. */
const deviceFace = (firstPort: number) =>
  z.strictObject({
    state: onOff.default('off'),
    spread: z.enum(['addresses', 'ports']).default('ports'),
    port: port.default(firstPort),
  });

export const faceSettingsSchema = z.strictObject({
  snmp: deviceFace(16_100)
    .extend({
      community: z.string().min(1).max(64).default('public'),
      writeCommunity: z.string().min(1).max(64).default('private'),
      user: z.string().min(1).max(32).default('coldaisle'),
      /** SHA and AES-128; at least eight characters, as SNMPv3 asks. */
      authKey: z.string().min(8).max(64).default('coldaisle-auth'),
      privKey: z.string().min(8).max(64).default('coldaisle-priv'),
    })
    .prefault({}),
  modbus: deviceFace(15_020).prefault({}),
  nut: z.strictObject({ state: onOff.default('off'), port: port.default(13_493) }).prefault({}),
  /** vCenter, with TLS. */
  vmware: z
    .strictObject({
      state: onOff.default('on'),
      port: port.default(8989),
      user: z.string().min(1).max(80).default('administrator@vsphere.local'),
      password: z.string().min(1).max(128).default('Coldaisle1!'),
      version: z.enum(['6.5', '6.7', '7.0', '8.0', '9.0']).default('8.0'),
      /** Each of its hosts at a port of its own, from `hostsPort` on. */
      hosts: onOff.default('off'),
      hostsPort: port.default(8990),
    })
    .prefault({}),
});

/** Who is told, in order: each rung waits so many minutes for an acknowledgement. */
export const escalationRungSchema = z.strictObject({
  afterMinutes: z.number().min(0).max(10_080),
  to: z.array(z.string().min(1).max(120)).min(1).max(20),
});

export const notifySettingsSchema = z.strictObject({
  desktop: onOff.default('on'),
  least: severitySchema.default('major'),
  smtp: z
    .strictObject({
      state: onOff.default('off'),
      host: host.default('127.0.0.1'),
      port: port.default(25),
      from: z.string().max(200).default('coldaisle@localhost'),
      user: z.string().max(200).default(''),
      password: z.string().max(200).default(''),
    })
    .prefault({}),
  webhooks: z
    .array(z.strictObject({ url, least: severitySchema.default('major') }))
    .max(20)
    .default([]),
  ladder: z
    .array(escalationRungSchema)
    .max(10)
    .default([
      { afterMinutes: 0, to: ['on-call@localhost'] },
      { afterMinutes: 15, to: ['lead@localhost'] },
      { afterMinutes: 30, to: ['manager@localhost'] },
    ]),
});

const sourceId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower case letters, digits and dashes');

/** Where one value comes from and which of the lab's sensors it becomes. */
export const hardwarePointSchema = z.strictObject({
  /** Topic of the sensor it speaks for, as the inspector shows it. */
  topic: z.string().min(1).max(300),
  metric: metricSchema.optional(),
  /** MQTT: a topic filter such as `hall/+/temp`; SNMP: an OID; Modbus: a register such as `holding:100`. */
  from: z.string().min(1).max(300),
  /** What to take of what was read: `{{ temp_f | offset -32 }}`. Left empty, it must be a number by itself. */
  template: z.string().max(500).default(''),
  /** value × scale + offset, after it was read. */
  scale: z.number().default(1),
  offset: z.number().default(0),
  /** Modbus: what the register, or this one and the next, hold. */
  type: z.enum(['int16', 'uint16', 'int32', 'uint32', 'float32']).default('uint16'),
  /** Modbus: which of two registers carries the higher half. The first, says the standard. */
  words: z.enum(['high-first', 'low-first']).default('high-first'),
});
export type HardwarePoint = z.infer<typeof hardwarePointSchema>;

export const hardwareSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('mqtt'),
    id: sourceId,
    state: onOff.default('on'),
    /** Left out, the lab's own broker. */
    url: z.string().max(300).optional(),
    points: z.array(hardwarePointSchema).max(2000).default([]),
  }),
  z.strictObject({
    kind: z.literal('snmp'),
    id: sourceId,
    state: onOff.default('on'),
    host,
    port: port.default(161),
    version: z.enum(['2c', '3']).default('2c'),
    community: z.string().max(64).default('public'),
    user: z.string().max(32).default(''),
    authKey: z.string().max(64).default(''),
    privKey: z.string().max(64).default(''),
    everySeconds: z.number().min(1).max(3600).default(30),
    points: z.array(hardwarePointSchema).max(2000).default([]),
  }),
  z.strictObject({
    kind: z.literal('modbus'),
    id: sourceId,
    state: onOff.default('on'),
    host,
    port: port.default(502),
    unit: z.int().min(0).max(255).default(1),
    everySeconds: z.number().min(1).max(3600).default(30),
    points: z.array(hardwarePointSchema).max(2000).default([]),
  }),
]);
export type HardwareSource = z.infer<typeof hardwareSourceSchema>;

/** Logging in to the lab's machines by SSH: a port for each that asks for one, and one that leads to all by name. */
const guestSettingsSchema = z.strictObject({
  ssh: onOff.default('on'),
  port: port.min(1).default(22_000),
  /** A shell of this computer in the control room, where the host was started with leave for one. */
  localShell: onOff.default('on'),
  /** Whether a container engine of this computer is looked for and used. */
  engine: onOff.default('on'),
});

export const settingsSchema = z.strictObject({
  history: historySettingsSchema.prefault({}),
  remoteWrite: remoteWriteSettingsSchema.prefault({}),
  mappers: mapperSettingsSchema.prefault({}),
  faces: faceSettingsSchema.prefault({}),
  notify: notifySettingsSchema.prefault({}),
  hardware: z.array(hardwareSourceSchema).max(200).default([]),
  /** Reports that make themselves, by lab time. */
  reports: z.array(reportScheduleSchema).max(100).default([]),
  guests: guestSettingsSchema.prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;

/** How a source of hardware readings does, and the last it read: what onboarding shows. */
export const hardwareStateSchema = z.object({
  id: z.string(),
  kind: z.enum(['mqtt', 'snmp', 'modbus']),
  state: z.enum(['off', 'connecting', 'up', 'failing']),
  detail: z.string(),
  /** Wall time of the last answer. */
  lastAt: z.number().nullable(),
  readings: z.int(),
  errors: z.int(),
  points: z.array(
    z.object({
      /** Which of the source's points it is; one with wildcards stands here once for each topic it heard. */
      index: z.int(),
      topic: z.string(),
      from: z.string(),
      raw: z.string().nullable(),
      value: z.number().nullable(),
      problem: z.string().nullable(),
      /** Wall time of its last value. */
      at: z.number().nullable(),
      sensor: entityIdSchema.nullable(),
      /** `bot`: the sensor's bot still speaks on the same topic. */
      speaker: z.enum(['bot', 'hardware']).nullable(),
    }),
  ),
  /** A look around, where a source was previewed without points: what it has to offer. */
  heard: z.array(z.object({ from: z.string(), raw: z.string() })),
});
export type HardwareState = z.infer<typeof hardwareStateSchema>;

/** Where a device answers, with a command to copy. */
export const deviceAddressSchema = z.object({
  protocol: z.enum(['snmp', 'modbus', 'nut', 'mqtt', 'vmware']),
  address: z.string(),
  command: z.string(),
});
export type DeviceAddress = z.infer<typeof deviceAddressSchema>;
