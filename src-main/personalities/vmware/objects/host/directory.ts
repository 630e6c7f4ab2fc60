/** Where a host knows its users from: its own list. There is no domain in a lab that it could join. */
import { flagAt, textAt } from '../../wire/ask.ts';
import { partType } from '../entity-type.ts';
import type { Part } from '../entity-type.ts';
import { done, faulted } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { begin } from '../machine/doing.ts';
import type { AnyManaged, Method } from '../managed.ts';
import { hostSystem } from './config-desk.ts';

export const domainStore = ['HostActiveDirectoryAuthentication', 'adAuthentication'] as const;
export const localStore = ['HostLocalAuthentication', 'localAuthentication'] as const;

const noDomain = { _type: 'HostActiveDirectoryInfo', enabled: false, smartCardAuthenticationEnabled: false };
const ownUsers = { _type: 'HostLocalAuthenticationInfo', enabled: true };

const task =
  (descriptionId: string, fault: (call: Parameters<Method<Part>>[0]) => Answer<never>): Method<Part> =>
  (call, { owner }) =>
    begin(call, { descriptionId, entity: owner, work: async () => fault(call) });

const join = task('HostActiveDirectoryAuthentication.joinDomain', ({ args }) => {
  const name = textAt(args, 'domainName') ?? '';
  return faulted('DomainNotFound', `No domain controller of ${name} answers: there is none in this lab.`, {
    domainName: name,
  });
});

const leave = task('HostActiveDirectoryAuthentication.leaveCurrentDomain', ({ args }) =>
  faulted(
    'InvalidState',
    `The host is in no domain${flagAt(args, 'force') === true ? ', by force neither' : ''}.`,
  ),
);

export const directoryTypes = (): readonly AnyManaged[] => [
  hostSystem('authenticationManager', {
    properties: {
      info: () => ({ _type: 'HostAuthenticationManagerInfo', authConfig: [ownUsers, noDomain] }),
      supportedStore: (host, { vc }) =>
        [localStore, domainStore].map(([type, name]) => vc.refs.part(type, name, host)),
    },
  }),
  partType(...localStore, { properties: { info: () => ownUsers }, methods: {} }),
  partType(...domainStore, {
    properties: { info: () => noDomain },
    methods: {
      JoinDomain_Task: join,
      JoinDomainWithCAM_Task: join,
      LeaveCurrentDomain_Task: leave,
      ListSmartCardTrustAnchors: () => done([]),
    },
  }),
];
