import type { Bytes } from '../bytes.ts';
import type { Step as Steps, System } from '../kernel/program.ts';
import { askInit } from '../programs/system/ask-init.ts';
import { bringsOf } from './brings.table.ts';
import type { Catalogue, Package } from './package.ts';

const wants = '/etc/systemd/system/multi-user.target.wants';
const units = '/lib/systemd/system';

/** As Debian does: what is installed comes up, now and with the machine. Answers the unit that would not. */
export function* bringUp(system: System, { family }: Catalogue, known: Package): Steps<Bytes | null> {
  for (const unit of bringsOf(family, known.name).units) {
    const link = `${wants}/${unit}`;
    if (!system.files.linkStat(link).ok && system.files.makeLink(`${units}/${unit}`, link).ok)
      yield* system.descriptors.write(2, `Created symlink ${link} \xe2\x86\x92 ${units}/${unit}.\n`);
    yield* askInit(system, 'daemon-reload', '');
    const result = yield* askInit(system, 'start', unit);
    if (result !== null && result !== 'success') return unit;
  }
  return null;
}

/** Where it runs it runs anew, with what was upgraded. */
export function* runAnew(system: System, { family }: Catalogue, known: Package): Steps<void> {
  for (const unit of bringsOf(family, known.name).units) {
    yield* askInit(system, 'daemon-reload', '');
    yield* askInit(system, 'try-restart', unit);
  }
}

export function* bringDown(system: System, { family }: Catalogue, known: Package): Steps<void> {
  for (const unit of servicesOf(family, known)) {
    yield* askInit(system, 'stop', unit);
    for (const link of [`${wants}/${unit}`, `/etc/runlevels/default/${unit}`])
      if (system.files.linkStat(link).ok) system.files.remove(link);
  }
}

/** After files of units came or went. */
export function* readUnitsAnew(system: System, { family }: Catalogue, known: Package): Steps<void> {
  if (bringsOf(family, known.name).units.length > 0) yield* askInit(system, 'daemon-reload', '');
}

function servicesOf(family: Catalogue['family'], known: Package): readonly string[] {
  const { files, units: named } = bringsOf(family, known.name);
  if (family !== 'alpine') return named;
  return files.flatMap(([path]) =>
    path.startsWith('/etc/init.d/') ? [path.slice('/etc/init.d/'.length)] : [],
  );
}
