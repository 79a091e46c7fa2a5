import type { ReportView } from '../geodata/views';
import { claimKindName } from './kinds';

/** What a report claims, in one sentence; the kind of its claim where that of a draft is still to be written. */
export const summaryOf = ({ summary, claim }: Pick<ReportView, 'summary' | 'claim'>): string =>
	summary || claimKindName(claim);
