import { describe, expect, it } from 'vitest';
import { faultsOf, faultsOfAll, unusedOf, type Messages } from '../../../src/tools/messages';

const plural = (match: Record<string, string>): Messages[string] => [
	{
		declarations: ['input count', 'input n', 'local countPlural = count: plural'],
		selectors: ['countPlural'],
		match
	}
];
const six = { zero: 'لا شيء', one: 'واحد', two: 'اثنان', few: '{n} ق', many: '{n} ك', other: '{n} أ' };
const forms = (texts: Record<string, string>) =>
	plural(Object.fromEntries(Object.entries(texts).map(([form, text]) => [`countPlural=${form}`, text])));

const base: Messages = { hello: 'Hello {name}', sites: forms({ one: '{n} site', other: '{n} sites' }) };

describe('the messages', () => {
	it('are whole in every language, and each is used', () => {
		expect(faultsOfAll()).toEqual([]);
	});
});

describe('the check of the messages', () => {
	it('finds those that nothing uses', () => {
		expect(unusedOf(base, ['<h1>{m.hello({ name })}</h1>', 'm.sites_of()'])).toEqual(['sites']);
	});

	it('leaves whole ones in peace', () => {
		expect(faultsOf('ar', { hello: 'مرحبا {name}', sites: forms(six) }, base)).toEqual([]);
	});

	it.each([
		['a message that is missing', { sites: forms(six) }, 'ar.json: “hello” is missing'],
		[
			'one that nobody asks for',
			{ ...base, sites: forms(six), old: 'x' },
			'ar.json: “old” is not in the base'
		],
		['an empty one', { hello: ' ', sites: forms(six) }, 'ar.json: “hello” is empty'],
		['a placeholder left out', { hello: 'مرحبا', sites: forms(six) }, 'ar.json: “hello” leaves {name} out'],
		[
			'a placeholder that nobody fills',
			{ hello: 'مرحبا {name} {who}', sites: forms(six) },
			'ar.json: “hello” asks for {who}, which nobody gives'
		],
		[
			'a form that the language has',
			{ hello: 'مرحبا {name}', sites: forms({ one: 'واحد', other: '{n} موقع' }) },
			'ar.json: “sites” has no form for “two”'
		]
	])('finds %s', (_, own, fault) => {
		expect(faultsOf('ar', own as Messages, base).join('\n')).toContain(fault);
	});
});
