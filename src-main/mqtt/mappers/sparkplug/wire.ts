/** As much of the protobuf wire format as Sparkplug B needs. */
export type WireWriter = {
  readonly varint: (field: number, value: number) => void;
  readonly double: (field: number, value: number) => void;
  readonly text: (field: number, value: string) => void;
  /** A message inside the message, written by the given function. */
  readonly message: (field: number, write: () => void) => void;
  /** What was written so far; the writer is empty afterwards. */
  readonly take: () => Buffer;
};

const wireType = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;
const firstRoom = 1024;
/** Of a 53-bit length or number. */
const longestVarint = 8;

export function createWireWriter(): WireWriter {
  let bytes = Buffer.allocUnsafe(firstRoom);
  let at = 0;
  const reserve = (count: number): void => {
    if (at + count <= bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, at + count));
    bytes.copy(larger, 0, 0, at);
    bytes = larger;
  };
  // Numbers go to 2⁵³; shifts would cut them at 32 bits.
  const put = (value: number): void => {
    reserve(longestVarint);
    let rest = value;
    while (rest >= 128) {
      bytes[at] = (rest % 128) + 128;
      at += 1;
      rest = Math.floor(rest / 128);
    }
    bytes[at] = rest;
    at += 1;
  };
  const key = (field: number, type: number): void => put(field * 8 + type);
  return {
    varint: (field, value) => {
      key(field, wireType.varint);
      put(value);
    },
    double: (field, value) => {
      key(field, wireType.fixed64);
      reserve(8);
      at = bytes.writeDoubleLE(value, at);
    },
    text: (field, value) => {
      key(field, wireType.bytes);
      const length = Buffer.byteLength(value);
      put(length);
      reserve(length);
      at += bytes.write(value, at);
    },
    message: (field, write) => {
      key(field, wireType.bytes);
      const start = at;
      write();
      // Its length stands before it and is known only now.
      const inner = Buffer.from(bytes.subarray(start, at));
      at = start;
      put(inner.length);
      reserve(inner.length);
      at += inner.copy(bytes, at);
    },
    take: () => {
      const taken = Buffer.from(bytes.subarray(0, at));
      at = 0;
      return taken;
    },
  };
}

export type WireField =
  | { readonly field: number; readonly type: 'varint'; readonly value: bigint }
  | { readonly field: number; readonly type: 'bytes'; readonly value: Buffer }
  | { readonly field: number; readonly type: 'fixed'; readonly value: Buffer };

/** The fields of a message in order; null where the bytes are no protobuf. */
export function readWire(bytes: Buffer): WireField[] | null {
  const fields: WireField[] = [];
  for (let at = 0; at < bytes.length;) {
    const key = readVarint(bytes, at);
    if (key === null) return null;
    const read = readField(bytes, key.end, { field: Number(key.value >> 3n), type: Number(key.value & 7n) });
    if (read === null) return null;
    fields.push(read.field);
    at = read.end;
  }
  return fields;
}

type Read = { readonly field: WireField; readonly end: number };

function readField(
  bytes: Buffer,
  at: number,
  { field, type }: { readonly field: number; readonly type: number },
): Read | null {
  if (type === wireType.varint) {
    const varint = readVarint(bytes, at);
    return varint === null
      ? null
      : { field: { field, type: 'varint', value: varint.value }, end: varint.end };
  }
  if (type === wireType.bytes) {
    const length = readVarint(bytes, at);
    if (length === null || length.value > bytes.length - length.end) return null;
    const end = length.end + Number(length.value);
    return { field: { field, type: 'bytes', value: bytes.subarray(length.end, end) }, end };
  }
  const size = type === wireType.fixed64 ? 8 : type === wireType.fixed32 ? 4 : null;
  if (size === null || at + size > bytes.length) return null;
  return { field: { field, type: 'fixed', value: bytes.subarray(at, at + size) }, end: at + size };
}

/** Ten groups of seven bits hold 64. */
const mostGroups = 10;

function readVarint(bytes: Buffer, from: number): { readonly value: bigint; readonly end: number } | null {
  let value = 0n;
  for (let group = 0; group < mostGroups; group += 1) {
    const byte = bytes[from + group];
    if (byte === undefined) return null;
    value |= BigInt(byte & 127) << BigInt(7 * group);
    if (byte < 128) return { value, end: from + group + 1 };
  }
  return null;
}
