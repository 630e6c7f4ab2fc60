export const sortable = ['power', 'name', 'host', 'share', 'memory', 'os'] as const;
export type SortColumn = (typeof sortable)[number];

type ListColumn = {
  readonly id: SortColumn | 'address' | 'deeds';
  /** A track of a CSS grid. */
  readonly width: string;
  readonly align: 'start' | 'end';
};

export const listColumns = [
  { id: 'power', width: '96px', align: 'start' },
  { id: 'name', width: 'minmax(140px, 2.4fr)', align: 'start' },
  { id: 'host', width: 'minmax(84px, 1fr)', align: 'start' },
  { id: 'share', width: '88px', align: 'end' },
  { id: 'memory', width: '122px', align: 'end' },
  { id: 'address', width: '120px', align: 'start' },
  { id: 'os', width: '104px', align: 'start' },
  { id: 'deeds', width: '100px', align: 'end' },
] as const satisfies readonly ListColumn[];

export const powerChoices = ['any', 'on', 'off', 'suspended', 'paused', 'standby'] as const;
export type PowerChoice = (typeof powerChoices)[number];
