import { summariseReport } from '$lib/geodata/summaries';
import { dataset } from '$lib/server/dataset';

export const load = () => ({ reports: dataset().reports.map(summariseReport) });
