/** The page that `npm run bench -- scale` measures: a file of made-up rows on a map, by one of its subjects. */
import type { Map as MapLibre } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { dayOfIso } from '../../lib/base/days';
import '../../app.css';
import { frame, keepDrawings, picture, rest, until } from './picture';
import { subjects, type Subject } from './scale-subjects';

/** Milliseconds. */
export interface Times {
	/** From the choice of the file to its first full picture. */
	first: number;
	/** The longest task on the page's thread until then. */
	task: number;
	/** From a change to the picture in which it is all there; several. */
	toggles: number[];
	windows: number[];
	/** From a window to marks that count only its rows; null where there is nothing that counts rows. */
	exact: number[] | null;
	/** Between the frames of a moving map, the median. */
	pan: number;
}

keepDrawings();

let map: MapLibre;
let put: (file: File) => Promise<Subject>;
let subject: Subject;

async function open(kind: keyof typeof subjects): Promise<void> {
	({ map, put } = await subjects[kind]());
	await frame();
}

/** Puts the file that was chosen on the map. */
async function load(): Promise<Pick<Times, 'first' | 'task'>> {
	const input = document.querySelector('input')!;
	let task = 0;
	const longest = (entries: PerformanceEntryList) => {
		for (const { duration } of entries) task = Math.max(task, duration);
	};
	const observer = new PerformanceObserver((list) => longest(list.getEntries()));
	observer.observe({ type: 'longtask' });
	let idle = 0;
	const resting = map.on('idle', () => (idle = performance.now()));
	const start = performance.now();
	subject = await put(input.files![0]!);
	const given = performance.now();
	await until(() => idle > Math.max(given, busyUntil()));
	resting.unsubscribe();
	longest(observer.takeRecords());
	observer.disconnect();
	picture();
	return { first: performance.now() - start, task };
}

/** When the subject had all that it asked for; infinite while it waits. */
const busyUntil = () => subject.busyUntil?.() ?? 0;

async function change(): Promise<Pick<Times, 'toggles' | 'windows' | 'exact'>> {
	let start: number;
	const timed = async (act: () => void, isOver?: () => boolean) => {
		await frame();
		start = performance.now();
		act();
		return (await rest(() => !map.loaded() || busyUntil() === Infinity, isOver)) - start;
	};
	const toggles: number[] = [];
	const windows: number[] = [];
	const exact: number[] = [];
	for (const isOff of [true, false, true, false, true, false])
		toggles.push(await timed(() => subject.toggle(isOff)));
	for (const [from, to] of [
		['2016-01-01', '2018-12-31'],
		['2016-06-01', '2019-06-01'],
		['2017-01-01', '2019-12-31']
	] as const) {
		const { counted } = subject;
		const days = { from: dayOfIso(from), to: dayOfIso(to) };
		windows.push(
			await timed(
				() => subject.window(days),
				() => counted?.() === 'anew'
			)
		);
		if (!counted) continue;
		await until(() => counted() !== null);
		exact.push((await rest(() => !map.loaded())) - start!);
	}
	await timed(() => subject.window(null));
	return { toggles, windows, exact: subject.counted ? exact : null };
}

/** Moves the map to and fro by its arrow keys; the median of the milliseconds between frames. */
async function pan(): Promise<number> {
	const canvas = document.querySelector('canvas')!;
	canvas.focus();
	const between: number[] = [];
	for (let step = 0; step < 6; step++) {
		const keyCode = step % 2 ? 37 : 39;
		canvas.dispatchEvent(new KeyboardEvent('keydown', { keyCode, bubbles: true }));
		let last = performance.now();
		const end = last + 280;
		do {
			await frame();
			const now = performance.now();
			between.push(now - last);
			last = now;
		} while (last < end);
		if (map.isMoving() || !map.areTilesLoaded()) await map.once('idle');
		picture();
	}
	return between.sort((a, b) => a - b)[Math.floor(between.length / 2)]!;
}

Object.assign(window, { bench: { open, load, change, pan, map: () => map } });
