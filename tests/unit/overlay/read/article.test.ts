import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, wholeOf } from '../made';
import { cellText } from '../../../../src/lib/overlay/cells';

const article = (report: unknown, publisher: unknown = { name: 'P' }) => ({
	title: 'T',
	publisher,
	passages: [],
	reports: [report]
});

describe('an article file', () => {
	it('whose texts are no texts is read all the same', async () => {
		const odd = { toString: 1, valueOf: null };
		const content = JSON.stringify(
			article({ id: 'r', actors: [{ actor: odd }], quotes: [{ exact: [odd] }] }, { name: odd })
		);
		const { table } = await wholeOf(content);
		const cells = table.columns.map((column) => cellText(column, 0));
		expect(cells).toContain('{"toString":1,"valueOf":null}');
		expect(cells).toContain('[{"toString":1,"valueOf":null}]');
	});

	it('is read or refused, whatever JSON stands in it', async () => {
		const key = fc.constantFrom('toString', 'valueOf', '__proto__', 'constructor', 'toJSON', 'length', 'a');
		const { value } = fc.letrec((tie) => ({
			value: fc.oneof(
				{ maxDepth: 3 },
				fc.constantFrom(null, true, 1, 'x'),
				fc.array(tie('value'), { maxLength: 3 }),
				fc.dictionary(key, tie('value'), { maxKeys: 3 })
			)
		}));
		const report = fc.record(
			{
				id: value,
				place: value,
				summary: value,
				claim: value,
				actors: fc.oneof(value, fc.array(fc.record({ actor: value }))),
				when: fc.oneof(value, fc.record({ edtf: value })),
				quotes: fc.oneof(value, fc.array(fc.record({ exact: value })))
			},
			{ requiredKeys: [] }
		);
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(report, value),
				fc.oneof(value, fc.record({ name: value })),
				async (each, by) => {
					expect(await readText(JSON.stringify(article(each, by)))).toHaveProperty('problems');
				}
			),
			{ numRuns: 200 }
		);
	});
});
