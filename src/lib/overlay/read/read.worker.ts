/** Reads a file off the page's thread; ending the worker stops the reading. */
import { region } from '$geodata/dataset.json';
import { answerQuestions } from '../../base/worker';
import { buffersOf } from '../cells';
import type { Box } from './box';
import { read, type Choices, type ReadResult } from './read';

export interface ReadRequest {
	file: Blob;
	choices: Choices;
}

/** Bytes read, of all bytes of the file as it lies on the disk. */
export type ReadProgress = [read: number, total: number];

/** Where the data set of the site is. */
const home = region.box as unknown as Box;

/** Least time between two messages of progress, in milliseconds. */
const interval = 100;

answerQuestions<ReadRequest, ReadResult, ReadProgress>(
	({ file, choices }, report) => {
		let next = 0;
		const onprogress = (done: number, total: number) => {
			if (performance.now() < next && done < total) return;
			next = performance.now() + interval;
			report([done, total]);
		};
		return read(file, choices, { onprogress, region: home });
	},
	(result) => (result.refusal ? [] : buffersOf(result.table))
);
