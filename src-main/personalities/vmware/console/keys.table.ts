import type { NamedKey } from './keys.ts';

/** Keys as X names them, which VNC took over; letters are their own codes. */
export const keysyms: Readonly<Record<number, NamedKey>> = {
  0xff08: 'backspace', 0xff09: 'tab', 0xff0d: 'enter', 0xff8d: 'enter', 0xff1b: 'escape',
  0xff50: 'home', 0xff51: 'left', 0xff52: 'up', 0xff53: 'right', 0xff54: 'down', 0xff55: 'page-up', 0xff56: 'page-down',
  0xff57: 'end', 0xff63: 'insert', 0xffff: 'delete',
  0xff95: 'home', 0xff96: 'left', 0xff97: 'up', 0xff98: 'right', 0xff99: 'down', 0xff9a: 'page-up', 0xff9b: 'page-down',
  0xff9c: 'end', 0xff9e: 'insert', 0xff9f: 'delete',
  0xffbe: 'f1', 0xffbf: 'f2', 0xffc0: 'f3', 0xffc1: 'f4', 0xffc2: 'f5', 0xffc3: 'f6',
  0xffc4: 'f7', 0xffc5: 'f8', 0xffc6: 'f9', 0xffc7: 'f10', 0xffc8: 'f11', 0xffc9: 'f12',
};

/** The keypad's letters. */
export const keypadSyms: Readonly<Record<number, string>> = {
  0xffaa: '*', 0xffab: '+', 0xffad: '-', 0xffae: '.', 0xffaf: '/',
  0xffb0: '0', 0xffb1: '1', 0xffb2: '2', 0xffb3: '3', 0xffb4: '4',
  0xffb5: '5', 0xffb6: '6', 0xffb7: '7', 0xffb8: '8', 0xffb9: '9', 0xff80: ' ', 0xffbd: '=',
};

/** Held down they change what the others mean. */
export const heldSyms: Readonly<Record<number, 'control' | 'alt' | 'shift'>> = {
  0xffe1: 'shift', 0xffe2: 'shift', 0xffe3: 'control', 0xffe4: 'control', 0xffe9: 'alt', 0xffea: 'alt', 0xffe7: 'alt',
};

/** Keys of a USB keyboard (HID usage table, page 7) with the letters of an American one: alone, and with shift. */
export const usbLetters: Readonly<Record<number, readonly [plain: string, shifted: string]>> = {
  0x04: ['a', 'A'], 0x05: ['b', 'B'], 0x06: ['c', 'C'], 0x07: ['d', 'D'], 0x08: ['e', 'E'], 0x09: ['f', 'F'],
  0x0a: ['g', 'G'], 0x0b: ['h', 'H'], 0x0c: ['i', 'I'], 0x0d: ['j', 'J'], 0x0e: ['k', 'K'], 0x0f: ['l', 'L'],
  0x10: ['m', 'M'], 0x11: ['n', 'N'], 0x12: ['o', 'O'], 0x13: ['p', 'P'], 0x14: ['q', 'Q'], 0x15: ['r', 'R'],
  0x16: ['s', 'S'], 0x17: ['t', 'T'], 0x18: ['u', 'U'], 0x19: ['v', 'V'], 0x1a: ['w', 'W'], 0x1b: ['x', 'X'],
  0x1c: ['y', 'Y'], 0x1d: ['z', 'Z'],
  0x1e: ['1', '!'], 0x1f: ['2', '@'], 0x20: ['3', '#'], 0x21: ['4', '$'], 0x22: ['5', '%'],
  0x23: ['6', '^'], 0x24: ['7', '&'], 0x25: ['8', '*'], 0x26: ['9', '('], 0x27: ['0', ')'],
  0x2c: [' ', ' '], 0x2d: ['-', '_'], 0x2e: ['=', '+'], 0x2f: ['[', '{'], 0x30: [']', '}'], 0x31: ['\\', '|'],
  0x32: ['#', '~'], 0x33: [';', ':'], 0x34: ["'", '"'], 0x35: ['`', '~'], 0x36: [',', '<'], 0x37: ['.', '>'],
  0x38: ['/', '?'], 0x64: ['\\', '|'],
  0x54: ['/', '/'], 0x55: ['*', '*'], 0x56: ['-', '-'], 0x57: ['+', '+'],
  0x59: ['1', '1'], 0x5a: ['2', '2'], 0x5b: ['3', '3'], 0x5c: ['4', '4'], 0x5d: ['5', '5'],
  0x5e: ['6', '6'], 0x5f: ['7', '7'], 0x60: ['8', '8'], 0x61: ['9', '9'], 0x62: ['0', '0'], 0x63: ['.', '.'], 0x67: ['=', '='],
};

export const usbKeys: Readonly<Record<number, NamedKey>> = {
  0x28: 'enter', 0x58: 'enter', 0x29: 'escape', 0x2a: 'backspace', 0x2b: 'tab',
  0x3a: 'f1', 0x3b: 'f2', 0x3c: 'f3', 0x3d: 'f4', 0x3e: 'f5', 0x3f: 'f6',
  0x40: 'f7', 0x41: 'f8', 0x42: 'f9', 0x43: 'f10', 0x44: 'f11', 0x45: 'f12',
  0x49: 'insert', 0x4a: 'home', 0x4b: 'page-up', 0x4c: 'delete', 0x4d: 'end', 0x4e: 'page-down',
  0x4f: 'right', 0x50: 'left', 0x51: 'down', 0x52: 'up',
};
