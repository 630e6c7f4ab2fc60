import { describe, expect, test } from 'vitest';
import { backOf, foreOf, lookOf, flags, textOf, usualLook, waysOf } from './cells.ts';
import { drawAll, picture } from './draw.ts';
import { letters } from './font.table.ts';
import { createGlyphs } from './glyphs.ts';
import { pngOf } from './png.ts';
import { createKeyboard } from './rfb/keyboard.ts';
import { ownFormat, packingFor, readFormat, writeFormat } from './rfb/pixels.ts';
import { createRfbSession } from './rfb/session.ts';
import { createTerminal } from './terminal.ts';

const shown = (...parts: readonly string[]) => {
  const answers: string[] = [];
  const terminal = createTerminal((text) => answers.push(text));
  for (const part of parts) terminal.write(Buffer.from(part, 'utf8'));
  return { ...terminal, answers, text: textOf(terminal.cells).trimEnd() };
};

describe('the text of a console', () => {
  test.each([
    ['lines', 'one\r\ntwo\n  three\rT', 'one\ntwo\nT    three'],
    ['the cursor anywhere', '\x1b[3;5Hx\x1b[Hy\x1b[2;1fz\x1b[2Ca\x1b[D\x1b[Db', 'y\nz ba\n    x'],
    ['clearing', 'aaaa\r\nbbbb\r\ncccc\x1b[2;3H\x1b[K\x1b[1;2H\x1b[1K\x1b[3;2H\x1b[J', '  aa\nbb\nc'],
    ['letters and lines coming in and going', 'abc\x1b[1;2H\x1b[2@x\x1b[1;4H\x1b[P\x1b[L', '\nax c'],
    ['a part that scrolls', '1\r\n2\r\n3\r\n4\x1b[2;3r\x1b[3;1H\nx', '1\n3\nx\n4'],
    ['the second set of letters', '\x1b(0lqk\x1b(B q\x0eq\x0f q', '┌─┐ q─ q'],
    ['a program that fills the screen', 'shell\x1b[?1049h\x1b[Heditor\x1b[?1049l$', 'shell$'],
    ['what is not known', '\x1b[?2004hx\x1b]0;title\x07y\x1b[>cz\x1b=!', 'xyz!'],
    ['tabs and steps back', 'a\tb\x08c', 'a       c'],
    ['letters of more bytes', 'äß€', 'äß€'],
  ])('FR-020-146 a terminal obeys: %s', (_, written, expected) => {
    expect(shown(written).text).toBe(expected);
    // As it comes in pieces, too.
    const bytes = Buffer.from(written, 'utf8');
    const pieces = createTerminal(() => undefined);
    for (const byte of bytes) pieces.write(Uint8Array.of(byte));
    expect(textOf(pieces.cells).trimEnd()).toBe(expected);
  });

  test('FR-020-146 a line that is full goes on in the next, the screen scrolls, and the last column waits', () => {
    const { cells } = shown('x'.repeat(80));
    expect([cells.row, cells.column]).toEqual([0, 79]);
    expect(shown('x'.repeat(81)).text).toBe(`${'x'.repeat(80)}\nx`);
    const many = Array.from({ length: 30 }, (_, nth) => `line ${nth}`).join('\r\n');
    expect(shown(many).text.split('\n')).toHaveLength(25);
    expect(shown(many).text.startsWith('line 5\n')).toBe(true);
  });

  test('FR-020-146 colours, bold and inverse are told as eight, sixteen, 256 or any', () => {
    const lookAfter = (text: string) => shown(`${text}x`).cells.rows[0]?.looks[0] ?? usualLook;
    expect(lookAfter('\x1b[1;31;44m')).toBe(lookOf(1, 4, flags.bold));
    expect(foreOf(lookAfter('\x1b[92m'))).toBe(10);
    expect(backOf(lookAfter('\x1b[48;5;200m'))).toBe(200);
    expect(foreOf(lookAfter('\x1b[38;2;255;255;255m'))).toBe(15);
    expect(waysOf(lookAfter('\x1b[7;4m\x1b[27m'))).toBe(flags.underline);
    expect(lookAfter('\x1b[31m\x1b[m')).toBe(usualLook);
  });

  test('FR-020-146 a terminal that is asked where its cursor is, and what it is, says so', () => {
    expect(shown('ab\r\nc\x1b[6n\x1b[c\x1b[5n').answers).toEqual(['\x1b[2;2R', '\x1b[?62;22c', '\x1b[0n']);
  });

  test('FR-020-149 every letter has dots of its own, and a picture is a file that says its size', () => {
    const glyphs = createGlyphs();
    const drawn = new Set(Object.keys(letters).map((letter) => glyphs(letter).join()));
    expect(drawn.size).toBe(Object.keys(letters).length);
    expect(glyphs('Ä').join()).not.toBe(glyphs('A').join());
    expect(glyphs('漢').join()).toBe(glyphs('字').join());
    const { cells, palette } = shown('hello');
    const png = pngOf({ ...picture, dots: drawAll(cells, glyphs) }, palette);
    expect([png.toString('latin1', 12, 16), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      'IHDR',
      640,
      400,
    ]);
  });
});

