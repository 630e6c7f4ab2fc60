/** From words of `docker run` to what an engine is asked for. */
import type Docker from 'dockerode';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import { otherNames, refusedOptions, runOptions } from './run-options.table.ts';
import type { RunOption } from './run-options.table.ts';

export type RunWish = Docker.ContainerCreateOptions & { readonly Image: string };

type Given = ReadonlyMap<RunOption, readonly string[]>;
type Read = { readonly given: Given; readonly image: string; readonly command: readonly string[] };

export function readRun(words: readonly string[]): Result<RunWish> {
  const read = optionsIn(words);
  if (!read.ok) return read;
  const ports = portsOf(all(read.value.given, 'publish'));
  if (!ports.ok) return ports;
  const limits = limitsOf(read.value.given);
  return limits.ok ? accepted(wishOf(read.value, { ports: ports.value, limits: limits.value })) : limits;
}

const all = (given: Given, option: RunOption): readonly string[] => given.get(option) ?? [];
const last = (given: Given, option: RunOption): string | undefined => given.get(option)?.at(-1);
const isSet = (given: Given, option: RunOption): boolean => last(given, option) === 'true';

function optionsIn(words: readonly string[]): Result<Read> {
  const given = new Map<RunOption, string[]>();
  let at = 0;
  for (; isOptionLike(words[at]); at += 1) {
    for (const { name, value } of namesIn(words[at] ?? '')) {
      const option = optionNamed(name);
      if (!option.ok) return option;
      const text = value ?? (runOptions[option.value] === 'mark' ? 'true' : words[(at += 1)]);
      if (text === undefined) return refused('invalid-input', `Nothing stands behind ${words.at(-1)}`);
      given.set(option.value, [...all(given, option.value), text]);
    }
  }
  const [image = '', ...command] = words.slice(words[at] === '--' ? at + 1 : at);
  return image === '' ? refused('invalid-input', 'It names no image') : accepted({ given, image, command });
}

const isOptionLike = (word: string | undefined): boolean => word?.startsWith('-') === true && word !== '--';

type Name = { readonly name: string; readonly value: string | null };

/** `--env=A=1`, `-e`, `-it`, `-p80:80`. */
function namesIn(word: string): readonly Name[] {
  const [, long, value] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
  if (long !== undefined) return [{ name: long, value: value ?? null }];
  const names: Name[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const name = word[at] ?? '';
    const rest = word.slice(at + 1).replace(/^=/, '');
    const option = otherNames[name];
    if (option !== undefined && runOptions[option] === 'text')
      return [...names, { name, value: rest === '' ? null : rest }];
    names.push({ name, value: null });
  }
  return names;
}

const isOption = (name: string): name is RunOption => Object.hasOwn(runOptions, name);

function optionNamed(name: string): Result<RunOption> {
  const shown = name.length === 1 ? `-${name}` : `--${name}`;
  const known = Object.hasOwn(otherNames, name) ? otherNames[name] : name;
  if (known !== undefined && isOption(known)) return accepted(known);
  const why = Object.hasOwn(refusedOptions, name) ? refusedOptions[name] : undefined;
  if (why !== undefined) return refused('invalid-input', `${shown} is not taken: ${why}`);
  return refused('invalid-input', `${shown} is none of the words that a machine takes`, {
    hint: `These are: ${Object.keys(runOptions).join(', ')}.`,
  });
}

type Ports = { readonly exposed: Record<string, object>; readonly bound: Record<string, object[]> };

/** `[address:][port:]inside[/udp]`. */
function portsOf(texts: readonly string[]): Result<Ports> {
  const ports: Ports = { exposed: {}, bound: {} };
  for (const text of texts) {
    const found = /^(?:(?:([\d.]+):)?(\d*):)?(\d+)(?:\/(tcp|udp|sctp))?$/.exec(text);
    if (found === null)
      return refused(
        'invalid-input',
        `--publish ${text} is not taken: it is read as [address:][port:]port[/udp]`,
      );
    const [, HostIp = '', HostPort = '', inside = '', protocol = 'tcp'] = found;
    const port = `${inside}/${protocol}`;
    ports.exposed[port] = {};
    ports.bound[port] = [...(ports.bound[port] ?? []), { HostIp, HostPort }];
  }
  return accepted(ports);
}

