import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { wholeCitation, wholeFiles, wholeText } from '../../../../src/lib/export/citations/whole';
import { loadRecords } from '../../../../src/lib/server/geodata';
import { context, forAnyText, real } from '../data';

const said = loadRecords().dataset;
const whole = wholeCitation(real, said, '2026-11-23', context);
const write = (name: keyof typeof wholeFiles, of = whole) => wholeFiles[name].write(of);

describe('the citation of the whole data set', () => {
	it('is one sentence with its address', () => {
		expect(wholeText(whole)).toBe(
			`Attested (2026). ${context.about.title} (version 1.2.3) [data set]. https://attested.example/`
		);
		const elsewhere = wholeCitation(real, said, '2026-11-23', { ...context, origin: '/map' });
		expect(wholeText(elsewhere)).toMatch(/\[data set\]\.$/);
	});

	it.each(['dataset.bib', 'dataset.ris'] as const)('reads back from %s', (name) => {
		const forceType = name.endsWith('bib') ? '@biblatex/text' : '@ris/file';
		const [entry] = plugins.input.chain(write(name), { forceType, generateGraph: false }) as Record<
			string,
			unknown
		>[];
		expect(entry).toMatchObject({
			title: context.about.title,
			URL: 'https://attested.example/',
			version: '1.2.3',
			issued: { 'date-parts': [expect.arrayContaining([2026, 11])] }
		});
		expect(JSON.stringify(entry!.author)).toContain('Attested');
	});

	it('is CSL-JSON', () => {
		const [item] = JSON.parse(write('dataset.json'));
		expect(item).toMatchObject({
			type: 'dataset',
			version: '1.2.3',
			issued: { 'date-parts': [[2026, 11, 23]] }
		});
	});

	it('has what DataCite asks for', () => {
		const found = JSON.parse(write('datacite.json'));
		for (const name of ['types', 'titles', 'creators', 'publisher', 'publicationYear'])
			expect(found[name], name).toBeTruthy();
		expect(found.types.resourceTypeGeneral).toBe('Dataset');
		expect(found.relatedIdentifiers).toHaveLength(real.articles.length);
		const { geoLocationBox: box } = found.geoLocations[0];
		expect(box.westBoundLongitude).toBe(said.region.box[0]);
		expect(box.northBoundLatitude).toBe(said.region.box[3]);
	});

	it('is a CITATION.cff whatever its words are', () => {
		expect(parse(write('CITATION.cff'))).toMatchObject({
			'cff-version': '1.2.0',
			type: 'dataset',
			title: context.about.title,
			version: '1.2.3',
			license: 'CC-BY-4.0',
			authors: [{ name: 'Attested' }]
		});
		forAnyText((text) => {
			const found = parse(write('CITATION.cff', { ...whole, title: text, publisher: text }));
			expect(found.title).toBe(text);
			expect(found.authors).toEqual([{ name: text }]);
		}, 20);
	});
});

it('the code has a CITATION.cff of its own version', () => {
	const root = new URL('../../../../', import.meta.url);
	const { version, license } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
	const own = parse(readFileSync(new URL('CITATION.cff', root), 'utf8'));
	expect(own).toMatchObject({ type: 'software', version, license });
});
