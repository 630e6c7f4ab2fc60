import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import { writeResolver } from '../../network/resolver.ts';
import { bringUpAll, writeNetworkFiles } from '../net-files/keeper.ts';

/** What a machine has of its own is written when it first starts; what belongs to one run goes. */
export function firstBoot(system: System): void {
  const isResumed = system.arguments.includes('--resume');
  const { files, machine } = system;
  const name = files.readFile('/etc/hostname');
  if (name.ok) keepName(system, name.value.trim());
  else {
    files.writeFile('/etc/hostname', `${machine.hostname()}\n`, 0o644);
    nameHost(system);
  }
  if (!files.stat('/etc/machine-id').ok) files.writeFile('/etc/machine-id', `${drawn(system)}\n`, 0o444);
  writeResolver(system);
  writeNetworkFiles(system);
  if (!isResumed) bringUpAll(system);
  for (const path of ['/run/lock', '/run/sshd', '/run/nginx', '/run/sudo']) files.makeDirectory(path, 0o755);
  const left = files.list('/run');
  if (left.ok)
    for (const { name: entry } of left.value) if (entry.endsWith('.pid')) files.remove(`/run/${entry}`);
}

function keepName({ machine }: System, name: Bytes): void {
  if (name !== '' && name !== machine.hostname()) machine.changeHostname(name);
}

function nameHost({ files, machine }: System): void {
  const hosts = files.readFile('/etc/hosts');
  const [local = '', ...rest] = (hosts.ok ? hosts.value : '').split('\n');
  files.writeFile('/etc/hosts', [local, `127.0.1.1\t${machine.hostname()}`, ...rest].join('\n'), 0o644);
}

function drawn(system: System): Bytes {
  let text = '';
  for (let at = 0; at < 32; at += 1) text += Math.floor(system.chance() * 16).toString(16);
  return text;
}
