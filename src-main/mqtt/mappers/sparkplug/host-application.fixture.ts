/**
 * A Sparkplug B host application for tests: reads payloads and watches the rules of specification 3.0.
 * It shares no code with the edge node, so that the two cannot agree on the same mistake.
 */

export type Value = number | boolean | string | null;
export type Metric = {
  name?: string;
  alias?: number;
  timestamp?: number;
  datatype?: number;
  value?: Value;
  properties: Record<string, { type: number; value: Value }>;
};
export type Payload = { timestamp?: number; seq?: number; metrics: Metric[] };

class Reader {
  private at = 0;
  private readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }
  varint(): number {
    let sum = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new Error('a varint ends with the payload');
      this.at += 1;
      sum |= BigInt(byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) return Number(sum);
    }
  }
  double(): number {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.at, 8);
    this.at += 8;
    return view.getFloat64(0, true);
  }
  chunk(): Uint8Array {
    const length = this.varint();
    const from = this.at;
    this.at += length;
    if (this.at > this.bytes.length) throw new Error('a field is longer than the payload');
    return this.bytes.subarray(from, this.at);
  }
  text(): string {
    return new TextDecoder('utf-8', { fatal: true }).decode(this.chunk());
  }
}

/** Calls back for each field with its number; the callback reads its value. */
function each(bytes: Uint8Array, read: (field: number, reader: Reader, wire: number) => void): void {
  const reader = new Reader(bytes);
  while (!reader.isAtEnd) {
    const key = reader.varint();
    read(key >> 3, reader, key & 7);
  }
}

export function decodePayload(bytes: Uint8Array): Payload {
  const payload: Payload = { metrics: [] };
  each(bytes, (field, reader) => {
    if (field === 1) payload.timestamp = reader.varint();
    else if (field === 2) payload.metrics.push(decodeMetric(reader.chunk()));
    else if (field === 3) payload.seq = reader.varint();
    else throw new Error(`a payload has no field ${field}`);
  });
  return payload;
}

function decodeMetric(bytes: Uint8Array): Metric {
  const metric: Metric = { properties: {} };
  const readers: Record<number, (reader: Reader) => void> = {
    1: (reader) => (metric.name = reader.text()),
    2: (reader) => (metric.alias = reader.varint()),
    3: (reader) => (metric.timestamp = reader.varint()),
    4: (reader) => (metric.datatype = reader.varint()),
    7: (reader) => {
      if (reader.varint() === 1) metric.value = null;
    },
    9: (reader) => (metric.properties = decodeProperties(reader.chunk())),
    11: (reader) => (metric.value = reader.varint()),
    13: (reader) => (metric.value = reader.double()),
    14: (reader) => (metric.value = reader.varint() === 1),
    15: (reader) => (metric.value = reader.text()),
  };
  each(bytes, (field, reader) => {
    const read = readers[field];
    if (read === undefined) throw new Error(`a metric here has no field ${field}`);
    read(reader);
  });
  return metric;
}

function decodeProperties(bytes: Uint8Array): Metric['properties'] {
  const keys: string[] = [];
  const values: { type: number; value: Value }[] = [];
  each(bytes, (field, reader) => {
    if (field === 1) keys.push(reader.text());
    else if (field === 2) values.push(decodeProperty(reader.chunk()));
    else throw new Error(`a set of properties has no field ${field}`);
  });
  if (keys.length !== values.length) throw new Error('keys and values are not of one number');
  return Object.fromEntries(keys.map((key, at) => [key, values[at] ?? { type: 0, value: null }]));
}

function decodeProperty(bytes: Uint8Array): { type: number; value: Value } {
  const property = { type: 0, value: null as Value };
  each(bytes, (field, reader) => {
    if (field === 1) property.type = reader.varint();
    else if (field === 3) property.value = reader.varint();
    else if (field === 8) property.value = reader.text();
    else throw new Error(`a property here has no field ${field}`);
  });
  return property;
}

export type Heard = {
  readonly verb: string;
  readonly group: string;
  readonly node: string;
  readonly device: string | null;
  readonly payload: Payload;
};

type Device = {
  alive: boolean;
  readonly metrics: Map<number, { name: string; datatype: number; value: Value }>;
};
type Node = {
  alive: boolean;
  bdSeq: Value;
  seq: number;

  readonly devices: Map<string, Device>;
};

/** Follows every edge node, and throws where one breaks a rule. */
export function createHostApplication() {
  const nodes = new Map<string, Node>();
  const log: Heard[] = [];
  const rule = (holds: boolean, text: string): void => {
    if (!holds) throw new Error(text);
  };
  const hear = (topic: string, bytes: Uint8Array): Heard => {
    const [namespace, group = '', verb = '', name = '', device = null, more] = topic.split('/');
    rule(namespace === 'spBv1.0' && more === undefined, `the topic ${topic}`);
    const heard = { verb, group, node: name, device, payload: decodePayload(bytes) };
    log.push(heard);
    if (verb === 'NCMD') return heard;
    rule(heard.payload.timestamp !== undefined || verb === 'NDEATH', 'a payload has a timestamp');
    const key = `${group}/${name}`;
    if (verb === 'NBIRTH') nodes.set(key, bornNode(heard, rule));
    else follow(nodes.get(key), heard, rule);
    return heard;
  };
  return {
    hear,
    log,
    node: (group: string, name: string): Node | undefined => nodes.get(`${group}/${name}`),
    value: (path: string, metric: string): Value | undefined => {
      const [group = '', node = '', device = ''] = path.split('/');
      const metrics = nodes.get(`${group}/${node}`)?.devices.get(device)?.metrics ?? new Map();
      return [...(metrics as Device['metrics']).values()].find(({ name }) => name === metric)?.value;
    },
  };
}

