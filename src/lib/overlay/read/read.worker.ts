/** Reads a file off the page's thread; ending the worker stops the reading. */
import { region } from '$geodata/dataset.json';
import { answerQuestions } from '../../base/worker';
import { buffersOf } from '../cells';
import type { Box } from './box';
import { read, type Choices, type ReadResult } from './read';

export interface ReadRequest {
	file: Blob;
	choices: Choices;
	/** Where the records of the data set are. */
	records: string;
}

/** Bytes read, of all bytes of the file as it lies on the disk. */
export type ReadProgress = [read: number, total: number];

/** Where the data set of the site is. */
const home = region.box as unknown as Box;

/** Least time between two messages of progress, in milliseconds. */
const interval = 100;

async function placesAt(address: string): Promise<readonly unknown[]> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${response.status}`);
	return ((await response.json()) as { places: unknown[] }).places;
}

answerQuestions<ReadRequest, ReadResult, ReadProgress>(
	({ file, choices, records }, report) => {
		let next = 0;
		const onprogress = (done: number, total: number) => {
			if (performance.now() < next && done < total) return;
			next = performance.now() + interval;
			report([done, total]);
		};
		return read(file, choices, { onprogress, region: home, ownPlaces: () => placesAt(records) });
	},
	(result) => (result.refusal ? [] : buffersOf(result.table))
);
