import type { Program } from '../../kernel/program.ts';
import { environmentFor } from '../../system/session.ts';
import { accountOfUid } from '../../system/users/accounts.ts';

/** `service nginx restart`: systemctl with its words in the other order. */
export const service: Program = function* (system) {
  const [, name, verb] = system.arguments;
  if (name === undefined || verb === undefined) {
    yield* system.descriptors.write(
      2,
      'Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]\n',
    );
    return 1;
  }
  const account = accountOfUid(system, system.processes.who().uid);
  const environment =
    account === null ? system.environment : new Map([...environmentFor(account), ...system.environment]);
  yield* system.processes.execute({
    file: '/usr/bin/systemctl',
    arguments: ['systemctl', verb === 'force-reload' ? 'reload-or-restart' : verb, name],
    environment,
    descriptors: new Map([
      [0, 0],
      [1, 1],
      [2, 2],
    ]),
  });
  return 1;
};
