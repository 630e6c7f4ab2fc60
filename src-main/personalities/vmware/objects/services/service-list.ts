/** ServiceManager: what this endpoint has, and where it is reached. */
import { textAt, textListAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { done } from '../fault.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Asking, Call } from '../managed.ts';
import { managers } from './service-content.ts';

/** A property is read without knowing how the client came here. */
const locationOf = (asking: Asking | Call): readonly string[] =>
  'origin' in asking ? [`${asking.origin}/sdk`] : [];

function servicesHere(asking: Asking | Call): readonly Data[] {
  const { vc } = asking;
  return Object.values(managers)
    .filter(([type]) => vc.types.has(type))
    .map(([type, value]) => ({
      _type: 'ServiceManagerServiceInfo',
      serviceName: `vim.${type}`,
      location: locationOf(asking),
      service: { _ref: type, value },
      description: `${type} of the ${vc.kind === 'vcenter' ? 'vCenter' : 'host'} that Coldaisle simulates`,
    }));
}

export const serviceManager = (): AnyManaged =>
  service('ServiceManager', {
    properties: { service: (_, asking) => servicesHere(asking) },
    methods: {
      QueryServiceList: (call) => {
        const name = textAt(call.args, 'serviceName');
        const places = textListAt(call.args, 'location');
        return done(
          servicesHere(call)
            .filter(({ serviceName }) => name === undefined || name === '' || serviceName === name)
            .filter(
              (each) =>
                places.length === 0 || textListAt(each, 'location').some((place) => places.includes(place)),
            ),
        );
      },
    },
  });
