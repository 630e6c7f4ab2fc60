/** Every way to be refused, as the OpenAPI document and its page show them. */
import { type RefusalCode, refusalCodeSchema } from '../../../sim/contract/refusal.ts';
import { type GatewayFault, gatewayFaults, statusOfCode } from '../faults.ts';

export const everywhere = [400, 401, 403, 405, 421, 429, 500, 503] as const;

export const problems = (statuses: readonly number[]): Readonly<Record<string, object>> =>
  Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/problem-${status}` }]),
  );

type ProblemCase = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: RefusalCode;
};

export function problemCases(): readonly ProblemCase[] {
  const codes = refusalCodeSchema.options.map((code) => {
    return {
      type: `/api-docs#refusal-${code}`,
      title: code.replaceAll('-', ' '),
      status: statusOfCode[code],
      code,
    };
  });
  const faults = (Object.keys(gatewayFaults) as GatewayFault[]).map((fault) => {
    return { type: `/api-docs#fault-${fault}`, ...gatewayFaults[fault] };
  });
  return [...codes, ...faults];
}

export const problemStatuses = (): readonly number[] =>
  [...new Set(problemCases().map(({ status }) => status))].toSorted((a, b) => a - b);

export function problemResponse(status: number): object {
  const cases = problemCases().filter((problem) => problem.status === status);
  const examples = cases.map((problem): [string, object] => {
    const name = problem.type.slice('/api-docs#'.length);
    return [
      name,
      { summary: problem.title, value: { ...problem, detail: problem.title, message: problem.title } },
    ];
  });
  return {
    description: cases.map(({ title }) => title).join(' · '),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/problem' },
        examples: Object.fromEntries(examples),
      },
    },
  };
}
