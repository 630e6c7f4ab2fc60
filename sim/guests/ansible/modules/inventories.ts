import type { Bytes } from '../../bytes.ts';
import type { Module } from '../module.ts';
import type { Result } from '../result.ts';
import { failure } from '../result.ts';
import { run } from '../run.ts';

/** Of dpkg and of rpm: name, version and architecture of each package. */
const listings: readonly (readonly [source: Bytes, words: readonly Bytes[]])[] = [
  [
    'apt',
    ['dpkg-query', '-W', '-f', ['$', '{Package} $', '{Version} $', String.raw`{Architecture}\n`].join('')],
  ],
  ['rpm', ['rpm', '-qa', '--qf', String.raw`%{NAME} %{VERSION}-%{RELEASE} %{ARCH}\n`]],
];

export const packageFacts: Module = {
  options: { manager: { type: 'unused' }, strategy: { type: 'unused' } },
  run: function* ({ system }) {
    for (const [source, words] of listings) {
      const ran = yield* run(system, { words });
      if (!ran.ok || ran.value.status !== 0) continue;
      const packages: Record<string, Result[]> = {};
      for (const line of ran.value.output.split('\n')) {
        const [name = '', version = '', arch = ''] = line.split(' ');
        if (name !== '') (packages[name] ??= []).push({ name, version, arch, source });
      }
      return { changed: false, ansible_facts: { packages } };
    }
    return failure('Could not detect a supported package manager from the following list: apt, rpm');
  },
};

export const serviceFacts: Module = {
  options: {},
  run: function* ({ system }) {
    const files = yield* run(system, {
      words: ['systemctl', 'list-unit-files', '--no-legend', '--type=service'],
    });
    if (!files.ok) return failure('Coldaisle: this guest does not boot with systemd');
    const services: Record<string, Result> = {};
    for (const line of files.value.output.split('\n')) {
      const [name = '', status = ''] = line.trim().split(/\s+/);
      if (!name.endsWith('.service')) continue;
      const asked = yield* run(system, { words: ['systemctl', 'is-active', name] });
      const state = asked.ok && asked.value.status === 0 ? 'running' : 'stopped';
      services[name] = { name, state, status, source: 'systemd' };
    }
    return { changed: false, ansible_facts: { services } };
  },
};