/** A session without a wire. */
function talk() {
  const said: Buffer[] = [];
  const typed: string[] = [];
  const closed: (string | null)[] = [];
  const reader = { isReady: true };
  const { cells, palette, write } = createTerminal(() => undefined);
  const session = createRfbSession({
    screen: { cells, palette, type: (text) => typed.push(text), watch: () => () => true },
    glyphs: createGlyphs(),
    name: 'web-01',
    send: (bytes) => said.push(bytes),
    isReady: () => reader.isReady,
    close: (problem) => closed.push(problem),
  });
  const take = (...parts: readonly (string | readonly number[])[]): Buffer => {
    said.length = 0;
    for (const part of parts) session.take(Buffer.from(part as string, 'latin1'));
    return Buffer.concat(said);
  };
  const taken = async (): Promise<Buffer> => {
    said.length = 0;
    session.taken();
    await new Promise(setImmediate);
    return Buffer.concat(said);
  };
  return { take, taken, typed, closed, write, reader };
}

describe('VNC', () => {
  test('FR-020-146 a client of an older version is spoken to in its own, byte by byte too', () => {
    expect(talk().take('RFB 003.003\n').toString('hex')).toBe('00000001');
    const seven = talk();
    expect(seven.take(...'RFB 003.007\n'.split('')).toString('hex')).toBe('0101');
    // No word of success before the screen is told.
    expect(seven.take([1], [1]).subarray(0, 4).toString('hex')).toBe('02800190');
  });

  test('FR-020-146 only what changed is told again, and only to who asks', () => {
    const { take, write } = talk();
    take('RFB 003.008\n', [1], [1]);
    const all = take([3, 0, 0, 0, 0, 0, 2, 128, 1, 144]);
    expect(all.readUInt16BE(2)).toBe(25);
    expect(take([3, 1, 0, 0, 0, 0, 2, 128, 1, 144])).toHaveLength(0);
    write(Buffer.from('\x1b[5;1Hx'));
    const some = take([3, 1, 0, 0, 0, 0, 2, 128, 1, 144]);
    expect([some.readUInt16BE(2), some.readUInt16BE(6 + 12 + 640 * 16 * 4)]).toEqual([2, 64]);
    const corner = take([3, 0, 0, 8, 0, 20, 0, 10, 0, 4]);
    expect(corner).toHaveLength(4 + 12 + 10 * 4 * 4);
    expect(take([3, 0, 255, 255, 255, 255, 0, 1, 0, 1])).toHaveLength(0);
  });

  test('FR-020-289 who asks for pictures without taking them is owed one, not each', async () => {
    const { take, taken, reader } = talk();
    const ask = [3, 0, 0, 0, 0, 0, 2, 128, 1, 144];
    const whole = take('RFB 003.008\n', [1], [1], ask).length - take().length;
    reader.isReady = false;
    expect(take(...Array.from({ length: 500 }, () => ask))).toHaveLength(0);
    expect(await taken()).toHaveLength(0);
    reader.isReady = true;
    expect((await taken()).length).toBeLessThan(whole + 1);
    expect(await taken()).toHaveLength(0);
  });

  test('FR-020-146 dots come in the form that was asked for: 8, 16 and 32 bits, in either order, or as places in a palette', () => {
    const palette = [0x000000, 0xff8000];
    expect(readFormat(writeFormat(ownFormat))).toEqual(ownFormat);
    expect(packingFor(ownFormat, palette)(Uint8Array.of(1)).toString('hex')).toBe('0080ff00');
    const sixteen = { ...ownFormat, bits: 16, most: [31, 63, 31], shifts: [11, 5, 0] } as const;
    expect(packingFor({ ...sixteen, isBigEndian: true }, palette)(Uint8Array.of(1)).toString('hex')).toBe(
      'fc00',
    );
    expect(
      packingFor(
        { ...ownFormat, bits: 8, isTrueColour: false },
        palette,
      )(Uint8Array.of(1, 0)).toString('hex'),
    ).toBe('0100');
    const { take } = talk();
    take('RFB 003.008\n', [1], [1]);
    const map = take([0, 0, 0, 0, 8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect([map.readUInt8(0), map.readUInt16BE(4), map.length]).toEqual([1, 256, 6 + 256 * 6]);
  });

  test.each([
    ['no version', ['GET / HTTP/1']],
    ['another security', ['RFB 003.008\n', [2]]],
    ['no message', ['RFB 003.008\n', [1], [1], [99]]],
    ['no format', ['RFB 003.008\n', [1], [1], [0, 0, 0, 0, 7, ...Array.from({ length: 15 }, () => 0)]]],
    ['a paste without an end', ['RFB 003.008\n', [1], [1], [6, 0, 0, 0, 127, 255, 255, 255]]],
  ] as const)('FR-020-146 who speaks otherwise is told why and let go: %s', (_, parts) => {
    const { take, closed } = talk();
    take(...parts);
    expect(closed).toHaveLength(1);
    expect(closed[0]).not.toBeNull();
  });

  test('FR-020-146 keys type what they say: letters, arrows in both ways, control and alt', () => {
    const keyboard = createKeyboard();
    const press = (sym: number, isApplication = false) => keyboard(sym, 'down', isApplication);
    expect([press(0x61), press(0xe4), press(0x010020ac), press(0xff0d), press(0xffb7)]).toEqual([
      'a',
      'ä',
      '€',
      '\r',
      '7',
    ]);
    expect([press(0xff52), press(0xff52, true), press(0xffbe), press(0xff67)]).toEqual([
      '\x1b[A',
      '\x1bOA',
      '\x1bOP',
      '',
    ]);
    expect(keyboard(0x61, 'up', false)).toBe('');
    press(0xffe3);
    expect([press(0x63), press(0x5b)]).toEqual(['\x03', '\x1b']);
    keyboard(0xffe3, 'up', false);
    press(0xffe9);
    expect(press(0x78)).toBe('\x1bx');
  });
});
