import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import {
  defaultTarget,
  enablementOf,
  installationOf,
  linksOf,
  ownDirectory,
  placeOf,
} from '../../system/init/unit-store.ts';
import { askInit } from './ask-init.ts';
import type { Call } from './systemctl.ts';

/** What changes or tells which units come up by themselves: links in directories. */
export function* change(call: Call): Step<number> {
  const { system, verb, names } = call;
  if (verb === 'get-default') {
    yield* system.descriptors.write(1, `${defaultTarget(system)}\n`);
    return 0;
  }
  let status = 0;
  for (const name of names) status = Math.max(status, yield* changeOne(call, name));
  const isAsking = verb === 'is-enabled';
  if (isAsking || status !== 0) return status;
  yield* askInit(system, 'daemon-reload', '');
  if (call.flags.has('--now') && (verb === 'enable' || verb === 'disable' || verb === 'mask'))
    for (const name of names) yield* askInit(system, verb === 'enable' ? 'start' : 'stop', name);
  return status;
}

function* changeOne(call: Call, name: Bytes): Step<number> {
  const { system, verb } = call;
  const state = enablementOf(system, name);
  if (verb === 'is-enabled') return yield* tellEnabled(call, name, state);
  if (verb === 'mask' || verb === 'unmask') return yield* mask(call, name);
  const installation = installationOf(system, name);
  if (installation === null || state === 'masked') return yield* cannot(call, name, state);
  if (verb === 'set-default') return yield* link(call, `${ownDirectory}/default.target`, installation.place);
  const links = linksOf(installation);
  if (verb === 'enable' && links.length === 0) return yield* hasNoInstall(call);
  for (const path of links) {
    const done = verb === 'enable' ? yield* link(call, path, installation.place) : yield* unlink(call, path);
    if (done !== 0) return done;
  }
  return 0;
}

function* cannot({ system, verb }: Call, name: Bytes, state: string): Step<number> {
  const what = verb === 'set-default' ? 'set default target' : `${verb} unit`;
  const why =
    state === 'masked' ? `Unit file ${ownDirectory}/${name} is masked.` : `Unit file ${name} does not exist.`;
  yield* system.descriptors.write(2, `Failed to ${what}: ${why}\n`);
  return 1;
}

function* tellEnabled({ system, flags }: Call, name: Bytes, state: string): Step<number> {
  if (state === 'not-found') {
    yield* system.descriptors.write(
      2,
      `Failed to get unit file state for ${name}: No such file or directory\n`,
    );
    return 1;
  }
  if (!flags.has('--quiet') && !flags.has('-q')) yield* system.descriptors.write(1, `${state}\n`);
  return state === 'disabled' || state === 'masked' ? 1 : 0;
}

function* hasNoInstall({ system }: Call): Step<number> {
  yield* system.descriptors.write(
    2,
    'The unit files have no installation config (WantedBy=, RequiredBy=, Also=,\nAlias= settings in the [Install] section, and DefaultInstance= for template\nunits). This means they are not meant to be enabled using systemctl.\n',
  );
  return 0;
}

function* link({ system, verb }: Call, path: Bytes, goal: Bytes): Step<number> {
  const { files } = system;
  const now = files.readLink(path);
  if (now.ok && now.value.replace(/^\/usr/, '') === goal.replace(/^\/usr/, '')) return 0;
  files.makeDirectory(path.slice(0, path.lastIndexOf('/')), 0o755);
  if (now.ok) files.remove(path);
  const made = files.makeLink(goal, path);
  if (made.ok) {
    yield* system.descriptors.write(2, `Created symlink ${path} \u00e2\u0086\u0092 ${goal}.\n`);
    return 0;
  }
  return yield* refused({ system, verb }, path, messageOf(made.errno));
}

function* refused(
  { system, verb }: Pick<Call, 'system' | 'verb'>,
  path: Bytes,
  reason: string,
): Step<number> {
  const told = reason === 'Permission denied' ? 'Access denied' : `${path}: ${reason}`;
  yield* system.descriptors.write(2, `Failed to ${verb} unit: ${told}\n`);
  return 1;
}

function* unlink({ system, verb }: Call, path: Bytes): Step<number> {
  if (!system.files.linkStat(path).ok) return 0;
  const removed = system.files.remove(path);
  if (!removed.ok) return yield* refused({ system, verb }, path, messageOf(removed.errno));
  yield* system.descriptors.write(2, `Removed "${path}".\n`);
  return 0;
}

function* mask(of: Call, name: Bytes): Step<number> {
  const { system, verb } = of;
  const path = `${ownDirectory}/${name}`;
  if (verb === 'unmask') return enablementOf(system, name) === 'masked' ? yield* unlink(of, path) : 0;
  if (
    placeOf(system, name) === path &&
    enablementOf(system, name) !== 'masked' &&
    !system.files.readLink(path).ok
  ) {
    yield* system.descriptors.write(2, `Failed to mask unit: File ${path} already exists.\n`);
    return 1;
  }
  return yield* link(of, path, '/dev/null');
}