type Limits = { readonly NanoCpus?: number; readonly Memory?: number };

const units: Readonly<Record<string, number>> = { b: 1, k: 1024, m: 1_048_576, g: 1_073_741_824 };

function limitsOf(given: Given): Result<Limits> {
  const [cpus, memory] = [last(given, 'cpus'), last(given, 'memory')];
  const size = /^(\d+)([bkmg]?)$/i.exec(memory ?? '0');
  if (size === null) return refused('invalid-input', `--memory ${memory} is no size like 64m`);
  if (cpus !== undefined && !(Number(cpus) > 0))
    return refused('invalid-input', `--cpus ${cpus} is no number`);
  const bytes = Number(size[1]) * (units[(size[2] ?? '').toLowerCase() || 'b'] ?? 1);
  return accepted({
    ...(cpus === undefined ? {} : { NanoCpus: Math.round(Number(cpus) * 1_000_000_000) }),
    ...(memory === undefined ? {} : { Memory: bytes }),
  });
}

type Parts = { readonly ports: Ports; readonly limits: Limits };

function wishOf({ given, image, command }: Read, { ports, limits }: Parts): RunWish {
  const volumes = all(given, 'volume');
  const network = last(given, 'network');
  const [entry, user] = [last(given, 'entrypoint'), last(given, 'user')];
  return {
    ...plainOf(given),
    Image: image,
    ...(command.length === 0 ? {} : { Cmd: [...command] }),
    ...(entry === undefined ? {} : { Entrypoint: [entry] }),
    ...(user === undefined ? {} : { User: user }),
    Env: [...all(given, 'env')],
    Labels: Object.fromEntries(all(given, 'label').map(pairOf)),
    Volumes: Object.fromEntries(volumes.filter((text) => !text.includes(':')).map((text) => [text, {}])),
    ExposedPorts: ports.exposed,
    HostConfig: {
      ...limits,
      Binds: volumes.filter((text) => text.includes(':')),
      PortBindings: ports.bound,
      PublishAllPorts: isSet(given, 'publish-all'),
      ReadonlyRootfs: isSet(given, 'read-only'),
      Init: isSet(given, 'init'),
      ExtraHosts: [...all(given, 'add-host')],
      Dns: [...all(given, 'dns')],
      Tmpfs: Object.fromEntries(all(given, 'tmpfs').map(tmpfsOf)),
      ...(network === undefined ? {} : { NetworkMode: network }),
    },
    ...(network === undefined || /^(?:host|none|default|container:.*)$/.test(network)
      ? {}
      : { NetworkingConfig: { EndpointsConfig: { [network]: endpointOf(given) } } }),
  };
}

function plainOf(given: Given): Docker.ContainerCreateOptions {
  const [hostname, directory, signal] = [
    last(given, 'hostname'),
    last(given, 'workdir'),
    last(given, 'stop-signal'),
  ];
  return {
    Tty: isSet(given, 'tty'),
    OpenStdin: isSet(given, 'interactive'),
    ...(hostname === undefined ? {} : { Hostname: hostname }),
    ...(directory === undefined ? {} : { WorkingDir: directory }),
    ...(signal === undefined ? {} : { StopSignal: signal }),
  };
}

function endpointOf(given: Given): Docker.EndpointSettings {
  const address = last(given, 'ip');
  return {
    ...(address === undefined ? {} : { IPAMConfig: { IPv4Address: address } }),
    Aliases: [...all(given, 'network-alias')],
  };
}

const pairOf = (text: string): readonly [string, string] => {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

const tmpfsOf = (text: string): readonly [string, string] => {
  const at = text.indexOf(':');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};
