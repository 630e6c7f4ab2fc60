import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step as Steps } from '../../kernel/program.ts';
import type { Trouble } from '../../packages/apply.ts';
import { enter, entryOf, strike, takeAway, unpack } from '../../packages/apply.ts';
import type { Adding, Step } from '../../packages/plan.ts';
import { isAdding } from '../../packages/plan.ts';
import { bringDown, readUnitsAnew, runAnew } from '../../packages/services.ts';
import type { DnfCall } from './dnf-call.ts';
import { remember } from './dnf-history.ts';
import { rpmArchitecture, rpmName, shortSize } from './rpm-name.ts';
import { readLine, say, warn } from './words.ts';

const rule = `${'='.repeat(80)}\n`;

/** Shows what will be done, asks, and does it. */
export function* transact(call: DnfCall, steps: readonly Step[]): Steps<number> {
  yield* tell(call, 'Dependencies resolved.\n');
  if (steps.length === 0) {
    yield* tell(call, 'Nothing to do.\nComplete!\n');
    return 0;
  }
  yield* tell(call, tableOf(steps));
  if (!(yield* isAgreed(call))) return 1;
  const adding = steps.filter(isAdding);
  if (adding.length > 0) yield* download(call, adding);
  yield* tell(
    call,
    `Running transaction check\nTransaction check succeeded.\nRunning transaction test\nTransaction test succeeded.\nRunning transaction\n  Preparing        : ${' '.repeat(56)}1/1 \n`,
  );
  const lacking = roomLacking(call, adding);
  if (lacking > 0) return yield* refuseSize(call, adding, lacking);
  for (const [at, step] of steps.entries()) {
    const trouble = yield* carryOut(call, step, `${at + 1}/${steps.length}`);
    if (trouble === null) continue;
    yield* warn(
      call.system,
      `Error unpacking rpm package ${rpmName(step.package.name, step.version)}\nerror: unpacking of archive failed on file ${trouble.path}: cpio: write failed - ${messageOf(trouble.errno)}\n`,
    );
    return 1;
  }
  remember(call, steps);
  yield* tell(call, `${resultOf(steps)}\nComplete!\n`);
  return 0;
}

function* tell({ system, isQuiet }: DnfCall, text: string): Steps<void> {
  if (!isQuiet) yield* say(system, text);
}

function* refuseSize({ system }: DnfCall, adding: readonly Adding[], lacking: number): Steps<number> {
  const size = `${Math.ceil(lacking / 1_048_576)}MB`;
  const [first] = adding;
  const name = first === undefined ? '' : rpmName(first.package.name, first.version);
  yield* warn(
    system,
    `Error: Transaction test error:\n  installing package ${name} needs ${size} more space on the / filesystem\n\nError Summary\n-------------\nDisk Requirements:\n   At least ${size} more space needed on the / filesystem.\n\n`,
  );
  return 1;
}

function roomLacking({ system }: DnfCall, adding: readonly Adding[]): number {
  const room = system.files.mounts().find(({ at }) => at === '/');
  if (room === undefined) return 0;
  const wanted = adding.reduce(
    (sum, step) => sum + (step.from === null ? step.package.kilobytes * 1024 : 0),
    0,
  );
  return Math.max(0, wanted - (room.sizeBytes - room.usedBytes));
}

function* isAgreed({ system, isSure, isRefusing }: DnfCall): Steps<boolean> {
  if (isSure) return true;
  yield* say(system, 'Is this ok [y/N]: ');
  const answer = isRefusing ? 'n' : yield* readLine(system);
  if (answer !== null && /^y(es)?$/i.test(answer.trim())) return true;
  yield* warn(system, 'Operation aborted.\n');
  return false;
}

const sections: readonly (readonly [title: string, holds: (step: Step) => boolean])[] = [
  ['Installing:', (step) => step.kind === 'install' && !step.isAutomatic],
  ['Upgrading:', (step) => step.kind === 'upgrade'],
  ['Reinstalling:', (step) => step.kind === 'reinstall'],
  ['Installing dependencies:', (step) => step.kind === 'install' && step.isAutomatic],
  ['Removing:', (step) => !isAdding(step)],
];

