/** Letters and results as data of a report. */
import { type Declaration, domainText } from '../../kernel/symbols.ts';
import type { ReportResult } from '../schemas/report.ts';

/** What is data, without what JSON does not know. */
export const plain = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T;

export const letterJson = ({
  name,
  tex,
  meaning,
  unit,
  domain,
}: Declaration): ReportResult['variables'][number] => ({
  name,
  tex,
  meaning,
  unit,
  domain: domainText(domain),
});
