import type { ITheme } from '@xterm/xterm';
import type { ThemeName } from '../../theme/apply-theme.ts';

/**
 * The sixteen colours of a terminal, each at 4.5 : 1 or more on our background: what a program writes in blue
 * must be read. Black and white are the ends of the text's own scale.
 */
const ansi = {
  dark: {
    black: '#3b3f46', red: '#ff7b72', green: '#58c46c', yellow: '#d9a93a',
    blue: '#6cb0ff', magenta: '#d79bf5', cyan: '#4fc4cf', white: '#d5d9df',
    brightBlack: '#8b929c', brightRed: '#ffa198', brightGreen: '#7ee08f', brightYellow: '#ecc768',
    brightBlue: '#9accff', brightMagenta: '#e6bdfb', brightCyan: '#7fdde5', brightWhite: '#ffffff',
  },
  light: {
    black: '#1c1f24', red: '#b3261e', green: '#1a6b30', yellow: '#7a5600',
    blue: '#0b57b0', magenta: '#8331a7', cyan: '#0d6370', white: '#4a4f57',
    brightBlack: '#5d646d', brightRed: '#9c1c15', brightGreen: '#115425', brightYellow: '#614400',
    brightBlue: '#084589', brightMagenta: '#6a2487', brightCyan: '#084d57', brightWhite: '#22262c',
  },
} as const satisfies Record<ThemeName, Partial<ITheme>>;

const grounds = {
  dark: { background: '#111317', foreground: '#e6e8eb', cursor: '#e6e8eb', cursorAccent: '#111317', selectionBackground: '#3b5b88' },
  light: { background: '#fbfbfc', foreground: '#202328', cursor: '#202328', cursorAccent: '#fbfbfc', selectionBackground: '#b5d0f5' },
} as const satisfies Record<ThemeName, Partial<ITheme>>;

export const terminalColours = (theme: ThemeName): ITheme => ({ ...grounds[theme], ...ansi[theme] });
