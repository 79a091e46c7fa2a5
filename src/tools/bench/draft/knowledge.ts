/** What the desk knows, for the bench: all of it, all but the places of the data set, and those alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gazetteer } from '../../../lib/draft/gazetteer/gazetteer';
import { ownPlacesOf, withOwnPlaces } from '../../../lib/draft/gazetteer/own';
import { readGazetteer } from '../../../lib/draft/gazetteer/read';
import { entityLabels, readTagger, toponymLabels, type Tagger } from '../../../lib/draft/recognise/tagger';
import type { Knowledge } from '../../../lib/draft/suggest';
import { loadRecords } from '../../../lib/server/geodata';
import { project } from '../../command';

const data = (name: string) => new Uint8Array(readFileSync(join(project, 'src/lib/draft/data', name)));

/** As the desk has it. */
export function readKnowledge(): Knowledge {
	const { dataset, places, actors } = loadRecords();
	return {
		gazetteer: withOwnPlaces(readGazetteer(data('gazetteer.bin')), ownPlacesOf(places)),
		tagger: readTagger(data('tagger.bin')),
		actors,
		places,
		home: dataset.region.countries
	};
}

/** Without the places of the data set: what is left is skill. */
export const withoutOwn = (knowledge: Knowledge): Knowledge => ({
	...knowledge,
	gazetteer: withOwnPlaces(readGazetteer(data('gazetteer.bin')), []),
	places: []
});

/** The names of the data set's places alone, without the tagger and the gazetteer: memory. */
export function ownAlone(knowledge: Knowledge): Knowledge {
	const { gazetteer } = knowledge;
	const own: Gazetteer = {
		...gazetteer,
		candidates(key) {
			const found = gazetteer.candidates(key)?.filter(({ place }) => gazetteer.place(place).kind === 'own');
			return found?.length ? found : undefined;
		},
		demonym: () => undefined,
		abbreviation: () => undefined
	};
	return { ...knowledge, gazetteer: own, tagger: knowsNothing };
}

/** Each word may be a name as well as none: then only those count that the gazetteer has. */
const knowsNothing: Tagger = {
	firstNames: new Set<string>(),
	tag: ({ length }) => ({
		entities: new Float32Array(length * entityLabels.length),
		toponyms: Float32Array.from({ length: length * toponymLabels.length }, (_, index) =>
			index % toponymLabels.length === 0 ? 0.5 : 0.25
		)
	})
};
