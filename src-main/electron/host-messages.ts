/** What the shell and the host's process say to each other. The gateway carries everything else. */
import * as z from 'zod';

const port = z.int().min(0).max(65_535);

export const hostOptionsSchema = z.object({
  dataDirectory: z.string().min(1),
  port,
  /** The id of a lab of this data directory. */
  lab: z.string().nullable(),
  labFile: z.string().nullable(),
  brokerUrl: z.string().nullable(),
  /** Null: the usual one where it is free. */
  mqttPort: port.nullable(),
  uiDirectory: z.string().nullable(),
});
export type HostOptions = z.infer<typeof hostOptionsSchema>;

export const hostOrderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), options: hostOptionsSchema }),
  /** The user chose this file in a dialog or opened it from outside: the page may name it. */
  z.object({ kind: z.literal('allow'), file: z.string().min(1) }),
  /** What became of a page that was to be printed: the PDF in base64, or why there is none. */
  z.object({ kind: z.literal('printed'), id: z.int(), pdf: z.base64().nullable(), problem: z.string() }),
  z.object({ kind: z.literal('close') }),
]);
export type HostOrder = z.infer<typeof hostOrderSchema>;

export const hostReportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), url: z.url({ protocol: /^http$/ }) }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
  /** A report, to be printed by the engine that the window has anyway. */
  z.object({ kind: z.literal('print'), id: z.int(), html: z.string() }),
]);
export type HostReport = z.infer<typeof hostReportSchema>;
