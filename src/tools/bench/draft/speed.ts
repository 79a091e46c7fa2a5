/** How long a text takes to be looked through. */
import { find, type Knowledge } from '../../../lib/draft/suggest';
import { printTable } from '../measure';

/** About what a page of news has. */
const page = 4_000;
const lengths = [page, 16 * page, 250 * page];

/**
 * Prints the seconds for a page, which may take one, and for longer texts: made-up news, again and again. They should take
 * as long for each page.
 */
export function benchSpeed(paragraphs: readonly string[], knowledge: Knowledge): void {
	const text = (length: number) => {
		const parts: string[] = [];
		for (let at = 0, sum = 0; sum < length; at++) {
			// The number makes sentences that were not there before.
			const part = `${paragraphs[at % paragraphs.length]!} It was the ${at}th report of ${at + 100} that day.`;
			parts.push(part);
			sum += part.length + 2;
		}
		return parts.join('\n\n');
	};
	const rows = lengths.flatMap((length, index) => {
		const made = text(length);
		return (index === 0 ? ['the first after loading', 'again'] : ['']).map((when) => {
			const [clock, processor] = [performance.now(), process.cpuUsage()];
			find(made, '2024-03-05', knowledge);
			const seconds = (performance.now() - clock) / 1000;
			const { user, system } = process.cpuUsage(processor);
			return [
				`${Math.round(made.length / 1000)} kB${when ? `, ${when}` : ''}`,
				seconds.toFixed(2),
				((user + system) / 1e6).toFixed(2),
				((seconds / made.length) * page).toFixed(3)
			];
		});
	});
	printTable(['text', 'seconds', 'of the processor', 'seconds for a page of 4 kB'], rows);
}
