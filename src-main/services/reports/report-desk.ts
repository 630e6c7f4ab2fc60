/** What the host's other parts see of reports. Apart from how they are made, which sees the host. */
import type { DeskReceipt } from '../../../sim/contract/desk.ts';
import type { Report, ReportOrder, ReportParams, ReportsAnswer } from '../../../sim/contract/reports.ts';
import type { Result } from '../../../sim/contract/result.ts';

export type ReportService = {
  readonly make: (params: ReportParams) => Promise<Result<Report>>;
  readonly list: () => ReportsAnswer;
  readonly order: (order: ReportOrder) => Promise<Result<DeskReceipt>>;
  readonly close: () => Promise<void>;
};
