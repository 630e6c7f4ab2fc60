/** A small client of VNC for tests: shakes hands, keeps the picture, presses keys. */
export type VncClient = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** 0xRRGGBB of each dot. */
  readonly picture: () => { readonly width: number; readonly height: number; readonly colours: Uint32Array };
  /** Asks for all of it and waits until it came. */
  readonly refresh: () => Promise<void>;
  readonly press: (sym: number, state: 'down' | 'up') => void;
  readonly type: (text: string) => void;
  readonly closed: () => Promise<void>;
};

type Wire = {
  readonly send: (bytes: Buffer) => void;
  readonly onBytes: (take: (bytes: Buffer) => void) => void;
  readonly onClose: (act: () => void) => void;
};

const names: Readonly<Record<string, number>> = { '\r': 0xff0d, '\t': 0xff09, '\x7f': 0xff08 };

export async function createVncClient(wire: Wire): Promise<VncClient> {
  const stream = createReader(wire);
  expectText(await stream.read(12), 'RFB 003.008\n');
  wire.send(Buffer.from('RFB 003.008\n'));
  const [kinds = 0] = await stream.read(1);
  if (!(await stream.read(kinds)).includes(1)) throw new Error('a password is wanted');
  wire.send(Buffer.from([1]));
  if ((await stream.read(4)).readUInt32BE(0) !== 0) throw new Error('it was refused');
  wire.send(Buffer.from([1]));
  const head = await stream.read(24);
  const [width, height] = [head.readUInt16BE(0), head.readUInt16BE(2)];
  const name = (await stream.read(head.readUInt32BE(20))).toString();
  const colours = new Uint32Array(width * height);
  wire.send(Buffer.from([2, 0, 0, 1, 0, 0, 0, 0]));
  const rectangle = async (): Promise<void> => {
    const place = await stream.read(12);
    const [x = 0, y = 0, w = 0, h = 0] = [0, 2, 4, 6].map((at) => place.readUInt16BE(at));
    if (place.readInt32BE(8) !== 0) throw new Error('not raw');
    const dots = await stream.read(w * h * 4);
    for (let line = 0; line < h; line += 1)
      for (let dot = 0; dot < w; dot += 1)
        colours[(y + line) * width + x + dot] = dots.readUInt32LE((line * w + dot) * 4) & 0xffffff;
  };
  const press = (sym: number, state: 'down' | 'up'): void => {
    const bytes = Buffer.from([4, state === 'down' ? 1 : 0, 0, 0, 0, 0, 0, 0]);
    bytes.writeUInt32BE(sym, 4);
    wire.send(bytes);
  };
  return {
    name,
    width,
    height,
    picture: () => ({ width, height, colours }),
    refresh: async () => {
      const bytes = Buffer.alloc(10);
      bytes.writeUInt8(3, 0);
      bytes.writeUInt16BE(width, 6);
      bytes.writeUInt16BE(height, 8);
      wire.send(bytes);
      const update = await stream.read(4);
      if (update[0] !== 0) throw new Error(`message ${update[0]} came`);
      for (let left = update.readUInt16BE(2); left > 0; left -= 1) await rectangle();
    },
    press,
    type: (text) => {
      for (const letter of text) {
        const sym = names[letter] ?? letter.codePointAt(0) ?? 0;
        press(sym, 'down');
        press(sym, 'up');
      }
    },
    closed: () => stream.closed,
  };
}

const expectText = (bytes: Buffer, text: string): void => {
  if (bytes.toString('latin1') !== text) throw new Error(`${bytes.toString('latin1')} came for ${text}`);
};

function createReader({ onBytes, onClose }: Wire) {
  let rest = Buffer.alloc(0);
  let waiting: (() => void) | null = null;
  const closed = new Promise<void>((resolve) => onClose(resolve));
  onBytes((bytes) => {
    rest = Buffer.concat([rest, bytes]);
    waiting?.();
  });
  return {
    closed,
    read: async (length: number): Promise<Buffer> => {
      while (rest.length < length)
        await new Promise<void>((resolve) => {
          waiting = resolve;
        });
      const taken = rest.subarray(0, length);
      rest = rest.subarray(length);
      return taken;
    },
  };
}
