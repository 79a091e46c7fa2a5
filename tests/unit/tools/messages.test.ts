import { describe, expect, it } from 'vitest';
import { appLanguages } from '../../../src/tools/languages';
import {
	faultsOf,
	faultsOfAll,
	missingOf,
	unusedOf,
	withBase,
	type Messages
} from '../../../src/tools/messageFiles';

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
		expect(appLanguages()).toEqual(['en', 'ar', 'fr']);
		expect(missingOf(appLanguages())).toEqual({ en: [], ar: [], fr: [] });
	});
});

describe('the check of the messages', () => {
	it('finds those that nothing uses', () => {
		expect(unusedOf(base, ['<h1>{m.hello({ name })}</h1>', 'm.sites_of()'])).toEqual(['sites']);
	});

	it('are those of the base language where a language has none, for any number', () => {
		const own = { hello: 'مرحبا {name}' };
		expect(withBase(own, base)).toEqual({ ...own, sites: forms({ one: '{n} site', '*': '{n} sites' }) });
		expect(faultsOf('ar', withBase(own, base), base)).toEqual([]);
	});

	it('leaves whole ones in peace', () => {
		expect(faultsOf('ar', { hello: 'مرحبا {name}', sites: forms(six) }, base)).toEqual([]);
	});

	it.each([
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
