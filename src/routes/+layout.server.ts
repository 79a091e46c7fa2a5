import { countReports } from '$lib/geodata/summaries';
import { dataset } from '$lib/server/dataset';

export const load = () => ({ actors: dataset().actors, counts: countReports(dataset()) });
