import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { resolverOf } from '../../../network/resolver.ts';
import { askServer } from '../../../system/names.ts';
import { answerFor, isAddress, isAnswered, reversed } from './dns.ts';

const nothing = function* (): Step<void> {
  yield* [];
};

/** `host name [server]`, `host address [server]` */
export const host: Program = function* (system) {
  const [name, given] = system.arguments.slice(1).filter((word) => !word.startsWith('-'));
  if (name === undefined) {
    yield* system.descriptors.write(2, 'Usage: host [-aCdilrTvVw] [-c class] [-t type] {name} [server]\n');
    return 1;
  }
  const resolver = resolverOf(system);
  const server = given ?? resolver.servers[0] ?? '127.0.0.1';
  if (!(yield* isAnswered(system, server, nothing))) {
    yield* system.descriptors.write(1, ';; connection timed out; no servers could be reached\n');
    return 1;
  }
  const using =
    given === undefined ? '' : `Using domain server:\nName: ${given}\nAddress: ${given}#53\nAliases: \n\n`;
  const { text, status } = isAddress(name) ? pointer(system, name) : address(system, name);
  yield* system.descriptors.write(1, using + text);
  return status;
};

type Told = { readonly text: Bytes; readonly status: number };

function pointer(system: System, name: Bytes): Told {
  const own = reversed(name);
  const [record] = answerFor(system, own, 'PTR').records;
  return record === undefined
    ? { text: `Host ${own}. not found: 3(NXDOMAIN)\n`, status: 1 }
    : { text: `${own} domain name pointer ${record.data}\n`, status: 0 };
}

function address(system: System, name: Bytes): Told {
  const found = askServer(system, resolverOf(system), name);
  return found.ok
    ? { text: `${found.name} has address ${found.address}\n`, status: 0 }
    : { text: `Host ${name} not found: 3(NXDOMAIN)\n`, status: 1 };
}

/** `nslookup name [server]` */
export const nslookup: Program = function* (system) {
  const [name, given] = system.arguments.slice(1).filter((word) => !word.startsWith('-'));
  const server = given ?? resolverOf(system).servers[0] ?? '127.0.0.1';
  if (name === undefined) {
    yield* system.descriptors.write(2, 'nslookup: give a name or an address: it asks no questions here\n');
    return 1;
  }
  const complain = (): Step<unknown> =>
    system.descriptors.write(1, `;; communications error to ${server}#53: timed out\n`);
  if (!(yield* isAnswered(system, server, complain))) {
    yield* system.descriptors.write(1, ';; no servers could be reached\n\n');
    return 1;
  }
  const told = isAddress(name) ? pointerFor(system, name) : addressFor(system, name, server);
  yield* system.descriptors.write(1, told.text);
  return told.status;
};

const unknown = (name: Bytes): Bytes => `** server can't find ${name}: NXDOMAIN\n\n`;

function pointerFor(system: System, name: Bytes): Told {
  const own = reversed(name);
  const [record] = answerFor(system, own, 'PTR').records;
  return record === undefined
    ? { text: unknown(own), status: 1 }
    : { text: `${own}\tname = ${record.data}\n\n`, status: 0 };
}

function addressFor(system: System, name: Bytes, server: Bytes): Told {
  const head = `Server:\t\t${server}\nAddress:\t${server}#53\n\n`;
  const found = askServer(system, resolverOf(system), name);
  return found.ok
    ? { text: `${head}Name:\t${found.name}\nAddress: ${found.address}\n\n`, status: 0 }
    : { text: head + unknown(name), status: 1 };
}