type Rule = (holds: boolean, text: string) => void;

function bornNode({ payload, device }: Heard, rule: Rule): Node {
  rule(device === null && payload.seq === 0, 'an NBIRTH has seq 0');
  const bdSeq = payload.metrics.find(({ name }) => name === 'bdSeq');
  rule(bdSeq?.datatype === 4 && typeof bdSeq.value === 'number', 'an NBIRTH has a bdSeq');
  const rebirth = payload.metrics.find(({ name }) => name === 'Node Control/Rebirth');
  rule(rebirth?.datatype === 11 && rebirth.value === false, 'an NBIRTH has Node Control/Rebirth, false');
  rule(rebirth?.alias === undefined, 'Node Control/Rebirth has no alias');
  rule(payload.metrics.every(isDefined), 'an NBIRTH defines its metrics');
  return { alive: true, bdSeq: bdSeq?.value ?? null, seq: 0, devices: new Map() };
}

const isDefined = ({ name, datatype, timestamp, value }: Metric): boolean =>
  name !== undefined && datatype !== undefined && timestamp !== undefined && value !== undefined;

function follow(node: Node | undefined, heard: Heard, rule: Rule): void {
  const { verb, payload, device: name } = heard;
  if (verb === 'NDEATH') return die(node, payload, rule);
  if (node === undefined || !node.alive) throw new Error(`${verb} from a node that is not born`);
  if (name === null) throw new Error(`${verb} names no device`);
  rule(payload.seq === (node.seq + 1) % 256, `${verb}: seq ${payload.seq} after ${node.seq}`);
  node.seq = payload.seq ?? 0;
  const times = payload.metrics.map(({ timestamp = 0 }) => timestamp);
  rule(
    times.every((time, at) => at === 0 || time >= (times[at - 1] ?? 0)),
    'metrics are in order of time',
  );
  if (verb === 'DBIRTH') bornDevice(node, name, { payload, rule });
  else if (verb === 'DDATA') takeData(node, name, { payload, rule });
  else if (verb === 'DDEATH') dieDevice(node, name, rule);
  else throw new Error(`no such verb: ${verb}`);
}

function die(node: Node | undefined, payload: Payload, rule: Rule): void {
  rule(payload.seq === undefined, 'an NDEATH has no seq');
  const bdSeq = payload.metrics.find((metric) => metric.name === 'bdSeq')?.value;
  rule(bdSeq !== undefined, 'an NDEATH has the bdSeq of its birth');
  // The death of an earlier connection: the standard has hosts ignore it.
  if (node !== undefined && node.bdSeq === bdSeq) node.alive = false;
}

function dieDevice(node: Node, name: string, rule: Rule): void {
  const device = node.devices.get(name);
  rule(device?.alive === true, `${name} dies alive`);
  if (device !== undefined) device.alive = false;
}

type With = { readonly payload: Payload; readonly rule: Rule };

function bornDevice(node: Node, name: string, { payload, rule }: With): void {
  rule(payload.metrics.every(isDefined), 'a DBIRTH defines its metrics');
  const device: Device = { alive: true, metrics: new Map() };
  node.devices.set(name, device);
  for (const { alias, name: metric = '', datatype = 0, value = null } of payload.metrics) {
    rule(alias !== undefined, 'a DBIRTH gives aliases');
    const isTaken = [...node.devices].some(([other, { metrics }]) => {
      const same = metrics.get(alias ?? -1);
      return same !== undefined && !(other === name && same.name === metric);
    });
    rule(!isTaken, `the alias ${alias} is one metric's in the whole node`);
    device.metrics.set(alias ?? -1, { name: metric, datatype, value });
  }
}

const typeOf: Record<number, string> = { 10: 'number', 11: 'boolean', 12: 'string' };

function takeData(node: Node, name: string, { payload, rule }: With): void {
  const device = node.devices.get(name);
  if (device?.alive !== true) throw new Error(`DDATA from ${name}, which is not born`);
  for (const { alias, name: said, datatype, value } of payload.metrics) {
    const metric = device.metrics.get(alias ?? -1);
    rule(said === undefined && datatype === undefined, 'DDATA says aliases only');
    if (metric === undefined) throw new Error(`DDATA with the alias ${alias}, which no birth gave`);
    rule(value === null || typeof value === typeOf[metric.datatype], `${metric.name} keeps its type`);
    metric.value = value ?? null;
  }
}

/** What a host sends to have everything told anew, byte by byte: metrics { name, boolean_value: true }. */
export function rebirthRequest(): Buffer {
  const name = Buffer.from('Node Control/Rebirth');
  const metric = Buffer.concat([Buffer.from([0x0a, name.length]), name, Buffer.from([0x20, 11, 0x70, 1])]);
  return Buffer.concat([Buffer.from([0x08, 1, 0x12, metric.length]), metric]);
}
