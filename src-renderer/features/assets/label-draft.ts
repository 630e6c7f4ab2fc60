/** What labels shall say, and what follows from it for each device. Pure. */
import type { AssetRow } from '../../../sim/contract/assets.ts';
import { code128, code128Quiet } from './code-128.ts';
import { labelSheets } from './label-sheets.table.ts';
import type { LabelSheet, SheetId } from './label-sheets.table.ts';
import { qrQuiet } from './qr-code.ts';
import { versionFor } from './qr-bits.ts';

export const codeKinds = ['qr', 'code128'] as const;
export type CodeKind = (typeof codeKinds)[number];
/** What a code holds. */
export const codeContents = ['tag', 'serial', 'id', 'link'] as const;
type CodeContent = (typeof codeContents)[number];
export const labelFields = ['name', 'tag', 'serial', 'model', 'rack', 'owner', 'service'] as const;
type LabelField = (typeof labelFields)[number];

export type LabelDraft = {
  readonly sheet: SheetId;
  readonly code: CodeKind;
  readonly content: CodeContent;
  readonly fields: readonly LabelField[];
  /** The first label of the first sheet that is still there, counted from 1. */
  readonly from: number;
};

export const usualLabels: LabelDraft = {
  sheet: 'a4-21',
  code: 'qr',
  content: 'tag',
  fields: ['name', 'tag', 'model', 'rack'],
  from: 1,
};

export type Label = {
  readonly id: string;
  readonly content: string;
  readonly lines: readonly string[];
};

export const sheetOf = ({ sheet }: Pick<LabelDraft, 'sheet'>): LabelSheet =>
  labelSheets.find(({ id }) => id === sheet) ?? labelSheets[0];

export const devicePath = (id: string): string => `/device?id=${encodeURIComponent(id)}`;

function contentOf(row: AssetRow, content: CodeContent, origin: string): string | null {
  switch (content) {
    case 'tag':
    case 'serial':
    case 'id':
      return row[content];
    case 'link':
      return `${origin}${devicePath(row.id)}`;
    default:
      return content satisfies never;
  }
}

function lineOf(row: AssetRow, field: LabelField): string | null {
  if (field === 'rack') return `${row.place} U${row.unit}`;
  return row[field];
}

/** How many modules a code is wide, with its quiet zones; null where it cannot be written. */
function modulesOf(code: CodeKind, content: string): number | null {
  if (code === 'qr') {
    const version = versionFor(new TextEncoder().encode(content).length);
    return version === null ? null : 17 + 4 * version + 2 * qrQuiet;
  }
  const bars = code128(content);
  return bars === null ? null : bars.length + 2 * code128Quiet;
}

export type Labels = {
  readonly labels: readonly Label[];
  /** Names of devices that lack what the code shall hold, or whose code cannot be written so. */
  readonly without: readonly string[];
};

export function labelsOf(rows: readonly AssetRow[], draft: LabelDraft, origin: string): Labels {
  const labels: Label[] = [];
  const without: string[] = [];
  for (const row of rows) {
    const content = contentOf(row, draft.content, origin);
    if (content === null || modulesOf(draft.code, content) === null) {
      without.push(row.name);
      continue;
    }
    const lines = draft.fields.flatMap((field) => lineOf(row, field) ?? []);
    labels.push({ id: row.id, content, lines });
  }
  return { labels, without };
}

export type Spot = { readonly label: Label; readonly column: number; readonly row: number };

/** Sheets in order, each with its labels at their places. */
export function pagesOfLabels(labels: readonly Label[], draft: LabelDraft): readonly (readonly Spot[])[] {
  const { columns, rows } = sheetOf(draft);
  const each = columns * rows;
  const skipped = Math.min(each, Math.max(1, draft.from)) - 1;
  const pages: Spot[][] = [];
  for (const [index, label] of labels.entries()) {
    const at = index + skipped;
    const page = (pages[Math.floor(at / each)] ??= []);
    page.push({ label, column: at % columns, row: Math.floor((at % each) / columns) });
  }
  return pages;
}

/** Around what is printed on a label, mm. */
export const labelMargin = 2;
export const barShare = 0.45;

/** How wide a bar or a square would be, mm, of the widest code on the sheet. */
export function finestModule(labels: readonly Label[], draft: LabelDraft): number | null {
  const { width, height } = sheetOf(draft);
  const room = draft.code === 'qr' ? height - 2 * labelMargin : width - 2 * labelMargin;
  const widest = labels.reduce((most, { content }) => Math.max(most, modulesOf(draft.code, content) ?? 0), 0);
  return widest === 0 ? null : room / widest;
}

/** Below this, handheld readers and office printers begin to fail, mm. */
export const leastModule = { qr: 0.33, code128: 0.19 } as const satisfies Record<CodeKind, number>;
