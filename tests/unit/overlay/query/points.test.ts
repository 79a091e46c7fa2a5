/** What thinning makes of made-up clusters: marks where rows are, larger where there are more. */
import { expect, it } from 'vitest';
import { tileUnits } from '../../../../src/lib/base/markTile';
import { Points, type Mark } from '../../../../src/lib/overlay/query/points';
import { worldX, worldY } from '../../../../src/lib/overlay/query/pointTree';
import { random } from '../../../../src/tools/bench/made-up';
import { groupBy } from '../../../../src/lib/base/groupBy';
import { tableFrom } from './rows';

const next = random(11);
const around = (middle: number, reach: number) => middle + reach * (next() + next() + next() - 1.5);
/** Six clusters, and a tenth of the rows anywhere. */
const clusters = [
	[36.3, 33.5, 0.5],
	[37.15, 36.2, 0.6],
	[36.75, 35.1, 0.4],
	[40.1, 35.3, 1],
	[38.3, 34.5, 0.3],
	[35.9, 35.5, 0.25]
] as const;
const rows = Array.from({ length: 40_000 }, (_, index) => {
	const [x, y, reach] = clusters[index % 6]!;
	const isAlone = next() < 0.1;
	return {
		longitude: isAlone ? 35.5 + 6.5 * next() : around(x, reach),
		latitude: isAlone ? 32.3 + 4.9 * next() : around(y, reach),
		actor: 1 + (index % 7)
	};
});
const codes = Uint8Array.from(rows, ({ actor }) => actor);
const colour = { kind: 'coded' as const, name: 'actor', codes, values: ['', ...'abcdefg'] };
const points = new Points(tableFrom(rows.map((row) => ({ ...row, day: null }))), colour);

const zoom = 6;
const [column, line] = [Math.floor(worldX(37) * 2 ** zoom), Math.floor(worldY(34.6) * 2 ** zoom)];
const { marks, across, looks } = points.marks(zoom, column, line);
const cell = tileUnits / across!;
const cellOf = ({ x, y }: Pick<Mark, 'x' | 'y'>) => `${Math.floor(x / cell)} ${Math.floor(y / cell)}`;
/** The rows by actor and cell, in units of the tile. */
const unitsIn = groupBy(
	rows
		.map(({ longitude, latitude, actor }) => ({
			actor,
			x: Math.floor((worldX(longitude) * 2 ** zoom - column) * tileUnits),
			y: Math.floor((worldY(latitude) * 2 ** zoom - line) * tileUnits)
		}))
		.filter(({ x, y }) => x >= 0 && x < tileUnits && y >= 0 && y < tileUnits),
	(row) => `${row.actor} ${cellOf(row)}`
);

it('each mark of several rows stands where one of them does', () => {
	expect(across).toBe(16);
	expect(marks).toHaveLength(unitsIn.size);
	for (const mark of marks) {
		const own = unitsIn.get(`${mark.actor} ${cellOf(mark)}`)!;
		expect(own).toHaveLength(mark.count);
		expect(own.some(({ x, y }) => x === mark.x && y === mark.y)).toBe(true);
	}
});

it('marks make no grid: within their cells they stand everywhere', () => {
	const several = marks.filter(({ count }) => count > 3);
	expect(several.length).toBeGreaterThan(200);
	// Sixteen parts of a cell, each with about as many marks as the others.
	const parts = new Map<number, number>();
	for (const { x, y } of several) {
		const part = Math.floor(((x % cell) / cell) * 4) * 4 + Math.floor(((y % cell) / cell) * 4);
		parts.set(part, (parts.get(part) ?? 0) + 1);
	}
	expect(parts.size).toBe(16);
	expect(Math.max(...parts.values())).toBeLessThan((4 * several.length) / 16);
});

it('where rows are dense, marks are larger', () => {
	const radii = new Map(
		marks.map(({ count }, index) => {
			const { fixed, growing } = looks[index]!;
			return [count, fixed + growing * 2 ** zoom];
		})
	);
	const counts = [...radii.keys()].sort((a, b) => a - b);
	expect([counts[0], counts.at(-1)! > 50]).toEqual([1, true]);
	expect(radii.get(counts.at(-1)!)).toBeGreaterThan(1.5 * radii.get(1)!);
	for (const [index, count] of counts.slice(1).entries())
		expect(radii.get(count)).toBeGreaterThan(radii.get(counts[index]!)!);
});
