/** Samples for the faces of the reports screen. */
import type { Report, ReportSchedule, ReportsAnswer } from '../../../sim/contract/reports.ts';
import { sampleEpoch, sampleNow } from '../states/samples.ts';

const hour = 3_600_000;
const at = Array.from({ length: 24 }, (_, index) => sampleEpoch + index * hour);
const share = { kind: 'share', unit: '%', decimals: 1 } as const;
const plain = { kind: 'text', unit: '', decimals: 0 } as const;

export const sampleReport: Report = {
  meta: {
    kind: 'temperature',
    title: 'Temperature compliance',
    language: 'en',
    scope: { id: null, name: 'All sites' },
    from: sampleEpoch,
    to: sampleNow,
    prior: null,
    priorNote: 'The lab is too young for the period before: it began within it.',
    lab: { id: 'lab-one' as Report['meta']['lab']['id'], name: 'Lab one' },
    seed: '7f3a',
    branch: 'branch-1',
    labTime: sampleNow,
    madeAt: sampleNow,
    version: '0.1.0',
    sources: [
      {
        what: 'Rack: Inlet over time',
        sensors: 20,
        hardware: 1,
        present: 99.4,
        ids: ['sensor-1', 'sensor-2'],
      },
    ],
    simulated: true,
    currency: 'EUR',
  },
  headline: [
    { label: 'Inside recommended', ...share, value: 97.4, prior: 99.9, better: 'higher', note: '' },
    {
      label: 'Highest inlet',
      kind: 'number',
      unit: '°C',
      decimals: 1,
      value: 32.9,
      prior: 26.1,
      better: 'lower',
      note: '',
    },
    {
      label: 'Without readings',
      ...share,
      value: 0.6,
      prior: null,
      better: 'lower',
      note: 'of all inlet hours',
    },
  ],
  sections: [
    {
      kind: 'series',
      title: 'Inlet over time',
      note: 'Mean and highest of all inlets.',
      unit: '°C',
      decimals: 1,
      at,
      lines: [
        { label: 'Mean', values: at.map((_, index) => 23 + (index % 5) * 0.2) },
        { label: 'Highest', values: at.map((_, index) => 25 + (index > 18 ? index - 18 : 0)) },
      ],
      limits: [{ label: 'Recommended high', value: 27 }],
      empty: '',
    },
    {
      kind: 'bars',
      title: 'Worst offenders',
      note: '',
      unit: 'K·h',
      decimals: 2,
      bars: [
        { label: 'B03', value: 9.62 },
        { label: 'B02', value: 4.1 },
      ],
      limit: null,
      empty: '',
    },
    {
      kind: 'table',
      title: 'Racks',
      note: '',
      columns: [
        { title: 'Rack', ...plain },
        { title: 'Inside recommended', ...share },
      ],
      rows: [
        ['B03', 91.2],
        ['B02', 96.4],
      ],
      empty: '',
      more: 0,
    },
    { kind: 'text', title: 'Envelopes', note: '', paragraphs: ['Room 1: class A1'] },
  ],
};

export const sampleSchedules: readonly ReportSchedule[] = [
  {
    id: 'energy-day',
    state: 'on',
    kind: 'energy',
    every: 'day',
    at: '06:00',
    format: 'pdf',
    language: 'en',
    compare: 'prior',
    folder: '',
    mail: [],
  },
  {
    id: 'alarms-week',
    state: 'off',
    kind: 'alarms',
    every: 'week',
    at: '07:00',
    format: 'csv',
    language: 'en',
    compare: 'prior',
    folder: 'weekly',
    mail: ['lead@example'],
  },
];

export const noReports: ReportsAnswer = {
  cards: [],
  running: [],
  schedules: [],
  files: [],
  directory: '/data/reports',
  printer: { browser: '/usr/bin/chromium', hint: '' },
};

export const sampleReports: ReportsAnswer = {
  ...noReports,
  cards: [{ kind: 'energy', lastAt: sampleNow }],
  schedules: [
    {
      id: 'energy-day',
      nextAt: sampleNow + 6 * hour,
      lastAt: sampleNow - 18 * hour,
      lastFile: 'energy-lab-one-2026-01-04-2026-01-05.pdf',
      problem: 'No browser was found that could print to PDF',
      missed: 2,
      running: 'no',
    },
    { id: 'alarms-week', nextAt: null, lastAt: null, lastFile: null, problem: '', missed: 0, running: 'no' },
  ],
  files: [{ name: 'energy-lab-one-2026-01-03-2026-01-04.pdf', bytes: 199_129, madeAt: sampleNow }],
};