function tableOf(steps: readonly Step[]): string {
  const widest = Math.max(20, ...steps.map((step) => step.package.name.length + 2));
  const versions = Math.max(22, ...steps.map((step) => step.version.length + 2));
  const line = (cells: readonly [string, string, string, string, string]): string =>
    ` ${cells[0].padEnd(widest)}${cells[1].padEnd(8)}${cells[2].padEnd(versions)}${cells[3].padEnd(12)}${cells[4].padStart(8)}\n`;
  const body = sections.map(([title, holds]) => {
    const rows = steps
      .filter(holds)
      .map((step) =>
        line([
          step.package.name,
          rpmArchitecture(step.package.name),
          step.version,
          isAdding(step) ? step.package.section : `@${step.package.section}`,
          shortSize(isAdding(step) ? step.package.fetchBytes : step.package.kilobytes * 1024),
        ]),
      );
    return rows.length === 0 ? '' : `${title}\n${rows.join('')}`;
  });
  return `${rule}${line(['Package', 'Arch', 'Version', 'Repository', 'Size'])}${rule}${body.join('')}\nTransaction Summary\n${rule}${summaryOf(steps)}`;
}

function summaryOf(steps: readonly Step[]): string {
  const counted = (word: string, count: number): string =>
    count === 0 ? '' : `${word.padEnd(8)} ${count} Package${count === 1 ? '' : 's'}\n`;
  const adding = steps.filter(isAdding);
  const gone = steps.filter((step) => !isAdding(step));
  const size = (list: readonly Step[]): number =>
    list.reduce((sum, step) => sum + step.package.kilobytes * 1024, 0);
  const bytes = adding.reduce((sum, step) => sum + step.package.fetchBytes, 0);
  const fresh = adding.filter((step) => step.kind !== 'upgrade');
  return [
    counted('Install', fresh.length),
    counted('Upgrade', adding.length - fresh.length),
    counted('Remove', gone.length),
    '\n',
    adding.length > 0
      ? `Total download size: ${shortSize(bytes)}\n`
      : `Freed space: ${shortSize(size(gone))}\n`,
    fresh.length > 0 ? `Installed size: ${shortSize(size(fresh))}\n` : '',
  ].join('');
}

const bytesASecond = 20_000_000;

function* download({ system, isQuiet }: DnfCall, steps: readonly Adding[]): Steps<void> {
  const all = steps.reduce((sum, step) => sum + step.package.fetchBytes, 0);
  if (!isQuiet) yield* say(system, 'Downloading Packages:\n');
  yield* system.processes.sleep(Math.floor((all / bytesASecond) * 1000) + 50);
  if (isQuiet) return;
  const speed = `${shortSize(bytesASecond)}B/s`;
  for (const [at, step] of steps.entries()) {
    const label = `${steps.length === 1 ? '' : `(${at + 1}/${steps.length}): `}${rpmName(step.package.name, step.version)}.rpm`;
    yield* say(
      system,
      `${label.slice(0, 48).padEnd(49)}${speed} | ${shortSize(step.package.fetchBytes)}B     00:00    \n`,
    );
  }
  yield* say(
    system,
    `${'-'.repeat(80)}\n${'Total'.padEnd(49)}${speed} | ${shortSize(all)}B     00:00     \n`,
  );
}

function* carryOut(call: DnfCall, step: Step, count: string): Steps<Trouble | null> {
  const { system, work, isQuiet } = call;
  const { package: known } = step;
  const words = {
    install: 'Installing',
    upgrade: 'Upgrading',
    reinstall: 'Reinstalling',
    remove: 'Erasing',
    purge: 'Erasing',
  };
  if (!isQuiet)
    yield* say(
      system,
      `  ${words[step.kind].padEnd(17)}: ${rpmName(known.name, step.version).padEnd(56)}${count} \n`,
    );
  if (!isAdding(step)) {
    yield* bringDown(system, work.catalogue, known);
    yield* takeAway(work, known.name, 'remove');
    yield* readUnitsAnew(system, work.catalogue, known);
    return strike(work, known.name);
  }
  const trouble = yield* unpack(work, known);
  if (trouble !== null) return trouble;
  if (step.from === null) yield* readUnitsAnew(system, work.catalogue, known);
  else yield* runAnew(system, work.catalogue, known);
  return enter(work, entryOf(work, step, 'installed'));
}

function resultOf(steps: readonly Step[]): string {
  const part = (title: string, of: readonly Step[]): string =>
    of.length === 0
      ? ''
      : `\n${title}:\n${of.map((step) => `  ${rpmName(step.package.name, step.version)}\n`).join('')}`;
  return [
    part(
      'Installed',
      steps.filter((step) => step.kind === 'install'),
    ),
    part(
      'Upgraded',
      steps.filter((step) => step.kind === 'upgrade'),
    ),
    part(
      'Reinstalled',
      steps.filter((step) => step.kind === 'reinstall'),
    ),
    part(
      'Removed',
      steps.filter((step) => !isAdding(step)),
    ),
  ].join('');
}

export const needsRoot: Bytes =
  'Error: This command has to be run with superuser privileges (under the root user on most systems).\n';
