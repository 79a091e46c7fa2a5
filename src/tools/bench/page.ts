/** The page that `npm run bench` measures: the app's own map and filters, over whichever reports it is given. */
import { flushSync, mount } from 'svelte';
import type { FeatureCollection } from 'geojson';
import '../../app.css';
import SiteMap from '../../lib/map/SiteMap.svelte';
import type { MapActor } from '../../lib/map/data';
import { facetsOf, type Filterable } from '../../lib/view/facets';
import { actorsBySite, visibleReports } from '../../lib/view/filter';
import { defaultView, toggle, type ViewState } from '../../lib/view/view';
import { frame, keepDrawings, picture, rest, until } from './picture';
import { props } from './props.svelte';

export interface Job {
	actors: MapActor[];
	marks: FeatureCollection;
	shapes: FeatureCollection;
	reports: Filterable[];
}

/** `sync_ms`: until the call is done. `frames` and `changed_ms`: until the picture is another. */
export interface Change {
	sync_ms: number;
	changed_ms: number;
	frames: number;
}

keepDrawings();

const address = (collection: FeatureCollection) =>
	URL.createObjectURL(new Blob([JSON.stringify(collection)], { type: 'application/geo+json' }));

async function run(job: Job): Promise<{ toggle: Change[]; window: Change[] }> {
	const facets = facetsOf(job.reports, {
		actors: job.actors,
		articles: job.reports.map(({ article }) => article)
	});
	const whole = defaultView(facets);
	const show = (view: ViewState) => {
		props.visibleActors = view.facets.actors;
		props.actorsBySite = actorsBySite(visibleReports(job.reports, view, null), view.facets.actors);
	};
	Object.assign(props, {
		actors: job.actors,
		marks: address(job.marks),
		shapes: address(job.shapes),
		theme: 'light',
		href: (site: string) => `#${site}`
	});
	show(whole);
	mount(SiteMap, { target: document.getElementById('map')!, props });
	await until(() => document.querySelector('[data-map="ready"]') !== null);
	await rest();

	const measure = async (next: ViewState): Promise<Change> => {
		const before = picture();
		const start = performance.now();
		flushSync(() => show(next));
		const sync_ms = performance.now() - start;
		for (let frames = 1; ; frames++) {
			await frame();
			if (picture() !== before) return { sync_ms, changed_ms: performance.now() - start, frames };
			if (frames > 200) throw new Error('the picture did not change');
		}
	};
	const actor = facets.actors.find((id) => id === 'iran') ?? facets.actors[0]!;
	const off = toggle(whole, 'actors', [actor]);
	const part: ViewState = { ...whole, from: '2022-01-01', to: '2022-12-31' };
	const results = { toggle: [] as Change[], window: [] as Change[] };
	for (let round = 0; round < 6; round++) {
		results.toggle.push(await measure(round % 2 === 0 ? off : whole));
		await rest();
	}
	for (let round = 0; round < 6; round++) {
		results.window.push(await measure(round % 2 === 0 ? part : whole));
		await rest();
	}
	return results;
}

Object.assign(window, { run });
