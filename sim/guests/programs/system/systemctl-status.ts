import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import { readJournal } from '../../system/journal/journal.ts';
import type { UnitReport } from '../../system/init/state.ts';
import { readStates } from '../../system/init/state.ts';
import type { Unit } from '../../system/init/unit.ts';
import { enablementOf, findUnit } from '../../system/init/unit-store.ts';
import { entryText } from './journal-text.ts';
import type { Call } from './systemctl.ts';
import { agoText, longText } from './time-text.ts';

const shownLines = 10;

/** 0: all run, 3: one does not, 4: one is not there. */
export function* showStatus(call: Call): Step<number> {
  const { system, names } = call;
  if (names.length === 0) return yield* ofMachine(system);
  let status = 0;
  for (const [at, name] of names.entries()) {
    if (at > 0) yield* system.descriptors.write(1, '\n');
    const own = yield* showOne(call, name);
    status = own === 4 || status === 0 ? own : status;
  }
  return status;
}

function* showOne(call: Call, name: Bytes): Step<number> {
  const { system } = call;
  const found = findUnit(system, name);
  if (found.kind === 'absent') {
    yield* system.descriptors.write(2, `Unit ${name} could not be found.\n`);
    return 4;
  }
  if (found.kind === 'masked') {
    const loaded = `masked (Reason: Unit ${name} is masked.)`;
    yield* system.descriptors.write(
      1,
      `${dots.other} ${name}\n     Loaded: ${loaded}\n     Active: inactive (dead)\n`,
    );
    return 3;
  }
  const report = readStates(system).find((state) => state.name === found.unit.name) ?? null;
  yield* system.descriptors.write(1, statusText(system, found.unit, report));
  yield* showLog(call, found.unit.name);
  return report?.active === 'active' || report?.active === 'reloading' ? 0 : 3;
}

const dots = { active: '\u00e2\u0097\u008f', failed: '\u00c3\u0097', other: '\u00e2\u0097\u008b' } as const;

function statusText(system: System, unit: Unit, report: UnitReport | null): Bytes {
  const active = report?.active ?? 'inactive';
  const dot = active === 'active' ? dots.active : active === 'failed' ? dots.failed : dots.other;
  const title = unit.description === unit.name ? unit.name : `${unit.name} - ${unit.description}`;
  const lines = [
    `${dot} ${title}`,
    `     Loaded: loaded (${unit.path}; ${enablementOf(system, unit.name)}; preset: enabled)`,
    ...(unit.dropIns.length === 0 ? [] : [`    Drop-In: ${unit.dropIns.join('\n             ')}`]),
    `     Active: ${activeText(system, report)}`,
    ...unit.documentation.map((page, at) => (at === 0 ? `       Docs: ${page}` : `             ${page}`)),
    ...processLines(system, unit, report),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function activeText(system: System, report: UnitReport | null): Bytes {
  if (report === null) return 'inactive (dead)';
  const { active, sub, result, since } = report;
  const why = active === 'failed' ? ` (Result: ${result})` : ` (${sub})`;
  if (since === 0) return `${active}${why}`;
  return `${active}${why} since ${longText(since)}; ${agoText(system.now() - since)}`;
}

function processLines(system: System, unit: Unit, report: UnitReport | null): readonly Bytes[] {
  if (report === null || unit.service === null) return [];
  const all = system.processes
    .list()
    .filter(({ session, state }) => state !== 'zombie' && report.sessions.includes(session));
  const main = all.find(({ pid }) => pid === report.mainPid);
  const lines: Bytes[] = [];
  if (main !== undefined) lines.push(`   Main PID: ${main.pid} (${main.name})`);
  else if (report.main !== null)
    lines.push(`   Main PID: ${report.main.pid} (code=${report.main.code}, status=${report.main.status})`);
  if (all.length === 0) return lines;
  const memory = all.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0) / 1_048_576;
  const spent = all.reduce((sum, { processorTime }) => sum + processorTime, 0);
  lines.push(
    `      Tasks: ${all.length} (limit: 2306)`,
    `     Memory: ${memory.toFixed(1)}M`,
    `        CPU: ${Math.round(spent)}ms`,
    `     CGroup: /system.slice/${unit.name}`,
  );
  all.forEach(({ pid, arguments: words }, at) => {
    const branch =
      at === all.length - 1 ? '\u00e2\u0094\u0094\u00e2\u0094\u0080' : '\u00e2\u0094\u009c\u00e2\u0094\u0080';
    lines.push(`             ${branch}${pid} ${words.join(' ')}`);
  });
  return lines;
}

function* showLog({ system, values }: Call, name: Bytes): Step<void> {
  const entries = readJournal(system);
  if (entries === null) {
    yield* system.descriptors.write(
      2,
      'Warning: some journal files were not opened due to insufficient permissions.\n',
    );
    return;
  }
  const count = Number(values.get('-n') ?? values.get('--lines') ?? shownLines);
  const own = entries.filter((entry) => entry.unit === name && entry.boot === system.machine.bootId());
  const last = count === 0 ? [] : own.slice(-count);
  if (last.length === 0) return;
  const host = system.machine.hostname();
  yield* system.descriptors.write(1, `\n${last.map((entry) => `${entryText(entry, host)}\n`).join('')}`);
}

function* ofMachine(system: System): Step<number> {
  const failed = readStates(system).filter(({ active }) => active === 'failed').length;
  const state = failed === 0 ? 'running' : 'degraded';
  const dot = failed === 0 ? dots.active : dots.failed;
  yield* system.descriptors.write(
    1,
    `${dot} ${system.machine.hostname()}\n    State: ${state}\n    Units: ${readStates(system).length} loaded\n     Jobs: 0 queued\n   Failed: ${failed} units\n    Since: ${longText(system.machine.bootedAt())}; ${agoText(system.now() - system.machine.bootedAt())}\n`,
  );
  return 0;
}
