import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Reception, type Reason, type State } from '../../../../src/lib/map/backgrounds/reception';

const host = 'tiles.example.org';
const gone: Reason = { why: 'status', status: 404, host };
const unreachable: Reason = { why: 'unreachable', host };

describe('what comes of asking for a background', () => {
	let told: State[];
	let reception: Reception;
	const ask = (times: number) => {
		for (let time = 0; time < times; time++) reception.asked();
	};

	beforeEach(() => {
		vi.useFakeTimers();
		told = [];
		reception = new Reception((state) => told.push(state));
		reception.begin();
	});
	afterEach(() => vi.useRealTimers());

	it('is shown with the first tile, and told once', () => {
		ask(3);
		for (let time = 0; time < 3; time++) reception.came();
		expect(told).toEqual([{ state: 'waiting' }, { state: 'shown' }]);
	});

	it('is slow where nothing has come for a while, and shown when it does', () => {
		ask(1);
		vi.advanceTimersByTime(4999);
		expect(told.at(-1)).toEqual({ state: 'waiting' });
		vi.advanceTimersByTime(1);
		expect(told.at(-1)).toEqual({ state: 'slow' });
		reception.came();
		expect(told.at(-1)).toEqual({ state: 'shown' });
	});

	it('is missing where none of the tiles comes, once the last has failed', () => {
		ask(3);
		reception.failed(gone);
		reception.failed(gone);
		expect(reception.state).toEqual({ state: 'waiting' });
		reception.failed(gone);
		expect(reception.state).toEqual({ state: 'missing', reason: gone });
		vi.advanceTimersByTime(60_000);
		expect(reception.state).toEqual({ state: 'missing', reason: gone });
	});

	it('is not missing for a hole at its edge', () => {
		ask(20);
		reception.came();
		for (let time = 0; time < 19; time++) reception.failed(gone);
		expect(reception.state).toEqual({ state: 'shown' });
	});

	it('is missing where the network goes while it is shown, and back with the next tile', () => {
		ask(20);
		reception.came();
		for (let time = 0; time < 5; time++) reception.failed(unreachable);
		expect(reception.state).toEqual({ state: 'shown' });
		reception.failed(unreachable);
		expect(reception.state).toEqual({ state: 'missing', reason: unreachable });
		reception.came();
		expect(reception.state).toEqual({ state: 'shown' });
	});

	it('of another day stays as it is until that is there, or none of it comes', () => {
		ask(1);
		reception.came();
		reception.renew();
		ask(2);
		expect(told.at(-1)).toEqual({ state: 'shown' });
		reception.failed(gone);
		reception.failed(gone);
		expect(reception.state).toEqual({ state: 'missing', reason: gone });
	});

	it('counts no tile that is not wanted any more', () => {
		ask(2);
		reception.dropped();
		reception.failed(unreachable);
		expect(reception.state).toEqual({ state: 'missing', reason: unreachable });
	});

	it('lacks a part where letters or signs fail, whatever tiles come after', () => {
		ask(2);
		reception.came();
		reception.lacks(gone);
		reception.came();
		expect(reception.state).toEqual({ state: 'partial', reason: gone });
	});

	it('says nothing of one that is no longer chosen', () => {
		ask(2);
		reception.end();
		vi.advanceTimersByTime(60_000);
		reception.lacks(gone);
		expect(reception.state).toEqual({ state: 'none' });
	});
});
