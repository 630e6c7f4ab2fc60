import { run } from '../run.ts';
import type { Module } from '../module.ts';
import { failure } from '../result.ts';

export const hostname: Module = {
  options: { name: { type: 'text', isRequired: true }, use: { type: 'unused' } },
  run: function* ({ system, options, isTrial }) {
    const name = options.text('name') ?? '';
    const before = system.machine.hostname();
    const file = system.files.readFile('/etc/hostname');
    const isKept = file.ok && file.value.trim() === name;
    const facts = {
      ansible_hostname: name.split('.')[0] ?? name,
      ansible_nodename: name,
      ansible_fqdn: name,
    };
    const said = { name, ansible_facts: { ...facts, ansible_domain: name.split('.').slice(1).join('.') } };
    if (before === name && isKept) return { ...said, changed: false };
    if (isTrial) return { ...said, changed: true };
    const written = system.files.writeFile('/etc/hostname', `${name}\n`, 0o644);
    if (!written.ok) return failure(`failed to update hostname: /etc/hostname cannot be written`, said);
    const ran = yield* run(system, { words: ['hostname', name] });
    if (!ran.ok || ran.value.status !== 0)
      return failure(`Command failed rc=1, out=, err=${ran.ok ? ran.value.error : 'no hostname'}`, said);
    return {
      ...said,
      changed: true,
      diff: { before: `hostname = ${before}\n`, after: `hostname = ${name}\n` },
    };
  },
};
