import type { ReportChoice } from '@entente/contracts/screening/report';

/** What is chosen about a report, and what follows from it. */
export const CHOICES = {
  report: { name: 'report.report', hint: 'report.report.hint' },
  'report-without-place-and-time': { name: 'report.without', hint: 'report.without.hint' },
  'do-not-report': { name: 'report.silent', hint: 'report.silent.hint' },
} as const satisfies Record<ReportChoice, { name: string; hint: string }>;

export const CHOSEN = Object.keys(CHOICES) as ReportChoice[];
