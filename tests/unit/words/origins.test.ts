import { describe, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import { chainTree, dependentRoots, originsOf } from '$lib/geodata/origins';
import { describeOrigins, summariseOrigins } from '$lib/words/origins';
import { firstRecords } from '../records';

const { sites } = compile(firstRecords());

function summaryOf(id: string) {
	const { reports } = sites.find((site) => site.id === id)!;
	return summariseOrigins(originsOf(reports), dependentRoots(chainTree(reports)), reports.length, 'en');
}

describe('the origins in words', () => {
	it('name the honest number where roots are more than the independent', () => {
		const { words, careful } = summaryOf('masyaf-facility');
		expect(words).toBe('2 reports, 2 origins, 1 of which also draws on another');
		expect(careful).toEqual({
			words: '1 independent origin',
			reasons: [
				'In one report Naija On Point names no source, in another it repeats JNS: it may have both from there.'
			]
		});
	});

	it('add nothing where all are independent', () => {
		expect(summaryOf('eastern-syria')).toMatchObject({
			words: '2 reports, 2 origins',
			careful: null
		});
	});

	it('are in words, in the plural forms of both languages', () => {
		const words = (reports: number, count: number, locale: 'en' | 'ar', independent = count) =>
			describeOrigins({ count, independent }, reports, locale);
		expect(words(2, 1, 'en')).toBe('2 reports, 1 origin');
		expect(words(1, 1, 'en')).toBe('1 report, 1 origin');
		expect(words(3, 2, 'en', 1)).toBe('3 reports, 2 origins, 1 of which also draws on another');
		expect(words(2, 1, 'ar')).toBe('تقريران، مصدر أصلي واحد');
		expect(words(11, 3, 'ar')).toBe('١١ تقريرًا، ٣ مصادر أصلية');
	});
});
