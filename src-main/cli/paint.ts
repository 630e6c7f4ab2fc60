/** Colours by meaning. The table says what a tone looks like; nothing else knows a colour code. */
const tones = {
  strong: '1',
  quiet: '2',
  critical: '1;31',
  major: '33',
  minor: '93',
  info: '36',
  ok: '32',
} as const;
export type Tone = keyof typeof tones;

export type Paint = (tone: Tone | undefined, text: string) => string;

const escape = '\u001b[';

export const plain: Paint = (_tone, text) => text;
export const coloured: Paint = (tone, text) =>
  tone === undefined || text === '' ? text : `${escape}${tones[tone]}m${text}${escape}0m`;

export const colourChoices = ['auto', 'always', 'never'] as const;
export type ColourChoice = (typeof colourChoices)[number];

type Stage = {
  readonly choice: ColourChoice;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: boolean;
};

/** The flag first, then NO_COLOR (no-color.org), then FORCE_COLOR, then whether a person is looking. */
export function paintFor({ choice, env, terminal }: Stage): Paint {
  if (choice !== 'auto') return choice === 'always' ? coloured : plain;
  if ((env['NO_COLOR'] ?? '') !== '') return plain;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced === '0' || forced === 'false' ? plain : coloured;
  return terminal && env['TERM'] !== 'dumb' ? coloured : plain;
}
