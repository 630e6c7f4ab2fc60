import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { readStates } from '../../system/init/state.ts';
import { allUnitNames, enablementOf, findUnit } from '../../system/init/unit-store.ts';
import type { Call } from './systemctl.ts';

const kindOf = (name: Bytes): Bytes => name.slice(name.lastIndexOf('.') + 1);

type Row = { readonly name: Bytes; readonly active: Bytes; readonly sub: Bytes; readonly about: Bytes };

export function* listUnits(call: Call): Step<number> {
  const { system, flags, values } = call;
  const kind = values.get('-t') ?? values.get('--type');
  const wanted = flags.has('--failed') ? 'failed' : values.get('--state');
  const rows = readStates(system).flatMap((report): Row[] => {
    const found = findUnit(system, report.name);
    const about = found.kind === 'unit' ? found.unit.description : report.name;
    if (kind !== undefined && kindOf(report.name) !== kind) return [];
    if (wanted !== undefined && report.active !== wanted && report.sub !== wanted) return [];
    if (wanted === undefined && report.active === 'inactive' && !flags.has('--all') && !flags.has('-a'))
      return [];
    return [{ name: report.name, active: report.active, sub: report.sub, about }];
  });
  yield* system.descriptors.write(
    1,
    tableOf(
      rows.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      flags,
    ),
  );
  return 0;
}

function tableOf(rows: readonly Row[], flags: ReadonlySet<string>): Bytes {
  const wide = (get: (row: Row) => Bytes, title: Bytes): number =>
    Math.max(title.length, ...rows.map((row) => get(row).length));
  const widths = [
    wide(({ name }) => name, 'UNIT'),
    wide(({ active }) => active, 'ACTIVE'),
    wide(({ sub }) => sub, 'SUB'),
  ] as const;
  const line = (mark: Bytes, [name, active, sub, about]: readonly [Bytes, Bytes, Bytes, Bytes]): Bytes =>
    `${mark}${name.padEnd(widths[0])} loaded ${active.padEnd(widths[1])} ${sub.padEnd(widths[2])} ${about}\n`;
  const body = rows
    .map((row) =>
      line(row.active === 'failed' ? '\u00e2\u0097\u008f ' : '  ', [
        row.name,
        row.active,
        row.sub,
        row.about,
      ]),
    )
    .join('');
  if (flags.has('--no-legend')) return body;
  const head = `  ${'UNIT'.padEnd(widths[0])} LOAD   ${'ACTIVE'.padEnd(widths[1])} ${'SUB'.padEnd(widths[2])} DESCRIPTION\n`;
  const legend =
    '\nLOAD   = Reflects whether the unit definition was properly loaded.\nACTIVE = The high-level unit activation state, i.e. generalization of SUB.\nSUB    = The low-level unit activation state, values depend on unit type.\n';
  const tail = `${rows.length} loaded units listed.${flags.has('--failed') || flags.has('--all') ? '' : ' Pass --all to see loaded but inactive units, too.'}\n`;
  return rows.length === 0 ? `${head}${tail}` : `${head}${body}${legend}${tail}`;
}

export function* listFiles({ system, flags, values }: Call): Step<number> {
  const kind = values.get('-t') ?? values.get('--type');
  const wanted = values.get('--state');
  const rows = allUnitNames(system)
    .map((name) => ({ name, state: enablementOf(system, name) }))
    .filter(
      ({ name, state }) =>
        (kind === undefined || kindOf(name) === kind) && (wanted === undefined || state === wanted),
    );
  const width = Math.max('UNIT FILE'.length, ...rows.map(({ name }) => name.length));
  const preset = (state: Bytes): Bytes => (state === 'enabled' || state === 'disabled' ? 'enabled' : '-');
  const body = rows
    .map(({ name, state }) => `${name.padEnd(width)} ${state.padEnd(8)} ${preset(state)}\n`)
    .join('');
  const legend = flags.has('--no-legend');
  const head = legend ? '' : `${'UNIT FILE'.padEnd(width)} STATE    PRESET\n`;
  yield* system.descriptors.write(
    1,
    `${head}${body}${legend ? '' : `\n${rows.length} unit files listed.\n`}`,
  );
  return 0;
}
