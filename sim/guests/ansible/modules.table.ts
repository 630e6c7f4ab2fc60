import type { Module } from './module.ts';
import { apk } from './modules/apk.ts';
import { apt } from './modules/apt.ts';
import { authorizedKey } from './modules/authorized-key.ts';
import { blockinfile } from './modules/blockinfile.ts';
import { command } from './modules/command.ts';
import { copy } from './modules/copy.ts';
import { cron } from './modules/cron.ts';
import { dnf } from './modules/dnf.ts';
import { file } from './modules/file.ts';
import { group } from './modules/groups.ts';
import { hostname } from './modules/hostname.ts';
import { packageFacts, serviceFacts } from './modules/inventories.ts';
import { lineinfile } from './modules/lineinfile.ts';
import { service } from './modules/openrc.ts';
import { ping } from './modules/ping.ts';
import { replace } from './modules/replace.ts';
import { systemd } from './modules/service.ts';
import { setup } from './modules/setup.ts';
import { slurp, stat } from './modules/stat.ts';
import { user } from './modules/user.ts';

/** By the names they have when they arrive: `shell` comes as command, `template` as copy, `package` as the guest's own. */
export const modules: ReadonlyMap<string, Module> = new Map([
  ['ping', ping],
  ['setup', setup],
  ['command', command],
  ['stat', stat],
  ['slurp', slurp],
  ['file', file],
  ['copy', copy],
  ['lineinfile', lineinfile],
  ['blockinfile', blockinfile],
  ['replace', replace],
  ['user', user],
  ['group', group],
  ['ansible.posix.authorized_key', authorizedKey],
  ['systemd', systemd],
  ['systemd_service', systemd],
  ['service', service],
  ['service_facts', serviceFacts],
  ['apt', apt],
  ['dnf', dnf],
  ['yum', dnf],
  ['community.general.apk', apk],
  ['package_facts', packageFacts],
  ['hostname', hostname],
  ['cron', cron],
]);
