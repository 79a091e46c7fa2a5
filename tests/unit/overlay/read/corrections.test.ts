import { describe, expect, it } from 'vitest';
import { choicesAfter } from '../../../../src/lib/overlay/read/corrections';
import type { Choices, Guesses } from '../../../../src/lib/overlay/read/read';
import { placesOf, wholeOf } from '../made';

const text = 'a,b,c,d,when\nx,36.2,37.1,Russia,03/04/2015\ny,35.1,36.7,Iran,05/06/2015\n';

/** The guesses of a file, and what comes of it once some of them are corrected. */
async function correct(change: (wanted: Guesses) => void, before: Choices = {}, content = text) {
	const { guesses } = await wholeOf(content, before);
	const wanted = structuredClone(guesses);
	change(wanted);
	const choices = choicesAfter(before, guesses, wanted);
	return { choices, ...(await wholeOf(content, choices)) };
}

describe('what is corrected', () => {
	it('is chosen, and all else is guessed as before', async () => {
		const { choices, table, guesses } = await correct(
			(wanted) => (wanted.place = { by: 'pair', latitude: 1, longitude: 2 })
		);
		expect(choices).toEqual({ place: { by: 'pair', latitude: 1, longitude: 2 } });
		expect(placesOf(table)).toEqual([
			[37.1, 36.2],
			[36.7, 35.1]
		]);
		expect(guesses.delimiter).toBe(',');
	});

	it('is nothing where nothing differs', async () => {
		expect((await correct(() => {})).choices).toEqual({});
		const before: Choices = { swap: true, roles: { actor: 3 }, place: null };
		expect((await correct(() => {}, before)).choices).toEqual(before);
	});

	it('is added to what was corrected before, role by role', async () => {
		const first = await correct((wanted) => (wanted.roles.actor = 3));
		const second = await correct((wanted) => (wanted.roles.name = 0), first.choices);
		expect(second.choices).toEqual({ roles: { actor: 3, name: 0 } });
		const third = await correct((wanted) => (wanted.roles.actor = null), second.choices);
		expect(third.guesses.roles).toMatchObject({ actor: null, name: 0 });
	});

	it('can be the order of days, the projection, and that latitude and longitude are swapped', async () => {
		const { guesses } = await correct((wanted) => {
			wanted.dayOrder = 'month-first';
			wanted.swap = true;
			wanted.projection = 'web-mercator';
			wanted.place = { by: 'pair', latitude: 1, longitude: 2 };
		});
		expect(guesses).toMatchObject({ dayOrder: 'month-first', swap: true, projection: 'web-mercator' });
	});

	it('of columns holds no more once there are other columns', async () => {
		const before: Choices = { place: { by: 'pair', latitude: 1, longitude: 2 }, roles: { actor: 3 } };
		for (const change of [
			(wanted: Guesses) => (wanted.delimiter = ';'),
			(wanted: Guesses) => (wanted.header = false),
			(wanted: Guesses) => (wanted.encoding = 'windows-1256')
		]) {
			const { choices } = await correct((wanted) => {
				change(wanted);
				wanted.roles.name = 0;
			}, before);
			expect(Object.keys(choices)).toHaveLength(1);
			expect(choices).not.toHaveProperty('place');
			expect(choices).not.toHaveProperty('roles');
		}
	});

	it('can be that no column says where a row is', async () => {
		const content = 'lat,lon\n36,37\n';
		const { choices, guesses } = await correct((wanted) => (wanted.place = null), {}, content);
		expect(choices).toEqual({ place: null });
		expect(guesses.place).toBe(null);
	});
});
