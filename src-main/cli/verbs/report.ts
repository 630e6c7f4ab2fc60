import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reportFormatSchema, reportKinds, reportLanguageSchema } from '../../../sim/contract/reports.ts';
import type { Report, ReportFormat, ReportKind } from '../../../sim/contract/reports.ts';
import type { QueryParams } from '../../../sim/contract/queries.ts';
import { valueIn } from '../../services/reports/written.ts';
import { createCatalogue } from '../catalogue.ts';
import { connectionFailure, refusalOf, whoAsks } from '../client.ts';
import type { Client } from '../client.ts';
import { text, toggle } from '../flags.ts';
import { readMoment } from '../lab-time.ts';
import { done, failed, misused, type Outcome } from '../outcome.ts';
import { leaf, type Call } from '../verb.ts';
import { placeWithin, withinFlag } from './within.ts';

const fileFlag = (what: string) =>
  text({ label: 'FILE', completes: 'file', help: `Write it as ${what} to this file` });

export const reportVerb = leaf({
  name: 'report',
  summary: 'Tell a stretch of lab time for people: energy, temperature, uptime, capacity, battery, alarms',
  about:
    'Prints the headline; with --pdf, --csv or --html the whole report goes to a file. A PDF is printed by a browser of Chromium’s family on the machine of the host; without one, write HTML and print that.',
  examples: [
    'dvm report energy',
    'dvm report temperature --from -7d --within room1 --pdf week.pdf',
    'dvm report capacity --csv capacity.csv --no-compare',
  ],
  operands: [{ label: 'KIND', times: 'once', choices: reportKinds, help: 'Which report' }],
  flags: {
    within: withinFlag,
    from: text({
      label: 'MOMENT',
      help: 'The first moment: -7d, 08:30, a date and time; a day back where left out',
    }),
    to: text({ label: 'MOMENT', help: 'Up to this moment; now where left out' }),
    'no-compare': toggle('Leave out the comparison with the period before'),
    language: text({ label: 'LANGUAGE', choices: reportLanguageSchema.options, help: 'en where left out' }),
    pdf: fileFlag('PDF'),
    csv: fileFlag('CSV'),
    html: fileFlag('HTML'),
    json: toggle('Print the whole report as JSON'),
  },
  run: async (call, flags, [kind = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const place = await placeWithin(createCatalogue(client.value), flags.within);
    if (!place.ok) return place;
    const span = await spanOf(client.value, flags);
    if (!span.ok) return span;
    const asked: Asked = {
      kind: kind as ReportKind,
      compare: flags['no-compare'] ? 'none' : 'prior',
      ...(flags.language === undefined ? {} : { language: flags.language as 'en' | 'de' }),
      ...(place.value === undefined ? {} : { within: place.value }),
      ...span.value,
    };
    const files = reportFormatSchema.options.flatMap((format): readonly [ReportFormat, string][] =>
      flags[format] === undefined ? [] : [[format, flags[format]]],
    );
    for (const [format, file] of files) {
      const written = await writeFile(call, client.value, { asked, format, file });
      if (!written.ok) return written;
    }
    return files.length > 0 && !flags.json ? done : tell(call, client.value, { asked, asJson: flags.json });
  },
});

type Asked = QueryParams<'report'>;

async function spanOf(
  client: Client,
  flags: { readonly from: string | undefined; readonly to: string | undefined },
): Promise<Outcome<{ readonly from?: number; readonly to?: number }>> {
  if (flags.from === undefined && flags.to === undefined) return { ok: true, value: {} };
  const status = await client.query('status', {});
  if (!status.ok) return status;
  const { at: now, clock } = status.value;
  const moment = (given: string | undefined): Outcome<number | null> => {
    if (given === undefined) return { ok: true, value: null };
    const tick = readMoment(given, { epoch: clock.epoch, tick: clock.tick, now });
    return tick.ok ? { ok: true, value: clock.epoch + tick.value * 1000 } : tick;
  };
  const from = moment(flags.from);
  if (!from.ok) return from;
  const to = moment(flags.to);
  if (!to.ok) return to;
  if (from.value !== null && to.value !== null && from.value >= to.value)
    return misused('--from lies after --to');
  return {
    ok: true,
    value: {
      ...(from.value === null ? {} : { from: from.value }),
      ...(to.value === null ? {} : { to: to.value }),
    },
  };
}

type Telling = { readonly asked: Asked; readonly asJson: boolean };

async function tell(call: Call, client: Client, { asked, asJson }: Telling): Promise<Outcome<undefined>> {
  const report = await client.query('report', asked);
  if (!report.ok) return report;
  if (asJson) call.console.data(JSON.stringify(report.value, null, 2));
  else for (const line of linesOf(report.value)) call.console.data(line);
  return done;
}

function linesOf({ meta, headline }: Report): readonly string[] {
  const width = Math.max(...headline.map(({ label }) => label.length));
  const said = headline.map((figure) => {
    const value = valueIn(meta.language, figure.value, figure);
    const before = figure.prior === null ? '' : `  (${valueIn(meta.language, figure.prior, figure)})`;
    const note = figure.value === null && figure.note !== '' ? `  ${figure.note}` : '';
    return `  ${figure.label.padEnd(width)}  ${value}${before}${note}`;
  });
  const at = (millis: number): string =>
    valueIn(meta.language, millis, { kind: 'time', unit: '', decimals: 0 });
  return [
    `${meta.title}, ${meta.scope.name}: ${at(meta.from)} to ${at(meta.to)} (simulated, seed ${meta.seed})`,
    ...said,
  ];
}

type FileWanted = { readonly asked: Asked; readonly format: ReportFormat; readonly file: string };

/** Bytes, not text: a PDF is no text. The file has its name only when it is whole. */
async function writeFile(call: Call, client: Client, wanted: FileWanted): Promise<Outcome<undefined>> {
  const fetched = await fetchFile(client, wanted);
  if (!fetched.ok) return fetched;
  const file = resolve(call.directory, wanted.file);
  const part = `${file}.part`;
  try {
    const handle = await open(part, 'w');
    try {
      await handle.writeFile(fetched.value);
    } finally {
      await handle.close();
    }
    await rename(part, file);
    call.console.words(`Wrote ${file}.`);
    return done;
  } catch (error) {
    await rm(part, { force: true });
    const message = `The file ${file} could not be written: ${error instanceof Error ? error.message : String(error)}`;
    return failed({ kind: 'refused', refusal: { code: 'storage-failed', message } });
  }
}

async function fetchFile(
  { address, signal }: Client,
  { asked, format }: FileWanted,
): Promise<Outcome<Uint8Array>> {
  const url = new URL(`/api/v1/report.${format}`, address.url);
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, String(value));
  try {
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${address.token}`, ...whoAsks() },
      signal,
      redirect: 'error',
    });
    const body = new Uint8Array(await answer.arrayBuffer());
    if (answer.ok) return { ok: true, value: body };
    const said = new TextDecoder().decode(body);
    const raw = { status: answer.status, type: answer.headers.get('content-type') ?? '', body: said };
    return failed({ kind: 'refused', refusal: refusalOf(raw, problemIn(said)) });
  } catch (error) {
    return signal.aborted ? failed({ kind: 'interrupted' }) : connectionFailure(address, error);
  }
}

function problemIn(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
