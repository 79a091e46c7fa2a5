import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inPlace } from '../../../src/lib/draft/inPlace';

const before = `{
	"license": "CC-BY-4.0",
	"actors": [
		{ "id": "a", "aliases": ["A", "B"] },
		{
			"id": "b"
		}
	]
}
`;
const whole = JSON.parse(before) as { actors: object[] };

it('a new entry is put in, and every line of the others stays as it was written', () => {
	const after = inPlace(before, JSON.stringify({ ...whole, actors: [...whole.actors, { id: 'c' }] }));
	const lines = before.trimEnd().split('\n');
	expect(after.split('\n').slice(0, 4)).toEqual(lines.slice(0, 4));
	expect(JSON.parse(after).actors).toEqual([...whole.actors, { id: 'c' }]);
	expect(after).toContain('\t\t{\n\t\t\t"id": "c"\n\t\t}');
});

it('an entry that changes changes alone, also in a file with CRLF', () => {
	const [first] = whole.actors;
	const after = inPlace(
		before.replaceAll('\n', '\r\n'),
		JSON.stringify({ ...whole, actors: [first, { id: 'x' }] })
	);
	expect(after).toContain('{ "id": "a", "aliases": ["A", "B"] },\r\n');
	expect(JSON.parse(after).actors).toEqual([first, { id: 'x' }]);
	expect(after.replaceAll('\r\n', '')).not.toContain('\n');
});

it('a new file is written whole', () => {
	expect(inPlace(null, '{"a":[1]}')).toBe('{\n\t"a": [\n\t\t1\n\t]\n}\n');
	expect(inPlace('no JSON', '{"a":1}')).toBe('{\n\t"a": 1\n}\n');
});

it('whatever was there, what is read afterwards is what was meant', () => {
	const value = fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())));
	fc.assert(
		fc.property(value, value, (old, next) => {
			const meant = JSON.stringify(next);
			const text = inPlace(JSON.stringify(old, null, 2), meant);
			expect(JSON.parse(text)).toEqual(JSON.parse(meant));
		})
	);
});
