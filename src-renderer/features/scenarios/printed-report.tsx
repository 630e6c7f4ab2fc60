import { createPortal } from 'react-dom';
import type { ReactNode } from 'react';
import { ReportSheet } from './drill-report.tsx';
import type { ReportProps } from './drill-report.tsx';
import './print-report.css';

/** What the printer gets in place of the page while a report is open. */
export const PrintedReport = (props: Omit<ReportProps, 'tools'>): ReactNode =>
  createPortal(
    <div className="paper" aria-hidden>
      <ReportSheet {...props} />
    </div>,
    document.body,
  );
