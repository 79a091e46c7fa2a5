import { expect, it } from 'vitest';
import { Queue } from '../../../src/lib/overlay/queue';

it('lets the next begin where what is under way gives way', async () => {
	const queue = new Queue();
	const stuck = queue.run((giveWay) => {
		giveWay();
		return new Promise<never>(() => {});
	});
	expect(await queue.run(() => Promise.resolve('next'))).toBe('next');
	expect(await Promise.race([stuck, 'still'])).toBe('still');
});

it('runs work one after another, and goes on after a failure', async () => {
	const queue = new Queue();
	const done: string[] = [];
	const step = (name: string, milliseconds: number) => async () => {
		done.push(`${name} begins`);
		await new Promise((resolve) => setTimeout(resolve, milliseconds));
		done.push(`${name} ends`);
		return name;
	};
	const slow = queue.run(step('slow', 20));
	const failed = queue.run(() => Promise.reject(new Error('no')));
	const quick = queue.run(step('quick', 0));
	await expect(failed).rejects.toThrow('no');
	expect(await Promise.all([slow, quick])).toEqual(['slow', 'quick']);
	expect(done).toEqual(['slow begins', 'slow ends', 'quick begins', 'quick ends']);
});
