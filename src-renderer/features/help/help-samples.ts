/** What the help shows on /states. */
import { BookOpen, Bell, Thermometer } from 'lucide-react';
import type { DrillCard, DrillRun } from '../../../sim/contract/drills.ts';
import type { Action } from '../../app/actions.ts';
import { always } from '../../app/actions.ts';
import type { Document } from './documents.ts';
import type { Term } from './glossary.ts';
import type { Guide } from './guide.ts';
import type { GuidedScreen } from './screens-tab.tsx';
import { guideTable } from './guide.table.ts';
import type { ScreenNoun } from './guide.table.ts';

export const sampleTerms: readonly Term[] = [
  { id: 'inlet', name: 'Inlet temperature', meaning: 'The air in front of the machine.' },
  { id: 'n-plus-1', name: 'N+1', meaning: 'One unit more than the load needs: any single one may fail.' },
  {
    id: 'pue',
    name: 'PUE, power usage effectiveness',
    meaning: 'Power of the whole site by that of its IT.',
  },
];

export const sampleScreens: readonly GuidedScreen[] = [
  { path: '/floor', noun: 'floor', icon: Thermometer, shortcut: 'g f' },
  { path: '/alarms', noun: 'alarms', icon: Bell, shortcut: 'g a' },
  { path: '/help', noun: 'help', icon: BookOpen, shortcut: 'g h' },
];

const nouns = Object.keys(guideTable) as ScreenNoun[];
const sentences = [
  'A room from above. Each rack is coloured by its {inlet:inlet temperature}.',
  'Arrow keys walk from rack to rack; Enter opens one.',
];
export const sampleGuide = Object.fromEntries(nouns.map((noun) => [noun, sentences])) as unknown as Guide;

export const sampleCommands: readonly Action[] = [
  {
    id: 'floor.mode',
    title: 'Operate or analyse',
    section: 'Floor',
    shortcut: 'm',
    icon: null,
    disabled: always,
    run: () => undefined,
  },
];

const scale = { good: 60, poor: 600 } as const;
const card = (id: string, title: string, level: DrillCard['level']): DrillCard => ({
  id,
  kind: 'drill',
  title,
  brief: '',
  goal: 'Find it, acknowledge it, mend it.',
  level,
  limit: 1800,
  steps: [],
  detect: scale,
  acknowledge: scale,
  restore: scale,
  hints: [],
});

export const sampleCards: readonly DrillCard[] = [
  card('flood', 'Too many alarms', 'expert'),
  card('hot-rack', 'One hot rack', 'first'),
  card('breaker', 'A breaker trips', 'first'),
];

export const sampleRuns = [
  {
    id: 'drill-1',
    drill: 'hot-rack',
    outcome: 'reached',
    startedAt: 0,
    report: { score: 84 },
  },
] as unknown as readonly DrillRun[];

export const sampleDocuments: readonly Document[] = [
  {
    name: 'alarms',
    title: 'Alarms',
    text: [
      '# Alarms',
      'An alarm has a **state**, and a rule that made it. See [physics](physics.md).',
      '',
      '| state | means |',
      '| --- | --- |',
      '| `unacknowledged` | nobody has seen it yet |',
      '',
      '- Acknowledge first,',
      '- then mend.',
      '',
      '```',
      'dvm alarm list',
      '```',
    ].join('\n'),
  },
  { name: 'physics', title: 'Physics', text: '# Physics\n\nHeat moves with air.' },
];
