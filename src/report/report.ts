/** The whole report: what it says as one JSON, and the files made from that. */
export { type ReportOptions, reportContent } from './paper/content.ts';
export { type ReportFile, reportFiles } from './paper/files.ts';
export { type SubjectReportOptions, subjectContent } from './subject/content.ts';
