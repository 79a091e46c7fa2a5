import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../src/lib/geodata/validate/json';

const faultOf = (text: string) => parseJson(text).faults.map(({ at, message }) => `${at}  ${message}`);

describe('a text that is not JSON', () => {
	it.each([
		['', 'line 1, column 1  is not JSON: the text ends too early'],
		['{"a": [1, 2', 'line 1, column 12  is not JSON: the text ends too early'],
		['{\n\t"a": 1\n\t"b": 2\n}', 'line 3, column 2  is not JSON: unexpected “"”'],
		['{\r\n"a": 1,\r\n}', 'line 3, column 1  is not JSON: unexpected “}”'],
		['[1, 2,]', 'line 1, column 7  is not JSON: unexpected “]”'],
		['["a\nb"]', 'line 1, column 2  is not JSON: a string is not closed or has a bad escape'],
		['["\\x"]', 'line 1, column 2  is not JSON: a string is not closed or has a bad escape'],
		['[nulll]', 'line 1, column 2  is not JSON: unexpected “nulll”'],
		['[34.]', 'line 1, column 2  is not JSON: unexpected “34.”'],
		['[01]', 'line 1, column 3  is not JSON: unexpected “1”'],
		['[1] // a comment', 'line 1, column 5  is not JSON: unexpected “/”'],
		['{} {}', 'line 1, column 4  is not JSON: unexpected “{”'],
		['\ufeff{}', 'line 1, column 1  is not JSON: unexpected “\ufeff”']
	])('says where, and what is there: %j', (text, fault) => {
		expect(parseJson(text).value).toBeUndefined();
		expect(faultOf(text)).toEqual([fault]);
	});
});

describe('a key that stands twice', () => {
	it('is a fault of the object that it stands in', () => {
		expect(faultOf('{"a": [{"b": 1}, {"c": 1, "\\u0063": 2}], "a": 3}')).toEqual([
			'a[1].c  this key stands twice in one object',
			'a  this key stands twice in one object'
		]);
	});

	it('may stand in two objects, and be called as what all objects have', () => {
		expect(parseJson('{"a": {"a": 1}, "b": {"a": 1}, "constructor": 2, "__proto__": 3}').faults).toEqual([]);
	});
});
