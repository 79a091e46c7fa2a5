/** Names of places and actors: each has the language of the records, and lacks others only until somebody adds them. */
import { isDraft } from '../drafts';
import { languageName } from '../names';
import type { Name } from '../schema';
import { at } from './problem';
import type { Problem } from './problem';
import type { Located, Reading } from './reading';

/** Published records without a name in the language of the records. */
export function* checkNames(reading: Reading): Iterable<Problem> {
	for (const gap of gapsIn(reading)) if (gap.isOwn && !gap.isDraft) yield problem(gap, 'is missing');
}

/** What drafts lack of names, whatever the language. */
export const nameToDos = (reading: Reading): Problem[] =>
	[...gapsIn(reading)].filter((gap) => gap.isDraft).map((gap) => problem(gap, 'is still to be written'));

/** Published names that a language of the pages lacks: there they are read in that of the records. */
export const untranslatedNames = (reading: Reading): Problem[] =>
	[...gapsIn(reading)]
		.filter(({ isDraft, isOwn }) => !isDraft && !isOwn)
		.map((gap) => problem(gap, 'is not translated'));

interface Gap extends Pick<Problem, 'file' | 'at'> {
	tag: string;
	/** Whether that is the language of the records. */
	isOwn: boolean;
	isDraft: boolean;
}

function* gapsIn({ dataset, actors, places }: Reading): Iterable<Gap> {
	const named = [
		...actors.map((located) => ({ ...located, path: 'name', name: located.record.name })),
		...places.map((located) => ({
			...located,
			path: 'properties.name',
			name: located.record.properties.name
		}))
	] satisfies (Located<object> & { name: Name })[];
	for (const { file, at: outer, path, name, record } of named)
		for (const [index, { tag }] of (dataset?.languages ?? []).entries())
			if (!Object.hasOwn(name, tag))
				yield { file, at: at(outer, `${path}.${tag}`), tag, isOwn: index === 0, isDraft: isDraft(record) };
}

const problem = ({ file, at, tag }: Gap, message: string): Problem => ({
	file,
	at,
	message,
	fix: `add the ${languageName(tag)} name`
});
