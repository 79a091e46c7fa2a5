import { expect, it } from 'vitest';
import { addressOf } from '../../../../src/tools/apart/address';

it.each([
	['/(map)', {}, '/'],
	['/(words)/table', {}, '/table'],
	['/(map)/sites/[site]', { site: 'a-1' }, '/sites/a-1'],
	['/(map)/tour/[article]/[[step]]', { article: 'b', step: '2' }, '/tour/b/2'],
	['/(map)/tour/[article]/[[step]]', { article: 'b' }, '/tour/b'],
	['/cite/reports/[report].[format]', { report: 'c-1', format: 'bib' }, '/cite/reports/c-1.bib'],
	['/layers/[actor].geojson', { actor: 'd' }, '/layers/d.geojson']
])('the route %s with %j is at %s', (route, parameters, address) => {
	expect(addressOf(route, parameters)).toBe(address);
});
