import * as z from 'zod';

/** Who asks. `origin` is the face or service that knocks; `name` the person or program behind it. */
export const actorSchema = z.object({
  origin: z.enum([
    'ui',
    'cli',
    'api',
    'mqtt',
    'modbus',
    'nut',
    'snmp',
    'vmware',
    'scenario',
    'alarms',
    'lab',
    'system',
  ]),
  name: z.string().min(1).max(80),
  role: z.enum(['admin', 'operator', 'viewer']),
});
export type Actor = z.infer<typeof actorSchema>;
